import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    include: ['test/**/*.test.{ts,tsx}'],
    exclude: ['test/e2e/**', 'test/faults/**', '**/node_modules/**'],
    environment: 'node',
    testTimeout: 20_000,
    // On two cores one is left for the database's threads otherwise, and a test mostly waits for those.
    maxWorkers: 2,
  },
});
