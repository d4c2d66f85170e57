import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Outcome } from '#wire/problem.ts';
import { takeClose } from '../../server/close/lease-of-close.ts';
import { takeLease } from '../../server/store/leases.ts';
import { idOf, type TestServer, testServer } from './test-server.ts';

let server: TestServer;
const CODE = 'H99.01-261102-0001';

const dossier = {
  code: CODE,
  unit: 'so-a',
  procedure: null,
  officer: 'CB-01',
  channel: null,
  state: 'ready',
  received: '2026-11-02T08:00',
  promised: '2026-11-05T17:00',
  reappointed: [],
  ready: '2026-11-04T10:00',
  returned: null,
  pauses: [],
  supplements: null,
  limitDays: null,
};

beforeEach(async () => {
  server = await testServer();
  await server.request('POST', '/v1/dossiers', [dossier], server.credentials.mau.officer);
});
afterEach(() => server.close());

/** Lets another process write between the look at the data and the next transaction. */
function writeBetween(...statements: string[]): void {
  const { db } = server;
  const { batch } = db;
  db.batch = async (next) => {
    db.batch = batch;
    await db.batch(statements.map((sql) => ({ sql })));
    return db.batch(next);
  };
}

const CLOSE = "update periods set state = 'closed', closed_at = 'x', snapshot = 'x' where tenant = 'mau'";
const BEGIN_CLOSE = "update periods set state = 'closed', closed_at = 'x' where tenant = 'mau'";

const scoreOf = (n: number, points = 20) => ({
  id: idOf(n),
  dossier: CODE,
  values: { 1: { shown: 20, points, note: 'x' } },
});
async function score(n: number) {
  const answer = await server.request<{ outcomes: Outcome[] }>(
    'POST',
    '/v1/self-scores',
    [scoreOf(n)],
    server.credentials.mau.officer,
  );
  return { status: answer.status, text: answer.text, outcome: answer.body.outcomes?.[0] };
}
const rows = (table: string) => server.db.all(`select 1 from ${table} where tenant = 'mau'`);

describe('a dossier sent while another process scores a period anew', () => {
  const send = () =>
    server.request<{ outcomes: Outcome[] }>(
      'POST',
      '/v1/dossiers',
      [{ ...dossier, state: 'returned', returned: '2026-11-05T09:00' }],
      server.credentials.mau.officer,
    );
  const after = (seconds: number) => new Date(server.clock.now.getTime() + seconds * 1000);
  const stateNow = async () => (await server.db.all('select state from dossiers'))[0];

  it('is asked to come back, and is taken when the work is done', async () => {
    await server.db.run("update periods set state = 'closed', closed_at = 'x', snapshot = 'x' where tenant = 'mau'");
    const lease = await takeClose(server.services, 'mau', '2026-q4', async () => false);
    const answer = await send();
    expect([answer.status, answer.text]).toEqual([503, expect.stringContaining('period.closing')]);
    expect(await stateNow()).toEqual({ state: 'ready' });
    await lease?.drop();
    expect((await send()).body.outcomes).toMatchObject([{ outcome: 'updated' }]);
    expect(await stateNow()).toEqual({ state: 'returned' });
  });

  it('is taken when that process is dead for half a minute, or the clock was set back since', async () => {
    await server.db.run("update periods set state = 'closed', closed_at = 'x', snapshot = 'x' where tenant = 'mau'");
    const { now } = server.clock;
    for (const seconds of [31, -86_400]) {
      server.clock.now = now;
      await server.db.run('delete from leases');
      await takeClose(server.services, 'mau', '2026-q4', async () => false);
      server.clock.now = after(seconds);
      expect([seconds, (await send()).status]).toEqual([seconds, 200]);
    }
  });

  it('of another province is none of its business', async () => {
    await server.db.run("update periods set state = 'closed', closed_at = 'x', snapshot = 'x' where tenant = 'mau'");
    await takeLease(server.db, 'khac', 'close/2026-q4', 'x', server.clock.now);
    expect((await send()).status).toBe(200);
  });
});

describe('a self-score', () => {
  it('does not enter a period that closes between the look at it and the write', async () => {
    writeBetween(CLOSE);
    expect((await score(1)).outcome).toMatchObject({
      outcome: 'refused',
      status: 410,
      problem: { code: 'period.closed' },
    });
    expect(await rows('self_scores')).toEqual([]);
  });

  it('is asked to come back while a period is being computed', async () => {
    writeBetween(BEGIN_CLOSE);
    const answer = await score(1);
    expect([answer.status, answer.text]).toEqual([503, expect.stringContaining('period.closing')]);
    expect(await rows('self_scores')).toEqual([]);
  });

  it('becomes the next revision when another process took its number', async () => {
    writeBetween(
      `insert into self_scores (tenant, dossier, revision, id, officer, unit, points, body_hash, scored_at)
       values ('mau', '${CODE}', 1, '${idOf(9)}', 'CB-01', 'so-a', '{"1":{"shown":10,"points":10}}', 'x', '2026-11-10T01:00:00.000Z')`,
    );
    expect((await score(1)).outcome).toMatchObject({ outcome: 'updated' });
    expect(await rows('self_scores')).toHaveLength(2);
  });

  it('of another officer is a conflict, with the time of day in Viet Nam', async () => {
    // 01:05 UTC is 08:05 in Viet Nam.
    writeBetween(
      `insert into self_scores (tenant, dossier, revision, id, officer, unit, points, body_hash, scored_at)
       values ('mau', '${CODE}', 1, '${idOf(9)}', 'CB-02', 'so-a', '{"1":{"shown":10,"points":10}}', 'x', '2026-11-10T01:05:00.000Z')`,
    );
    const { outcome } = await score(1);
    expect(outcome).toMatchObject({ status: 409, problem: { code: 'score.conflict' } });
    expect(JSON.stringify(outcome)).toContain('CB-02 đã chấm hồ sơ này lúc 10/11/2026 08:05.');
  });

  it('sent with forty others of the same dossier at once is stored, none is a fault', async () => {
    const answers = await Promise.all(Array.from({ length: 41 }, (_, i) => score(i)));
    expect(answers.map((a) => a.status)).toEqual(Array(41).fill(200));
    expect(await rows('self_scores')).toHaveLength(41);
  });
});

describe('declared facts', () => {
  const declare = () =>
    server.request<{ outcomes: Outcome[] }>(
      'POST',
      '/v1/unit-facts',
      [{ unit: 'so-a', period: '2026-q4', facts: { disclosure: 'both' } }],
      server.credentials.mau['province-admin'],
    );

  it('are asked to come back while the period is being computed', async () => {
    writeBetween(BEGIN_CLOSE);
    const { body } = await declare();
    expect(body.outcomes[0]).toMatchObject({
      ...{ outcome: 'refused', status: 503, problem: { code: 'period.closing' } },
      retryAfter: expect.any(Number),
    });
    expect(await rows('unit_facts')).toEqual([]);
  });

  it('told while the period closes are told of the closed one, and of a sealed one need a reason', async () => {
    writeBetween(CLOSE);
    expect((await declare()).body.outcomes[0]).toMatchObject({ outcome: 'updated' });
    const [entry] = await server.db.all<{ detail: string }>(
      "select detail from audit where tenant = 'mau' and action = 'unit-facts.put'",
    );
    expect(JSON.parse(entry?.detail ?? '')).toMatchObject({ state: 'closed' });
    writeBetween("update periods set state = 'sealed' where tenant = 'mau'");
    expect((await declare()).body.outcomes[0]).toMatchObject({ status: 422, problem: { code: 'reason.missing' } });
    expect(await rows('unit_facts_revisions')).toHaveLength(1);
  });
});
