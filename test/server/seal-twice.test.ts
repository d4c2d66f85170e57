import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { closePeriod } from '../../server/close/close.ts';
import { sealPeriod } from '../../server/close/seal.ts';
import { openDatabase } from '../../server/store/open-database.ts';
import { openPeriodKeys } from '../../server/store/period-keys.ts';
import { periodOrNull } from '../../server/store/periods.ts';
import { fillProvince, PERIOD, TENANT } from './bulk-province.ts';
import { type TestServer, testServer } from './test-server.ts';

let server: TestServer;
beforeAll(async () => {
  server = await testServer();
  await fillProvince(server.services, { units: 3, dossiers: 3000 });
  server.clock.now = new Date('2026-07-04T02:00:00Z');
  await closePeriod(server.services, TENANT, { period: PERIOD.id }, 'operator');
}, 60_000);
afterAll(() => server.close());

it('by two processes at once a period is sealed once, and no answer is lost or there twice', async () => {
  const said = async () =>
    (await server.db.all<{ answers: string }>('select answers from responses where tenant = ?', [TENANT]))
      .map(({ answers }) => answers)
      .sort();
  const period = await periodOrNull(server.db, TENANT, PERIOD.id);
  if (!period) throw new Error('no period');
  const before = await said();
  // A process of its own: other connections, other keys in memory.
  const db = await openDatabase(server.database);
  const other = { db, keys: openPeriodKeys(join(server.folder, 'keys')), now: server.services.now };
  const done = await Promise.allSettled([
    sealPeriod(server.services, TENANT, period, 'user:lan'),
    sealPeriod(other, TENANT, period, 'user:minh'),
  ]);
  await db.close();
  expect(done.filter(({ status }) => status === 'fulfilled').length).toBeGreaterThan(0);
  // Who waited too long is told so.
  for (const each of done)
    if (each.status === 'rejected') expect(each.reason).toMatchObject({ code: 'period.closing' });
  expect(before.length).toBeGreaterThan(500);
  expect(await said()).toEqual(before);
  expect((await periodOrNull(server.db, TENANT, PERIOD.id))?.state).toBe('sealed');
  expect(await server.db.all("select 1 from audit where action = 'period.seal'")).toHaveLength(1);
}, 60_000);
