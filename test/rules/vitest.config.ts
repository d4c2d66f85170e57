import { defineConfig } from 'vitest/config';

/** The rules alone, for the mutation run. */
export default defineConfig({
  test: {
    include: ['test/rules/**/*.test.ts'],
    environment: 'node',
  },
});
