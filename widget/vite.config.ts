import { defineConfig } from 'vite';
import { budget } from './budget.ts';
import { leanTemplates } from './lean-templates.ts';

export default defineConfig({
  root: import.meta.dirname,
  plugins: [leanTemplates(), budget({ gzip: 12 * 1024 })],
  // Without «development», which a NODE_ENV other than production would add: the library has a longer text for it.
  resolve: { conditions: ['module', 'browser'] },
  build: {
    outDir: '../.output/widget',
    // Pages that pin an earlier `widget-<hash>.js` go on finding it.
    emptyOutDir: false,
    target: 'es2022',
    // Adopted style sheets need Safari 16.4 anyway; older targets would only add dead declarations.
    cssTarget: ['chrome123', 'firefox120', 'safari17.5'],
    lib: { entry: 'index.ts', formats: ['es'], fileName: () => 'widget.js' },
    rolldownOptions: { output: { minify: true, codeSplitting: false, comments: false } },
    reportCompressedSize: false,
  },
});
