import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { createApp } from '../../server/app.ts';
import type { Db } from '../../server/store/db.ts';
import { createIntake } from '../../server/store/intake.ts';
import { newInvitation } from '../../server/store/invitations.ts';
import { sqliteFault } from '../../server/store/sqlite-fault.ts';
import { counted } from './counts.ts';
import { itemOf } from './intake-item.ts';
import { planOf, walked } from './plan-of.ts';
import { tablesOf } from './tables-of.ts';
import { idOf, NOW, responseOf, type TestServer, testServer } from './test-server.ts';

let server: TestServer;

beforeAll(async () => {
  server = await testServer();
});
afterAll(() => server.close());

/** The real database, counting the transactions asked of it. */
function counting(db: Db) {
  const seen = { batches: 0 };
  const batch: Db['batch'] = (statements) => {
    seen.batches += 1;
    return db.batch(statements);
  };
  return { db: { ...db, batch }, seen };
}

const options = () => ({ keys: server.services.keys, now: () => NOW });

describe('the intake', () => {
  test('stores a group of 100 in one transaction', async () => {
    const { db, seen } = counting(server.db);
    const intake = createIntake({ db, ...options() });
    const accepted = await Promise.all(Array.from({ length: 100 }, (_, i) => intake.add(itemOf(i + 1))));
    expect(seen.batches).toBe(1);
    expect(new Set(accepted.map((a) => a.receipt)).size).toBe(100);
    expect(await counted(server.db)).toMatchObject({ rows: 100, receipts: 100, overall: 100, byDay: 100 });
  });

  test('gives one receipt to one id sent twice in the same group, and refuses other content', async () => {
    const intake = createIntake({ db: server.db, ...options() });
    const before = await counted(server.db);
    const [first, again, other] = await Promise.allSettled([
      intake.add(itemOf(300)),
      intake.add(itemOf(300)),
      intake.add(itemOf(300, { bodyHash: 'other' })),
    ]);
    expect(first).toMatchObject({ value: { status: 'created' } });
    expect(again).toMatchObject({ value: { status: 'repeated' } });
    expect(first.status === 'fulfilled' && again.status === 'fulfilled' && first.value.receipt).toBe(
      again.status === 'fulfilled' && again.value.receipt,
    );
    expect(other).toMatchObject({ reason: { status: 409, code: 'response.conflict' } });
    expect((await counted(server.db)).rows - before.rows).toBe(1);
  });

  test('takes one answer per dossier and stage, also within a group', async () => {
    const intake = createIntake({ db: server.db, ...options() });
    const dossier = 'H99.01-261110-0042';
    const results = await Promise.allSettled([
      intake.add(itemOf(310, { dossier })),
      intake.add(itemOf(311, { dossier })),
      intake.add(itemOf(312, { dossier, linkStage: 'submitted' })),
    ]);
    expect(results.map((r) => r.status)).toEqual(['fulfilled', 'rejected', 'fulfilled']);
    await expect(intake.add(itemOf(313, { dossier }))).rejects.toMatchObject({ status: 409, code: 'token.used' });
    expect((await counted(server.db)).links).toBe(2);
  });

  test('stores nowhere what joins an answer to its dossier', async () => {
    const tables = await tablesOf(server.db);
    for (const name of tables) {
      const rows = await server.db.all<Record<string, unknown>>(`select * from ${name}`);
      expect(JSON.stringify(rows), name).not.toContain('H99.01-261110-0042');
    }
  });

  test('refuses only the poisoned item of a group', async () => {
    const { db, seen } = counting(server.db);
    const intake = createIntake({ db, ...options() });
    const before = await counted(server.db);
    // A row the database itself refuses, past every check before it.
    const poisoned = itemOf(325, { row: { ...itemOf(325).row, unit: null as unknown as string } });
    const group = Array.from({ length: 16 }, (_, i) => (i === 5 ? poisoned : itemOf(320 + i)));
    const results = await Promise.allSettled(group.map((item) => intake.add(item)));
    expect(results.map((r, i) => (r.status === 'rejected' ? i : -1)).filter((i) => i >= 0)).toEqual([5]);
    expect((await counted(server.db)).rows - before.rows).toBe(15);
    expect(seen.batches).toBeGreaterThan(1);
  });

  test('tells a whole group at once that the store takes nothing now, and tries no half of it', async () => {
    let tried = 0;
    const full: Db = {
      ...server.db,
      batch() {
        tried += 1;
        return Promise.reject(sqliteFault('SQLITE_FULL', 'database or disk is full'));
      },
    };
    const intake = createIntake({ db: full, ...options() });
    const results = await Promise.allSettled(Array.from({ length: 100 }, (_, i) => intake.add(itemOf(650 + i))));
    expect(tried).toBe(1);
    for (const result of results) expect(result).toMatchObject({ reason: { status: 503, code: 'store.full' } });
    expect(await createIntake({ db: server.db, ...options() }).add(itemOf(650))).toMatchObject({ status: 'created' });
  });

  test('answers busy with Retry-After when the queue is full, and takes again afterwards', async () => {
    const intake = createIntake({ db: server.db, ...options(), maxQueue: 3 });
    const results = await Promise.allSettled([340, 341, 342, 343].map((n) => intake.add(itemOf(n))));
    expect(results[3]).toMatchObject({ reason: { status: 503, code: 'busy', headers: { 'retry-after': '1' } } });
    expect(results.filter((r) => r.status === 'fulfilled')).toHaveLength(3);
    expect(await intake.add(itemOf(343))).toMatchObject({ status: 'created' });
  });

  test('settles what it took before it closes, and takes nothing after', async () => {
    const intake = createIntake({ db: server.db, ...options(), maxBatch: 4 });
    const before = await counted(server.db);
    const taken = Array.from({ length: 10 }, (_, i) => intake.add(itemOf(350 + i)));
    await intake.close();
    expect((await counted(server.db)).rows - before.rows).toBe(10);
    await Promise.all(taken);
    await expect(intake.add(itemOf(370))).rejects.toMatchObject({ status: 503 });
  });

  test('two processes on one database neither lose nor double anything', async () => {
    const one = createIntake({ db: server.db, ...options(), maxBatch: 7 });
    const two = createIntake({ db: server.db, ...options(), maxBatch: 5 });
    const before = await counted(server.db);
    const ids = Array.from({ length: 60 }, (_, i) => 400 + i);
    const results = await Promise.allSettled(ids.flatMap((n) => [one.add(itemOf(n)), two.add(itemOf(n))]));
    const refused = results.filter((r) => r.status === 'rejected');
    expect(refused).toEqual([]);
    const after = await counted(server.db);
    expect([after.rows - before.rows, after.overall - before.overall]).toEqual([60, 60]);
  });

  test('lets nothing into a period that closes while the item is on its way', async () => {
    const before = await counted(server.db);
    // The close is committed between the reading of the period and the writing of the group.
    const closing: Db = {
      ...server.db,
      async batch(statements) {
        await server.db.run("update periods set state = 'closed' where tenant = 'mau'");
        return server.db.batch(statements);
      },
    };
    const intake = createIntake({ db: closing, ...options() });
    await expect(intake.add(itemOf(500))).rejects.toMatchObject({ status: 410, code: 'period.late' });
    await server.db.run("update periods set state = 'open' where tenant = 'mau'");
    expect(await counted(server.db)).toEqual(before);
  });
});

describe('statements of every request use a key', () => {
  test('none of them scans a table', async () => {
    const seen = new Set<string>();
    const { db } = server.services;
    const watched: Db = {
      ...db,
      all(sql, params = []) {
        seen.add(sql);
        return db.all(sql, params);
      },
      batch(statements) {
        for (const { sql } of statements) seen.add(sql);
        return db.batch(statements);
      },
    };
    const intake = createIntake({ db: watched, ...options() });
    const services = { ...server.services, db: watched, intake };
    const app = createApp(services);
    const issued = newInvitation(
      'mau',
      { dossier: 'H99.01-261110-0077', unit: 'so-a', procedure: null, stage: 'returned', proof: 'portal' },
      'portal:cong',
      '2026-11-10',
    );
    await db.batch([issued.statement]);
    const call = (method: string, path: string, body?: unknown, receipt = '') => {
      const text = body === undefined ? null : JSON.stringify(body);
      const headers = { 'content-length': String(Buffer.byteLength(text ?? '')), 'x-dvc-receipt': receipt };
      return app.request(path, { method, body: text, headers });
    };
    expect((await call('GET', `/k/${issued.token}`)).status).toBe(200);
    const body = responseOf(600, { token: issued.token });
    const posted = await call('POST', '/v1/responses', body);
    expect(posted.status).toBe(201);
    const { receipt } = (await posted.json()) as { receipt: string };
    const path = `/v1/responses/${idOf(600)}`;
    expect((await call('PUT', path, { ...body, answers: { overall: 's1' } }, receipt)).status).toBe(200);
    expect((await call('DELETE', path, undefined, receipt)).status).toBe(204);

    for (const sql of seen) expect(walked(await planOf(server, sql)), sql).toEqual([]);
    expect(seen.size).toBeGreaterThan(12);
  });
});
