import { defineConfig } from 'vite';
import { precache } from './precache.ts';

/** A program of its own: page, worker and what both need, all from one origin and none inlined. */
export default defineConfig({
  root: import.meta.dirname,
  base: '/kiosk/',
  plugins: [precache()],
  resolve: { conditions: ['module', 'browser'] },
  build: {
    outDir: '../../.output/kiosk',
    emptyOutDir: true,
    assetsInlineLimit: 0,
    modulePreload: false,
    target: 'es2022',
    cssTarget: ['chrome123', 'firefox120', 'safari17.5'],
    rolldownOptions: {
      input: { index: `${import.meta.dirname}/index.html`, sw: `${import.meta.dirname}/sw.ts` },
      // The worker's address must not change: it is how a tablet finds a newer version.
      output: { entryFileNames: ({ name }) => (name === 'sw' ? 'sw.js' : 'assets/[name]-[hash].js') },
    },
  },
});
