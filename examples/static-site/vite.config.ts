import { msw } from 'msw/vite';
import { defineConfig } from 'vite';

export default defineConfig({
  // The files may lie in any folder of any static host.
  base: './',
  root: import.meta.dirname,
  // Puts MSW's worker beside the page.
  plugins: [msw({ mode: 'worker-only' })],
  build: {
    target: 'es2022',
    assetsInlineLimit: 0,
    // A whole server is in it; no shopper ever loads this.
    chunkSizeWarningLimit: 1000,
  },
});
