import { defineConfig } from 'vitest/config';

/** Browsers that `npm test` does not need: `npm run test:browsers` drives those that are installed. */
export default defineConfig({
  test: {
    dir: 'e2e/other-browsers',
    include: ['**/*.test.ts'],
    fileParallelism: false,
  },
});
