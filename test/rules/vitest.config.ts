import { defineConfig } from 'vitest/config';

/** The rules alone, for the mutation run. */
export default defineConfig({
  test: {
    include: ['test/rules/**/*.test.ts'],
    environment: 'node',
    // Thousands of runs, each with one change: the files of one run share what they load.
    isolate: false,
  },
});
