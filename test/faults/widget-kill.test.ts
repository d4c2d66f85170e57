import { expect, test } from 'vitest';
import { widgetKilledOften } from '../e2e/killed/killed-often.ts';

test('two hundred kills of the browser lose nothing the page called saved and double nothing', async () => {
  const { faults, saved, lost, double } = await widgetKilledOften(200, Number(process.env.SEED ?? Date.now() % 1e6));
  expect(faults).toEqual([]);
  expect([saved > 100, lost, double]).toEqual([true, 0, 0]);
});
