import type { Hono } from 'hono';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { ResponseReceipt } from '#wire/response.ts';
import type { Period } from '#wire/results.ts';
import { verifyAudit, withAudit } from '../../server/store/audit.ts';
import type { Db } from '../../server/store/db.ts';
import { claimEnrolmentOrNull, insertEnrolment } from '../../server/store/enrolments.ts';
import { claimKioskOrNull, setKioskCode } from '../../server/store/kiosk-enrolment.ts';
import { runRetention } from '../../server/store/retention.ts';
import { dossierBody } from './dossier-body.ts';
import { fillPeriod } from './filled-period.ts';
import { ask, type Processes, processes } from './processes.ts';
import { KIOSK, responseOf, type TestServer } from './test-server.ts';

/** Three processes on one database and one folder of keys, as behind a balancer: what they do at once is done as if by one. */
let all: Processes;
let server: TestServer;
beforeAll(async () => {
  all = await processes(3);
  server = all.server;
});
afterAll(() => all.close());

const FAR = '2027-12-31T00:00:00.000Z';
const mau = () => server.credentials.mau;
const app = (n: number) => all.apps[n % 3] as Hono;

const isOf = (wins: number, losses: number) => (won: readonly boolean[]) => {
  expect([won.filter(Boolean).length, won.filter((each) => !each).length]).toEqual([wins, losses]);
};

describe('answers', () => {
  test('the first ones make one key, and each is stored once under it', async () => {
    const ids = Array.from({ length: 60 }, (_, i) => 1000 + i);
    const sent = await Promise.all(
      ids.map((n) => ask<ResponseReceipt>(app(n), 'POST', '/v1/responses', responseOf(n))),
    );
    expect(sent.map(({ status }) => status)).toEqual(ids.map(() => 201));
    const seqs = await server.db.all<{ seq: number }>("select seq from responses where tenant = 'mau' order by seq");
    expect(seqs.map(({ seq }) => seq)).toEqual(ids.map((_, i) => i + 1));
    expect(await all.one("select next from sequences where tenant = 'mau' and name = 'responses/2026-q4'")).toBe(61);
    expect(await all.one("select sum(n) as n from day_counts where tenant = 'mau'")).toBe(60);
    // Whatever process is asked finds each receipt: it lies under the same key.
    const again = await Promise.all(
      ids.map((n) => ask<ResponseReceipt>(app(n + 1), 'POST', '/v1/responses', responseOf(n))),
    );
    expect(again.map(({ status, body }) => [status, body.receipt])).toEqual(
      sent.map(({ body }) => [200, body.receipt]),
    );
  });

  test('one sent to all of them is stored once, and each gives the same receipt', async () => {
    for (let n = 1100; n < 1110; n += 1) {
      const sent = await all.askAll<ResponseReceipt>('POST', '/v1/responses', responseOf(n));
      expect(sent.map(({ status }) => status).sort()).toEqual([200, 200, 201]);
      expect(new Set(sent.map(({ body }) => body.receipt)).size).toBe(1);
    }
    expect(await all.one("select count(*) as n from responses where tenant = 'mau' and seq > 60")).toBe(10);
    expect(await all.one("select sum(n) as n from day_counts where tenant = 'mau'")).toBe(70);
  });

  test('a link answers once, however many forms come through it at once', async () => {
    for (let n = 0; n < 5; n += 1) {
      const asked = { dossier: `H99.01-261110-0${n}77`, unit: 'so-a', procedure: '1.001612', stage: 'returned' };
      const { body } = await server.request<{ token: string }>('POST', '/v1/invitations', asked, mau().portal);
      const sent = await Promise.all(
        all.apps.map((each, i) =>
          ask(each, 'POST', '/v1/responses', responseOf(1200 + 10 * n + i, { token: body.token })),
        ),
      );
      expect(sent.map(({ status }) => status).sort()).toEqual([201, 409, 409]);
    }
  });
});

test('entries of the log follow one another, whoever writes them', async () => {
  const entry = (n: number) => ({ actor: 'user:lan', action: 'period.close', subject: `ky-${n}` });
  const before = Number(await all.one("select count(*) as n from audit where tenant = 'kia'"));
  await Promise.all(
    Array.from({ length: 60 }, (_, n) => {
      const db = all.dbs[n % 3];
      return db && withAudit(db, 'kia', server.clock.now, entry(n));
    }),
  );
  expect(await verifyAudit(server.db, 'kia')).toBeNull();
  expect(await all.one("select count(*) as n from audit where tenant = 'kia'")).toBe(before + 60);
});

test('a code is used once', async () => {
  const at = server.clock.now;
  await server.db.batch([
    insertEnrolment('mau', 'mau-7K2M-9QXD', { unit: 'so-a', label: 'Máy', issuedBy: 'user:lan' }, FAR),
    setKioskCode('mau', KIOSK('mau'), 'mã mới', FAR),
  ]);
  const devices = await Promise.all(all.dbs.map((db) => claimEnrolmentOrNull(db, 'mau', 'mau-7K2M-9QXD', at)));
  isOf(1, 2)(devices.map((each) => each !== null));
  const kiosks = await Promise.all(all.dbs.map((db, n) => claimKioskOrNull(db, 'mau', 'mã mới', `khóa-${n}`, at)));
  isOf(1, 2)(kiosks.map((each) => each !== null));
});

test('of one dossier sent to all, each with another promise, every moved promise is on record', async () => {
  const send = (n: number, promised: string) =>
    ask<{ outcomes: { outcome: string }[] }>(
      app(n),
      'POST',
      '/v1/dossiers',
      [dossierBody({ code: 'H99.01-261102-0900', promised })],
      mau().officer,
    );
  const sent = await Promise.all(Array.from({ length: 12 }, (_, n) => send(n, `2026-11-${String(10 + n)}T17:00`)));
  expect(sent.flatMap(({ body }) => body.outcomes.map(({ outcome }) => outcome)).sort()).toEqual([
    'created',
    ...Array<string>(11).fill('updated'),
  ]);
  expect(await verifyAudit(server.db, 'mau')).toBeNull();
  const entries = "select count(*) as n from audit where tenant = 'mau' and action = 'dossiers.put'";
  expect(await all.one(entries)).toBe(12);
  expect(await all.one("select next from sequences where tenant = 'mau' and name = 'dossiers'")).toBe(13);
});

test('what is done once a day is done by one of them', async () => {
  const runs = await Promise.all(
    all.dbs.map((db, n) =>
      runRetention(db, 'mau', { actor: 'server', holder: `p${n}`, now: () => server.clock.now, oncePerDay: true }),
    ),
  );
  isOf(1, 2)(runs.map((run) => run !== null));
  expect(await all.one("select count(*) as n from audit where tenant = 'mau' and action = 'retention.run'")).toBe(1);
});

test('whoever looked before another did it, and has the lease after, does it not again', async () => {
  server.clock.now = new Date(server.clock.now.getTime() + 24 * 3_600_000);
  const run = { actor: 'server', now: () => server.clock.now, oncePerDay: true };
  const [early, late] = all.dbs;
  if (!early || !late) throw new Error('two processes');
  const between: unknown[] = [];
  const delayed: Db = {
    ...late,
    async run(sql, params) {
      // The first write is that of the lease: until then the other does all of it.
      if (between.length === 0) between.push(await runRetention(early, 'mau', { ...run, holder: 'trước' }));
      return late.run(sql, params);
    },
  };
  expect(await runRetention(delayed, 'mau', { ...run, holder: 'sau' })).toBeNull();
  expect(between).toEqual([expect.any(Array)]);
});

test('a period closed by all of them is closed once, sealed once and published once', async () => {
  const both = await processes(2);
  try {
    const own = both.server;
    await fillPeriod(own);
    own.clock.now = new Date('2027-01-04T02:00:00Z');
    const as = own.credentials.mau['province-admin'];
    for (const [act, noted] of [
      ['close', 'closedAt'],
      ['seal', 'sealedAt'],
      ['publish', 'publishedAt'],
    ] as const) {
      const done = await both.askAll<Partial<Period>>('POST', `/v1/periods/2026-q4/${act}`, {}, as);
      const faults = done.filter(({ status }) => status >= 500 && status !== 503);
      expect(faults, act).toEqual([]);
      expect(done.filter(({ body }) => body[noted]).length, act).toBeGreaterThan(0);
    }
    expect(await both.one("select count(*) as n from snapshots where tenant = 'mau'")).toBe(1);
    for (const action of ['period.close', 'period.seal', 'period.publish'])
      expect(
        await both.one(`select count(*) as n from audit where tenant = 'mau' and action = '${action}'`),
        action,
      ).toBe(1);
    expect(await verifyAudit(own.db, 'mau')).toBeNull();
  } finally {
    await both.close();
  }
});
