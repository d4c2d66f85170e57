import { expect, test } from 'vitest';
import { routes } from '../../server/routes/index.ts';
import { fuzzedProvince } from '../server/fuzz/fuzzed-province.ts';
import { seedOf } from '../server/fuzz/seed.ts';

/** Bodies sent in all; `BODIES=` asks for more. */
const WANTED = Number(process.env.BODIES ?? 10_000);
/** Calls one pair of provinces is asked: by then much is closed, revoked and withdrawn, and a new pair shows more. */
const PER_PAIR = 1500;
const seed = seedOf(process.env.SEED);

test(`${WANTED} bodies and more to every operation of the document, by every caller (SEED=${seed})`, async () => {
  const operations = new Set<string>();
  const succeeded = new Set<string>();
  const sum = { calls: 0, bodies: 0, done: 0, refused: 0, overSockets: 0 };
  for (let n = 0; sum.bodies < WANTED; n += 1) {
    const pair = await fuzzedProvince();
    try {
      const asked = await pair.ask(seed + n, PER_PAIR);
      for (const key of Object.keys(sum) as (keyof typeof sum)[]) sum[key] += asked[key];
      for (const each of asked.operations) operations.add(each);
      for (const each of asked.succeeded) succeeded.add(each);
      await pair.expectWhole();
    } finally {
      await pair.close();
    }
  }
  const { calls, bodies, done, refused, overSockets } = sum;
  console.info(
    `SEED=${seed}: ${calls} calls, ${bodies} bodies, ${overSockets} over sockets; ${done} done, ${refused} refused; ` +
      `${operations.size} operations asked, ${succeeded.size} of them did as asked`,
  );
  expect([...operations].sort()).toEqual(routes.map(({ method, path }) => `${method} ${path}`).sort());
  // A fuzzer whose bodies are all refused looks at the door alone.
  expect(succeeded.size).toBeGreaterThan(routes.length * 0.6);
  expect(done / calls).toBeGreaterThan(0.15);
});
