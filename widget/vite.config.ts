import { defineConfig } from 'vite';
import { budget } from './budget.ts';
import { BUILD } from './build-options.ts';
import { DEFAULT_SURVEY, EARLY_ENGLISH } from './default-survey.ts';
import { inlineSurvey } from './inline-survey.ts';
import { shorten } from './shorten.ts';

export default defineConfig({
  root: import.meta.dirname,
  plugins: [inlineSurvey(DEFAULT_SURVEY, EARLY_ENGLISH), shorten(), budget({ script: 10 * 1024, whole: 13 * 1024 })],
  build: {
    ...BUILD,
    outDir: '../.output/widget',
    // Pages that pin an earlier `widget-<hash>.js` go on finding it.
    emptyOutDir: false,
  },
});
