import { defineConfig } from 'vitest/config';
import { OF_THE_FILE } from './of-the-file.ts';

const whole = Object.entries(OF_THE_FILE).flatMap(([file, tests]) => ('*' in tests ? [file] : []));
/** What replaces modules or keeps timers begins with modules of its own, as in test/vitest.config.ts. */
const OWN_MODULES = ['test/server/suppression-attack.test.ts', 'test/extension/background/**/*.test.ts'];

/** Every test that brings up a server, over PostgreSQL instead of a SQLite file. */
export default defineConfig({
  test: {
    environment: 'node',
    globalSetup: 'test/postgres/global-setup.ts',
    setupFiles: 'test/postgres/skip-of-the-file.ts',
    testTimeout: 120_000,
    hookTimeout: 120_000,
    maxWorkers: 3,
    projects: [
      {
        extends: true,
        test: {
          ...{ name: 'shared', isolate: false },
          include: ['test/{server,imports,cli,reports}/**/*.test.ts', 'test/admin/admin-app.test.ts'],
          exclude: [...whole, ...OWN_MODULES],
        },
      },
      { extends: true, test: { name: 'own', include: OWN_MODULES, exclude: whole } },
    ],
  },
});
