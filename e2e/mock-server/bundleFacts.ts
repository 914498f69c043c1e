import { readdirSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { build, type Plugin } from 'esbuild';
import { runsEverything } from '../harness/runsEverything.ts';

const contract = fileURLToPath(new URL('../../mock-server/adapters/contract', import.meta.url));
const facts = path.join(contract, 'facts');

/** Where Vitest is not, its place is taken by what collects the tests; and servers cannot be had in a page. */
function replace(modules: readonly string[]): Plugin {
  return {
    name: 'facts',
    setup({ onResolve }) {
      onResolve({ filter: /^(vitest|\..*\.ts)$/ }, ({ path: specifier, importer }) => {
        if (path.dirname(importer) === facts) return undefined;
        const name = specifier === 'vitest' ? 'facts.ts' : path.basename(specifier);
        return modules.includes(name) ? { path: path.join(facts, name) } : undefined;
      });
    },
  };
}

/** The mock server's contract suite, every file of it, and what runs it: `inPage` or `runFactsAt`. */
export async function bundleFacts(entry: 'inPage' | 'runFactsAt'): Promise<string> {
  const files = readdirSync(contract, { recursive: true, encoding: 'utf8' });
  const suites = files.filter((file) => file.endsWith('.contract.test.ts')).sort();
  const contents = [
    ...suites.map((file) => `import './${file.replaceAll(path.sep, '/')}';`),
    `export * from './facts/${entry}.ts';`,
  ];
  const inPage = entry === 'inPage';
  const { outputFiles } = await build({
    stdin: { contents: contents.join('\n'), resolveDir: contract, loader: 'ts' },
    bundle: true,
    write: false,
    format: 'esm',
    target: 'es2022',
    platform: inPage ? 'browser' : 'node',
    logLevel: 'warning',
    // A page has no environment: what the facts ask of it stands in them.
    define: { 'process.env.PAYMENTKIT_TESTS': JSON.stringify(runsEverything ? 'all' : '') },
    // Rollup's parts of the server name what other parts import.
    logOverride: { 'ignored-bare-import': 'silent' },
    plugins: [
      replace(['facts.ts', 'describeTransports.ts', ...(inPage ? ['createReceiver.ts'] : [])]),
    ],
  });
  return outputFiles[0]?.text ?? '';
}
