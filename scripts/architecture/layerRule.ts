import { type Layers, layerTable } from './layerTable.ts';
import { resolveImport, type Module, type Rule } from './readModule.ts';

/** What a test, its fixtures and its suites may import is their own business. */
const tests = /\.(test|test-d|config)\.\w+$|\/(fixtures|contract|killed)\//;

/** The layers of the SDK, which has no dependency at run time, those within its largest, and the mock server's. */
export const layerRule: Rule = (modules) =>
  modules
    .filter(({ file }) => !tests.test(file))
    .flatMap((module) =>
      Object.entries(layerTable).flatMap(([root, layers]) => layerFaults(module, root, layers)),
    );

function layerFaults(module: Module, root: string, layers: Layers): readonly string[] {
  const { file, imports } = module;
  const layer = layerOf(file, root);
  if (layer === undefined || layers.entries.test(file.slice(root.length + 1))) return [];
  const allowed = layers.mayImport[layer];
  if (allowed === undefined) {
    return [`${file}: ${layer} is no layer yet. Say in layerTable.ts what it may import.`];
  }
  return imports.flatMap((imported) => {
    const target = resolveImport(module, imported);
    if (target === undefined) {
      const may = layers.mayInstall?.[layer]?.includes(imported.specifier);
      if (root !== 'src' || may === true) return [];
      return [
        `${file} imports ${imported.specifier}: the SDK has no dependency. Write what it needs.`,
      ];
    }
    const other = layerOf(target, root);
    if (other === undefined || other === layer || allowed.includes(other)) return [];
    return [
      `${file} imports ${target}: ${layer} may not import ${other}. Move what both need down, or hand it in as an argument.`,
    ];
  });
}

/** `frame` of `src/frame/createFrame.ts`, `cli` of `mock-server/cli.ts`; `undefined` outside of the root. */
function layerOf(file: string, root: string): string | undefined {
  if (!file.startsWith(`${root}/`)) return undefined;
  return file
    .slice(root.length + 1)
    .split('/', 1)[0]
    ?.replace(/\.\w+$/, '');
}
