import { defineConfig } from 'vitest/config';
import { OF_THE_FILE } from './of-the-file.ts';

const whole = Object.entries(OF_THE_FILE).flatMap(([file, tests]) => ('*' in tests ? [file] : []));

/** The tests of the server over PostgreSQL instead of a SQLite file. */
export default defineConfig({
  test: {
    environment: 'node',
    globalSetup: 'test/postgres/global-setup.ts',
    setupFiles: 'test/postgres/skip-of-the-file.ts',
    include: ['test/{server,imports,cli,reports}/**/*.test.ts'],
    exclude: whole,
    testTimeout: 120_000,
    hookTimeout: 120_000,
    maxWorkers: 3,
    isolate: false,
  },
});
