import { layerTable } from './layerTable.ts';
import { resolveImport, type Module, type Rule } from './readModule.ts';

/** What a test, its fixtures and its suites may import is their own business. */
const tests = /\.(test|test-d|config)\.\w+$|\/(fixtures|contract|killed)\//;

/** The layers of the SDK, which has no dependency at run time, and of the mock server. */
export const layerRule: Rule = (modules) =>
  modules.filter(({ file }) => !tests.test(file)).flatMap(layerFaults);

function layerFaults(module: Module): readonly string[] {
  const { file, imports } = module;
  const [root, layer] = placeOf(file);
  const layers = layerTable[root];
  if (layers === undefined || layers.entries.test(file.slice(root.length + 1))) return [];
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
    const [otherRoot, other] = placeOf(target);
    if (otherRoot !== root || other === layer || allowed.includes(other)) return [];
    return [
      `${file} imports ${target}: ${layer} may not import ${other}. Move what both need down, or hand it in as an argument.`,
    ];
  });
}

/** `['src', 'frame']` of `src/frame/createFrame.ts`, `['mock-server', 'cli']` of `mock-server/cli.ts`. */
function placeOf(file: string): readonly [root: string, layer: string] {
  const [root = '', layer = ''] = file.split('/');
  return [root, layer.replace(/\.\w+$/, '')];
}
