import { expect, test } from 'vitest';
import { takeLease } from '../../server/store/leases.ts';
import { seededFolder } from '../server/killed-often.ts';
import { mixedLoad } from '../server/mixed-load.ts';
import { startServer } from '../server/start-server.ts';
import { NOW } from '../server/test-server.ts';

const DAY_MS = 86_400_000;
/** Days the clock stands from the day of the tests, one start after the other: a day back, on again, two back. */
const SHIFTS = [0, -1, 0, -2, 1, 0];

test('a clock put back a day, or on, loses nothing, locks nobody out and keeps the log whole', async () => {
  const { variables, credentials, look, remove } = await seededFolder();
  const load = mixedLoad(credentials);
  for (const shift of SHIFTS) {
    const AT = new Date(NOW.getTime() + shift * DAY_MS).toISOString();
    const { url, child, ended } = await startServer({ ...variables, AT });
    const goal = load.seen.acknowledged + 60;
    // What was cut off under another day is settled under this one.
    await load.settle(url);
    await load.run(url, () => load.seen.acknowledged >= goal);
    const session = await fetch(`${url}/v1/session`, { headers: credentials['province-admin'] });
    expect(session.status, 'a session stays open').toBe(200);
    child.kill('SIGKILL');
    await ended;
  }
  const { url, child, ended } = await startServer(variables);
  while (!(await load.settle(url)));
  child.kill('SIGTERM');
  expect(await ended).toBe(0);
  await look(async ({ db }) => {
    await load.check(db);
    // A lease taken before the clock went back is not held for ever: its own holder goes on at once, others once it ran out.
    expect(await takeLease(db, 'mau', 'thu', 'a', NOW)).toBe(true);
    const back = new Date(NOW.getTime() - DAY_MS);
    expect(await takeLease(db, 'mau', 'thu', 'a', back)).toBe(true);
    expect(await takeLease(db, 'mau', 'thu', 'b', new Date(back.getTime() + 31_000))).toBe(true);
  });
  console.info(
    `xác nhận ${load.seen.acknowledged}, không được trả lời ${load.seen.unanswered}, chưa nhận lúc ấy ${load.seen.put}`,
  );
  remove();
});
