import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    include: ['test/e2e/**/*.test.ts'],
    environment: 'node',
    // Several browsers, each with a server of its own: they mostly wait.
    maxWorkers: 4,
    // Nothing here keeps a state beside its own file: the tools of the browser are loaded once for all of them.
    isolate: false,
    testTimeout: 120_000,
    hookTimeout: 120_000,
  },
});
