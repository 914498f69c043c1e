import { resolveImport, type Module, type Rule } from './readModule.ts';

const tests = /\.(test|test-d|e2e)\.tsx?$|\/fixtures\//;
/** Build configuration and what it is made of: it runs on Node and is never shipped. */
const configs = /\.(config\.ts|mjs|cjs)$/;

/** A package, by the beginning of its name, and the only files that may import it. */
const homes: readonly (readonly [string, RegExp])[] = [
  ['msw', /^mock-server\//],
  // What opens every account has no way into what a shop ships.
  ['paymentkit-mock-server', /^(?!src\/)/],
  ['react', /^(src\/react|examples\/(react-spa|merchant-tests)|e2e\/pages)\//],
  ['preact', /^mock-server\/(hosted-page|dashboard)\//],
  [
    'node:',
    /^(mock-server\/(cli\.ts|commands\/|adapters\/|store\/persistence\/)|examples\/shop-server\/|bench\/|e2e\/|scripts\/)/,
  ],
];

/** Where the SDK is reached by its package name, as its users reach it. */
const users = /^(mock-server|examples|e2e|bench|docs)\//;

/** Which packages may be imported where, and that nobody but the SDK imports the SDK by path, nor the SDK anything else. */
export const packageRule: Rule = (modules) =>
  modules.flatMap((module) =>
    module.imports.flatMap((imported) => {
      const target = resolveImport(module, imported);
      if (target !== undefined) return pathFaults(module, target);
      return packageFaults(module, imported.specifier);
    }),
  );

function pathFaults({ file }: Module, target: string): readonly string[] {
  const isInside = /^(src|dist)\//.test(target);
  if (isInside && users.test(file)) {
    return [`${file} imports ${target}. Take it by the package's name, as users do.`];
  }
  if (isInside || !file.startsWith('src/') || tests.test(file)) return [];
  return [`${file} imports ${target}: a shop would ship it. Write what it needs in src/.`];
}

function packageFaults({ file }: Module, specifier: string): readonly string[] {
  if (configs.test(file)) return [];
  return homes
    .filter(([name]) => isFrom(specifier, name))
    .filter(([name, home]) => !home.test(file) && !(name === 'node:' && tests.test(file)))
    .map(
      ([name]) =>
        `${file} imports ${specifier}. Leave that to where ${name} belongs, and take what it makes as an argument.`,
    );
}

function isFrom(specifier: string, name: string): boolean {
  return name.endsWith(':')
    ? specifier.startsWith(name)
    : specifier === name || specifier.startsWith(`${name}/`);
}
