import { defineConfig } from 'vitest/config';

/** The tests of the server over PostgreSQL instead of a SQLite file. */
export default defineConfig({
  test: {
    environment: 'node',
    globalSetup: 'test/postgres/global-setup.ts',
    include: ['test/{server,imports,cli,reports}/**/*.test.ts'],
    testTimeout: 60_000,
    hookTimeout: 60_000,
    maxWorkers: 3,
    isolate: false,
  },
});
