import { expect, it } from 'vitest';
import { widgetKilledOften } from './killed/killed-often.ts';

it('loses and doubles nothing it called saved when the browser is killed twenty times', async () => {
  const { faults, saved, lost, double } = await widgetKilledOften(20, Number(process.env.SEED ?? Date.now() % 1e6));
  expect(faults).toEqual([]);
  expect([saved > 0, lost, double]).toEqual([true, 0, 0]);
}, 240_000);
