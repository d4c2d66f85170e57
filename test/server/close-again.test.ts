import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { DEFAULT_OFFICE_HOURS } from '#rules/calendar/office-hours.ts';
import type { DossierBody } from '#wire/dossier.ts';
import type { Problem } from '#wire/problem.ts';
import type { Results } from '#wire/results.ts';
import { dossierBody } from './dossier-body.ts';
import { type TestServer, testServer } from './test-server.ts';

let server: TestServer;
beforeEach(async () => {
  server = await testServer();
});
afterEach(() => server.close());

const admin = () => server.credentials.mau['province-admin'];
const send = (body: DossierBody) => server.request<Problem>('POST', '/v1/dossiers', [body], admin());
const close = () => server.request<{ state: string }>('POST', '/v1/periods/2026-q4/close', {}, admin());
const results = async () =>
  (await server.request<Results>('GET', '/v1/periods/2026-q4/results', undefined, admin())).body;
const endPeriod = () => {
  server.clock.now = new Date('2027-01-04T02:00:00Z');
};

describe('a close that was cut short', () => {
  /** As a stop in the middle leaves it: closed, findings written, no snapshot. */
  async function interrupt(): Promise<void> {
    await server.db.batch([
      { sql: "update periods set state = 'closed', closed_at = 'x' where tenant = 'mau'" },
      ...['dossier_findings', 'snapshot_units', 'snapshot_officers', 'snapshot_sums', 'joint_counts'].map((table) => {
        const columns = {
          dossier_findings: ['unit, dossier, bits, findings', "'so-a', 'H99-cu', 2, '[[]]'"],
          snapshot_sums: ['unit, officer, sums', "'so-cu', '', '{}'"],
          snapshot_units: ['unit, result', "'so-cu', '{}'"],
          snapshot_officers: ['officer, unit, result', "'CB-99', 'so-a', '{}'"],
          joint_counts: ['unit, officer, kind, indicator, a, b, n', "'so-a', '', 'self×citizen', 1, 20, 20, 9"],
        }[table] as [string, string];
        return {
          sql: `insert into ${table} (tenant, snapshot, ${columns[0]}) values ('mau', '2026-q4.1', ${columns[1]})`,
        };
      }),
    ]);
  }

  it('leaves nothing of its first try in the result of the second', async () => {
    await send(dossierBody());
    endPeriod();
    await interrupt();
    expect((await close()).body.state).toBe('closed');
    const body = await results();
    expect(body.units.map((u) => u.unit)).toEqual(['so-a', 'so-b', 'xa-1']);
    expect(body.officers).toEqual([]);
    expect(await server.db.all("select 1 from joint_counts where tenant = 'mau'")).toEqual([]);
    expect(await server.db.all("select 1 from dossier_findings where tenant = 'mau' and dossier = 'H99-cu'")).toEqual(
      [],
    );
  });

  it('lets no dossier change until it is taken up again, and asks the sender to come back', async () => {
    await send(dossierBody());
    endPeriod();
    await interrupt();
    const refused = await send(dossierBody({ ready: '2026-11-06T10:00' }));
    expect([refused.status, refused.body.code, refused.headers.get('retry-after')]).toEqual([
      503,
      'period.closing',
      '60',
    ]);
    await close();
    // Ready 04/11 before 05/11 is 2 points; 06/11 would have been 0.
    expect((await results()).units[0]?.rows[0]?.computed?.points).toBe(20);
    expect((await send(dossierBody({ ready: '2026-11-06T10:00' }))).status).toBe(200);
  });
});

describe('a period', () => {
  it('keeps the office hours it was opened with, whatever the province settles later', async () => {
    // Promised 05/11 14:00, ready 13:30, compared by half-day. In the hours of the opening (13:00–17:00) both lie in one
    // session: on time, 1 point. With an afternoon from 14:00 on, 13:30 would be before that session: early, 2 points.
    await server.db.run("update periods set choices = ? where tenant = 'mau'", ['{"granularity":"halfDay"}']);
    await send(dossierBody({ promised: '2026-11-05T14:00', ready: '2026-11-05T13:30' }));
    const late = [
      { from: 450, to: 690 },
      { from: 840, to: 1020 },
    ];
    const hours = { ...DEFAULT_OFFICE_HOURS, sessions: { 1: late, 2: late, 3: late, 4: late, 5: late } };
    const put = await server.request(
      'PUT',
      '/v1/tenant',
      { name: 'Tỉnh mau', decision: null, hours, choices: {} },
      admin(),
    );
    expect(put.status).toBe(200);
    endPeriod();
    await close();
    expect((await results()).units[0]?.rows[0]?.computed).toEqual({ points: 10, n: 1, because: null });
  });
});
