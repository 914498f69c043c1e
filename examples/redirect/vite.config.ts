import { defineConfig } from 'vite';

export default defineConfig({
  // The shop serves these pages below this path.
  base: '/redirect/',
  root: import.meta.dirname,
  build: {
    target: 'es2022',
    rolldownOptions: { input: ['index.html', 'return.ts'] },
    // Tells the shop's server, which renders the pages after the checkout, where their script is.
    manifest: true,
    // Small files stay files: the shop's policy allows no inline script or style.
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
  },
});
