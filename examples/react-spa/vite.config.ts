import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';

export default defineConfig({
  plugins: [react()],
  // The shop serves these pages below this path.
  base: '/react-spa/',
  root: import.meta.dirname,
  build: {
    target: 'es2022',
    // Small files stay files: the shop's policy allows no inline script or style.
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
  },
});
