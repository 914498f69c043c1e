import { defineConfig } from 'vitest/config';

const docs = 'scripts/docs/**/*.test.ts';

export default defineConfig({
  define: { __DEV__: 'true', __VERSION__: '"0.0.0-test"' },
  oxc: { jsx: { runtime: 'automatic', importSource: 'preact' } },
  test: {
    environment: 'node',
    projects: [
      {
        extends: true,
        test: {
          name: 'unit',
          include: ['{src,mock-server,examples,scripts,bench}/**/*.test.{ts,tsx}'],
          // Merchants' tests run in Jest: scripts/packages/jest.test.ts.
          exclude: ['**/node_modules/**', '**/dist/**', 'examples/merchant-tests/**', docs],
          typecheck: { include: ['src/**/*.test-d.ts'], tsconfig: 'tsconfig.json' },
        },
      },
      {
        extends: true,
        test: { name: 'docs', include: [docs] },
      },
    ],
  },
});
