import { readFileSync } from 'node:fs';
import { dirname, relative, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { transform } from 'esbuild';
import { dts } from 'rollup-plugin-dts';

const here = dirname(fileURLToPath(import.meta.url));
const { dependencies, peerDependencies } = JSON.parse(
  readFileSync(resolve(here, 'package.json'), 'utf8'),
);

const external = (id) =>
  id.startsWith('node:') ||
  Object.keys({ ...dependencies, ...peerDependencies }).some(
    (name) => id === name || id.startsWith(`${name}/`),
  );

/** Only takes the types out; `tsc` checks them. */
const typescript = {
  name: 'typescript',
  async transform(code, id) {
    if (!id.endsWith('.ts')) return null;
    return transform(code, {
      loader: 'ts',
      target: 'es2023',
      sourcemap: true,
      sourcefile: relative(here, id),
    });
  },
};

/** What each name of the package's exports is made of. */
const entries = {
  createMockServer: 'createMockServer.ts',
  node: 'adapters/msw/setupMockPaymentKit.ts',
  msw: 'adapters/msw/paymentKitHandlers.ts',
  browser: 'adapters/msw/startMockPaymentKit.ts',
  playwright: 'adapters/playwright/test.ts',
};

const sources = Object.fromEntries(
  Object.entries(entries).map(([name, file]) => [name, resolve(here, file)]),
);

export default [
  {
    // Nothing is removed first: a server that starts meanwhile finds each file, the one of before or the new one. What is
    // of a module that is gone goes afterwards: scripts/builds/removeLeftovers.ts.
    input: { ...sources, cli: resolve(here, 'cli.ts') },
    external,
    // In few files: finding each of hundreds is a fifth of the time that a start takes.
    output: {
      dir: resolve(here, 'dist'),
      format: 'es',
      chunkFileNames: 'parts/[name].js',
      sourcemap: true,
    },
    plugins: [typescript],
  },
  {
    input: sources,
    external,
    // All at once: the compiler reads the program one time, and what they have in common is one file.
    output: { dir: resolve(here, 'dist'), format: 'es', chunkFileNames: 'types/[name].d.ts' },
    plugins: [dts({ tsconfig: resolve(here, 'tsconfig.json') })],
  },
];
