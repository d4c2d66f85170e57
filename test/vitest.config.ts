import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    include: ['test/**/*.test.{ts,tsx}'],
    exclude: ['test/e2e/**', 'test/faults/**', '**/node_modules/**'],
    environment: 'node',
    testTimeout: 20_000,
  },
});
