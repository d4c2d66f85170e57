import { EventEmitter, once } from 'node:events';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Db } from '../../server/store/db.ts';
import { createIntake } from '../../server/store/intake.ts';
import { counted } from './counts.ts';
import { itemOf } from './intake-item.ts';
import { NOW, type TestServer, testServer } from './test-server.ts';

let server: TestServer;

beforeAll(async () => {
  server = await testServer();
});
afterAll(() => server.close());

/** The real database, whose first transaction is held until it is let go. */
function holding(db: Db, before: () => Promise<unknown> = async () => {}) {
  const steps = new EventEmitter();
  const [begun, held] = [once(steps, 'begun'), once(steps, 'let go')];
  const seen = { batches: 0, asked: 0 };
  const batch: Db['batch'] = async (statements) => {
    seen.batches += 1;
    if (seen.batches === 1) {
      steps.emit('begun');
      await held;
      await before();
    }
    return db.batch(statements);
  };
  const all: Db['all'] = (sql, params) => {
    seen.asked += 1;
    return db.all(sql, params);
  };
  return { db: { ...db, batch, all }, seen, begun, letGo: () => steps.emit('let go') };
}

const intakeOf = (db: Db) => createIntake({ db, keys: server.services.keys, now: () => NOW });

test('a group is planned while the one before it is written, and judged by what that one stores', async () => {
  const { db, seen, begun, letGo } = holding(server.db);
  const intake = intakeOf(db);
  const before = await counted(server.db);
  const dossier = 'H99.01-261110-0077';
  const first = intake.add(itemOf(1, { dossier }));
  await begun;
  const askedBefore = seen.asked;
  const later = Promise.allSettled([
    intake.add(itemOf(1, { dossier })),
    intake.add(itemOf(2, { dossier })),
    intake.add(itemOf(3)),
  ]);
  await expect.poll(() => seen.asked).toBeGreaterThan(askedBefore);
  expect([seen.batches, intake.waiting()]).toEqual([1, 3]);
  letGo();
  const { receipt } = await first;
  const [again, second, other] = await later;
  expect(again).toMatchObject({ value: { status: 'repeated', receipt } });
  expect(second).toMatchObject({ reason: { status: 409, code: 'token.used' } });
  expect(other).toMatchObject({ value: { status: 'created' } });
  expect(seen.batches).toBe(2);
  const after = await counted(server.db);
  expect([after.rows - before.rows, after.links - before.links, after.overall - before.overall]).toEqual([2, 1, 2]);
});

test('falls a group to another process, what was planned on it is planned anew with it', async () => {
  const other = intakeOf(server.db);
  const { db, begun, letGo } = holding(server.db, () => other.add(itemOf(10)));
  const intake = intakeOf(db);
  const before = await counted(server.db);
  const taken = [intake.add(itemOf(11)), intake.add(itemOf(12))];
  await begun;
  taken.push(intake.add(itemOf(10)), intake.add(itemOf(13)));
  await sleep(20);
  letGo();
  expect((await Promise.all(taken)).map(({ status }) => status)).toEqual(['created', 'created', 'repeated', 'created']);
  const after = await counted(server.db);
  expect([after.rows - before.rows, after.overall - before.overall]).toEqual([4, 4]);
});

test('who repeats what was refused a moment ago is not told that it is stored', async () => {
  const { db, begun, letGo } = holding(server.db);
  const intake = intakeOf(db);
  const before = await counted(server.db);
  // A row the database itself refuses, past every check before it.
  const poisoned = itemOf(20, { row: { ...itemOf(20).row, unit: null as unknown as string } });
  const first = Promise.allSettled([intake.add(poisoned), intake.add(itemOf(21))]);
  await begun;
  const later = Promise.all([intake.add(itemOf(20)), intake.add(itemOf(22))]);
  await sleep(20);
  letGo();
  expect((await first).map(({ status }) => status)).toEqual(['rejected', 'fulfilled']);
  expect((await later).map(({ status }) => status)).toEqual(['created', 'created']);
  expect((await counted(server.db)).rows - before.rows).toBe(3);
});

test('who is overtaken every time is asked to come again, and is taken then', async () => {
  const racing: Db = {
    ...server.db,
    async batch(statements) {
      await server.db.run("update sequences set next = next + 1 where tenant = 'mau' and name like 'responses/%'");
      return server.db.batch(statements);
    },
  };
  const before = await counted(server.db);
  const sent = [intakeOf(racing).add(itemOf(30)), intakeOf(racing).add(itemOf(31))];
  for (const result of await Promise.allSettled(sent))
    expect(result).toMatchObject({ reason: { status: 503, code: 'store.busy', headers: { 'retry-after': '2' } } });
  expect(await counted(server.db)).toEqual(before);
  expect(await intakeOf(server.db).add(itemOf(30))).toMatchObject({ status: 'created' });
});

test('an id that another process takes between the look-up and the write is told as it was taken', async () => {
  let taken = false;
  // The numbers are read late, after another took the id; whether it is known was asked before.
  const late: Db = {
    ...server.db,
    async all(sql, params) {
      if (!taken && sql.includes('from sequences')) {
        taken = true;
        await intakeOf(server.db).add(itemOf(40));
      }
      return server.db.all(sql, params);
    },
  };
  const before = await counted(server.db);
  expect(await intakeOf(late).add(itemOf(40))).toMatchObject({ status: 'repeated' });
  expect((await counted(server.db)).rows - before.rows).toBe(1);
});
