import { afterAll, beforeAll, expect, test } from 'vitest';
import { fuzzedProvince } from './fuzz/fuzzed-province.ts';
import { seedOf } from './fuzz/seed.ts';

/** The same each time, unless asked otherwise: what is new is looked for by the long run (test/faults). */
const seed = seedOf(process.env.SEED ?? '20261110');
let province: Awaited<ReturnType<typeof fuzzedProvince>>;
beforeAll(async () => {
  province = await fuzzedProvince();
}, 180_000);
afterAll(() => province.close());

test(`whatever is sent to whatever is served is taken or refused in words, and shows nothing of another province (SEED=${seed})`, async () => {
  const { bodies, done, refused, overSockets } = await province.ask(seed, 420);
  expect(bodies).toBeGreaterThan(250);
  expect(done).toBeGreaterThan(30);
  expect(refused).toBeGreaterThan(100);
  expect(overSockets).toBeGreaterThan(10);
  await province.expectWhole();
}, 180_000);
