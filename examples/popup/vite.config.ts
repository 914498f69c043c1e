import { defineConfig } from 'vite';

export default defineConfig({
  // The shop serves these pages below this path.
  base: '/popup/',
  root: import.meta.dirname,
  build: {
    target: 'es2022',
    rolldownOptions: { input: ['index.html', 'success.ts'] },
    // Tells the shop's server, which renders the page after the checkout, where its script is.
    manifest: true,
    // Small files stay files: the shop's policy allows no inline script or style.
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
  },
});
