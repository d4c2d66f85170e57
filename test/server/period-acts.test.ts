import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Period } from '#wire/results.ts';
import { closePeriod } from '../../server/close/close.ts';
import { publishPeriod } from '../../server/close/publish.ts';
import { fillPeriod } from './filled-period.ts';
import { type TestServer, testServer } from './test-server.ts';

let server: TestServer;
beforeEach(async () => {
  server = await testServer();
  server.clock.now = new Date('2027-01-04T02:00:00Z');
});
afterEach(() => server.close());

const act = (name: string) =>
  server.request<Period>('POST', `/v1/periods/2026-q4/${name}`, {}, server.credentials.mau['province-admin']);
const entries = async (action: string) =>
  (await server.db.all(`select 1 from audit where tenant = 'mau' and action = ?`, [action])).length;

describe('an act asked for ten times at once', () => {
  it('happens once: every caller gets the state it led to, and the log has one entry', async () => {
    for (const [name, state, action] of [
      ['close', 'closed', 'period.close'],
      ['seal', 'sealed', 'period.seal'],
      ['publish', 'sealed', 'period.publish'],
    ] as const) {
      const answers = await Promise.all(Array.from({ length: 10 }, () => act(name)));
      expect(answers.map((a) => [a.status, a.body.state])).toEqual(Array(10).fill([200, state]));
      expect([name, await entries(action)]).toEqual([name, 1]);
    }
    expect(await entries('snapshot.create')).toBe(1);
  });
});

describe('a period whose key is gone', () => {
  it('is not closed: the answers given through links could no longer be joined', async () => {
    server.clock.now = new Date('2026-11-10T02:00:00Z');
    await fillPeriod(server);
    server.clock.now = new Date('2027-01-04T02:00:00Z');
    server.services.keys.destroy('mau', '2026-q4');
    const { status, text } = await act('close');
    expect(status).toBe(409);
    expect(text).toContain('key.lost');
    expect(text).toContain('mất khóa kỳ');
    // Nor is a close that was cut short carried on without it.
    await server.db.run("update periods set state = 'closed', closed_at = 'x' where tenant = 'mau'");
    expect((await act('close')).text).toContain('key.lost');
    expect(await entries('snapshot.create')).toBe(0);
  });
});

describe('an act that another process did first', () => {
  /** Lets the other process finish between the look at the period and the next transaction that says `words`. */
  function doneBetween(words: string, work: (other: TestServer['services']) => Promise<void>): void {
    const { db } = server;
    const { batch } = db;
    // A process of its own stands in no line of this one.
    const other = { ...server.services, db: { ...db } };
    db.batch = async (next) => {
      if (!next.some((statement) => statement.sql.includes(words))) return batch(next);
      db.batch = batch;
      await work(other);
      return batch(next);
    };
  }
  const period = { period: '2026-q4' };

  it('is done, whether the other closed, made the snapshot or published', async () => {
    doneBetween('closed_at', (other) => closePeriod(other, 'mau', period, 'user:lan'));
    expect((await act('close')).body.state).toBe('closed');
    expect([await entries('period.close'), await entries('snapshot.create')]).toEqual([1, 1]);
    await act('seal');
    doneBetween('published_at', (other) => publishPeriod(other, 'mau', period, 'user:lan'));
    expect((await act('publish')).body.publishedAt).not.toBeNull();
    expect(await entries('period.publish')).toBe(1);
  });

  it('keeps a period from being scored anew that was sealed or opened meanwhile, and says which', async () => {
    const reason = 'Ý kiến của hai đơn vị được chấp nhận.';
    for (const [sql, code] of [
      ["update periods set state = 'sealed' where tenant = 'mau'", 'period.sealed'],
      ["update periods set state = 'closed', seal_begun_at = 'x' where tenant = 'mau'", 'period.sealing'],
      ["update periods set state = 'open', seal_begun_at = null, snapshot = null where tenant = 'mau'", 'period.open'],
    ] as const) {
      await server.db.run("update periods set state = 'closed', seal_begun_at = null where tenant = 'mau'");
      await act('close');
      doneBetween('insert into snapshots', async ({ db }) => {
        await db.run(sql);
      });
      const as = server.credentials.mau['province-admin'];
      const { status, text } = await server.request('POST', '/v1/periods/2026-q4/rescore', { reason }, as);
      expect([status, text]).toEqual([409, expect.stringContaining(code)]);
    }
    expect(await entries('snapshot.create')).toBe(1);
  });

  it('makes no second snapshot', async () => {
    // The first one stood still for a minute, so that its right to compute ran out.
    const later = () => new Date(server.clock.now.getTime() + 60_000);
    doneBetween('insert into snapshots', (other) => closePeriod({ ...other, now: later }, 'mau', period, 'user:lan'));
    expect((await act('close')).body.state).toBe('closed');
    expect(await entries('snapshot.create')).toBe(1);
  });
});
