import { defineConfig } from 'vitest/config';

/** What runs in a page keeps state in its modules, and these replace modules: each file begins with modules of its own. */
const OWN_MODULES = [
  'test/{admin,extension,kiosk,widget}/**/*.test.{ts,tsx}',
  'test/server/{privacy-planted,suppression-attack}.test.ts',
];
const ELSEWHERE = ['test/{e2e,faults,firefox}/**', '**/node_modules/**'];

export default defineConfig({
  test: {
    environment: 'node',
    testTimeout: 20_000,
    // On two cores one is left for the database's threads otherwise, and a test mostly waits for those.
    maxWorkers: 2,
    projects: [
      {
        extends: true,
        // The server's modules hold no state: loaded once for all files they cost a third of the time.
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
