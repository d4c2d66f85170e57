import { join } from 'node:path';
import type { BuildEnvironmentOptions } from 'vite';

/** One small file for the browsers of the guide. */
export const BUILD: BuildEnvironmentOptions = {
  target: 'es2022',
  // `light-dark()` needs these anyway; older targets would only add dead declarations.
  cssTarget: ['chrome123', 'firefox120', 'safari17.5'],
  lib: { entry: join(import.meta.dirname, 'index.ts'), formats: ['es'], fileName: () => 'widget.js' },
  rolldownOptions: { output: { minify: true, codeSplitting: false, comments: false } },
  reportCompressedSize: false,
};
