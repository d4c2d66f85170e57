import { expect, test } from 'vitest';
import { killedOften } from './killed-often.ts';

test('killed right after an acknowledgement and amid many, the server loses nothing and doubles nothing', async () => {
  const { acknowledged } = await killedOften(5);
  expect(acknowledged).toBeGreaterThan(50);
}, 120_000);
