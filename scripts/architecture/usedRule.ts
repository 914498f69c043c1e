import { resolveImport, type Rule } from './readModule.ts';

/** What others than modules of this tree import: users by the package's name, tools by their configuration. */
const entries =
  /^src\/[^/]+$|\/index\.ts$|\.(config|test|test-d|e2e)\.\w+$|\.c?js$|^scripts\/typedoc\/|^bench\/[^/]+$|^mock-server\/adapters\/(playwright\/test|msw\/startMockPaymentKit)\.ts$|^e2e\/pages\/|\/facts\//;

/** Every function and value that a module exports is imported somewhere. Types may stand beside what uses them. */
export const usedRule: Rule = (modules) => {
  const used = new Set<string>();
  for (const module of modules) {
    for (const imported of module.imports) {
      const target = resolveImport(module, imported);
      if (target === undefined) continue;
      for (const name of imported.names) used.add(`${target} ${name}`);
    }
  }
  return modules
    .filter(({ file }) => !entries.test(file) && !used.has(`${file} *`))
    .flatMap(({ file, values }) =>
      values
        .filter((name) => !used.has(`${file} ${name}`))
        .map((name) => `${file} exports ${name}, which nobody imports. Take the export away.`),
    );
};
