import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    include: ['test/e2e/**/*.test.ts'],
    environment: 'node',
    // Several browsers, each with a server of its own: they mostly wait.
    maxWorkers: 2,
    // A press that a busy machine delayed is made once more, and the report says so; what is killed at random is not.
    retry: 1,
    testTimeout: 120_000,
    hookTimeout: 120_000,
  },
});
