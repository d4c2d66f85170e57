import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { defineConfig, type Plugin } from 'vite';
import { BUILD } from '../build-options.ts';

/** Beside the script, as the server sends it and a portal copies it. */
const page: Plugin = {
  name: 'page',
  generateBundle() {
    const source = readFileSync(join(import.meta.dirname, 'index.html'), 'utf8');
    this.emitFile({ type: 'asset', fileName: 'widget-check.html', source });
  },
};

/** The page for integrators; beside the widget, but no part of it. */
export default defineConfig({
  root: import.meta.dirname,
  plugins: [page],
  build: {
    ...BUILD,
    lib: { entry: join(import.meta.dirname, 'main.ts'), formats: ['es'], fileName: () => 'widget-check.js' },
    outDir: '../../.output/widget',
    emptyOutDir: false,
  },
});
