import { defineConfig } from 'vitest/config';

export default defineConfig({
  define: { __DEV__: 'true', __VERSION__: '"0.0.0-test"' },
  oxc: { jsx: { runtime: 'automatic', importSource: 'preact' } },
  test: {
    include: ['{src,mock-server,examples,scripts,bench,docs}/**/*.test.{ts,tsx}'],
    exclude: ['**/node_modules/**', '**/dist/**'],
    typecheck: { include: ['src/**/*.test-d.ts'], enabled: false },
    environment: 'node',
  },
});
