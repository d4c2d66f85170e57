import { defineConfig } from 'vitest/config';

/** What runs in a page of its own, keeps timers or replaces modules has state in them: each file begins with modules of its own. */
const OWN_MODULES = [
  'test/{kiosk,widget}/**/*.test.{ts,tsx}',
  'test/extension/*.test.{ts,tsx}',
  'test/extension/{background,build,letter,options,overlay,teach}/**/*.test.{ts,tsx}',
  'test/server/{privacy-planted,suppression-attack}.test.ts',
];
const ELSEWHERE = ['test/{e2e,faults,firefox}/**', '**/node_modules/**'];

export default defineConfig({
  test: {
    environment: 'node',
    testTimeout: 20_000,
    // A test mostly waits for the threads of the database and for the disk: two cores have room for a third.
    maxWorkers: 3,
    projects: [
      {
        extends: true,
        // Modules that hold no state: loaded once for all files they cost a third of the time.
        test: {
          ...{ name: 'shared', isolate: false },
          include: ['test/**/*.test.{ts,tsx}'],
          exclude: [...OWN_MODULES, ...ELSEWHERE],
        },
      },
      { extends: true, test: { name: 'own', include: OWN_MODULES, exclude: ELSEWHERE } },
    ],
  },
});
