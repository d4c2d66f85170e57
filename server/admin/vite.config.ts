import { defineConfig } from 'vite';

/** Static files only, all from one origin and none inlined, so that the page runs under `default-src 'self'`. */
export default defineConfig({
  root: import.meta.dirname,
  base: '/admin/',
  build: {
    outDir: '../../.output/admin',
    emptyOutDir: true,
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    target: 'es2022',
  },
});
