import { resolveImport, type Module, type Rule } from './readModule.ts';

/** No module reaches itself through its imports at run time. */
export const cycleRule: Rule = (modules) => {
  const byFile = new Map(modules.map((module) => [module.file, module]));
  const finished = new Set<string>();
  const faults: string[] = [];

  const visit = (module: Module, trail: readonly string[]): void => {
    const start = trail.indexOf(module.file);
    if (start >= 0) {
      faults.push(
        `A cycle: ${[...trail.slice(start), module.file].join(' → ')}. Move what two of them need into a file of its own.`,
      );
      return;
    }
    if (finished.has(module.file)) return;
    for (const imported of module.imports) {
      if (imported.typeOnly) continue;
      const next = byFile.get(resolveImport(module, imported) ?? '');
      if (next !== undefined) visit(next, [...trail, module.file]);
    }
    finished.add(module.file);
  };

  for (const module of modules) visit(module, []);
  return faults;
};
