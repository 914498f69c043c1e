import { resolveImport, type Rule } from './readModule.ts';

const base = ['protocol', 'errors', 'events', 'platform'];
const capabilities = [...base, 'options', 'session', 'frame', 'channel', 'return'];

/** What each folder of src may import of the others: downward only. */
const mayImport: Readonly<Record<string, readonly string[]>> = {
  protocol: [],
  errors: [],
  events: [],
  overlay: [],
  platform: [],
  options: ['errors', 'platform'],
  session: ['protocol', 'errors', 'options', 'platform'],
  frame: ['protocol', 'platform'],
  channel: ['protocol', 'errors', 'platform'],
  return: ['protocol', 'errors', 'options', 'session', 'platform'],
  checkout: [...capabilities, 'overlay'],
  hosted: ['protocol', 'errors', 'platform', 'channel', 'session'],
  webhooks: ['errors'],
  diagnose: ['checkout', 'return', 'errors', 'options', 'session', 'platform'],
  element: [],
  react: [],
  // What the tests use in place of a browser; no other layer may import it.
  testing: [...capabilities, 'checkout', 'hosted'],
};

/** What a layer may take from outside: its peer, and the core by its name, which a test can alias. */
const mayInstall: Readonly<Record<string, readonly string[]>> = {
  element: ['paymentkit-js'],
  react: ['react', 'paymentkit-js'],
};

/** The layers of the SDK, which has no dependency at run time. Entries beside them may import any. */
export const layerRule: Rule = (modules) =>
  modules
    .filter(({ file }) => /^src\/[^/]+\//.test(file) && !isTest(file))
    .flatMap((module) => {
      const layer = layerOf(module.file);
      const allowed = mayImport[layer];
      if (allowed === undefined) return [`${module.file}: ${layer} is not in the table of layers`];
      return module.imports.flatMap((imported) => {
        const target = resolveImport(module, imported);
        if (target === undefined) {
          return mayInstall[layer]?.includes(imported.specifier)
            ? []
            : [`${module.file} imports ${imported.specifier}, a package`];
        }
        const other = layerOf(target);
        if (other === layer || allowed.includes(other)) return [];
        return [`${module.file} imports ${target}: ${layer} may not import ${other}`];
      });
    });

function layerOf(file: string): string {
  return file.split('/')[1] ?? '';
}

function isTest(file: string): boolean {
  return /\.test(-d)?\.tsx?$/.test(file);
}
