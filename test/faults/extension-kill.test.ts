import { expect, test } from 'vitest';
import { extensionKilledOften } from '../e2e/killed/extension-killed-often.ts';

test('a hundred kills of the browser lose nothing the panel called done and double nothing', async () => {
  const { faults, promised, lost, double } = await extensionKilledOften(
    100,
    Number(process.env.SEED ?? Date.now() % 1e6),
  );
  expect(faults).toEqual([]);
  expect([promised > 50, lost, double]).toEqual([true, 0, 0]);
});
