import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vitest/config';

/** The tests of React components run on both of its versions. */
const react18 = fileURLToPath(new URL('e2e/react-18/node_modules', import.meta.url));
const docs = 'scripts/docs/**/*.test.ts';
const contract = 'mock-server/adapters/contract/**/*.test.ts';

/** The server's modules are read once for many files; what a file stubs is undone after it. */
const oneProcess = { isolate: false, restoreMocks: true, unstubGlobals: true, unstubEnvs: true };

/** Each file has globals and modules of its own, and a page made within the process: half the time of a process for each. */
const ownWorld = { pool: 'vmThreads' } as const;

export default defineConfig({
  define: { __DEV__: 'true', __VERSION__: '"0.0.0-test"' },
  oxc: { jsx: { runtime: 'automatic', importSource: 'preact' } },
  test: {
    environment: 'node',
    // As in the browser tests: what day it is does not depend on where the machine stands.
    env: { TZ: 'UTC' },
    // A test left alone would let all the others pass unseen.
    allowOnly: false,
    // One that expects nothing cannot fail.
    expect: { requireAssertions: true },
    // They only end what hangs, and none is set elsewhere: a busy machine is no failure.
    testTimeout: 120_000,
    hookTimeout: 120_000,
    projects: [
      {
        extends: true,
        test: {
          name: 'unit',
          include: ['src/**/*.test.{ts,tsx}'],
          ...ownWorld,
        },
      },
      {
        extends: true,
        test: {
          name: 'server',
          include: ['{mock-server,examples}/**/*.test.{ts,tsx}'],
          // Merchants' tests run in Jest: scripts/packages/jest.test.ts.
          exclude: ['**/node_modules/**', '**/dist/**', 'examples/merchant-tests/**', contract],
          ...oneProcess,
        },
      },
      {
        extends: true,
        test: {
          name: 'tools',
          include: ['{scripts,bench}/**/*.test.ts'],
          exclude: [docs],
          ...oneProcess,
        },
      },
      {
        extends: true,
        test: { name: 'contract', include: [contract], ...oneProcess },
      },
      {
        extends: true,
        resolve: {
          alias: [{ find: /^react(?=$|-dom|\/)/, replacement: `${react18}/react` }],
        },
        test: {
          name: 'react-18',
          include: ['src/react/*.test.ts'],
          env: { REACT: '18' },
          ...ownWorld,
        },
      },
      {
        extends: true,
        test: { name: 'docs', include: [docs] },
      },
    ],
  },
});
