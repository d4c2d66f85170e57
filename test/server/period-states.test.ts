import { afterEach, beforeEach, expect, it } from 'vitest';
import type { Problem } from '#wire/problem.ts';
import type { Period, PeriodCheck } from '#wire/results.ts';
import { periodActRoutes } from '../../server/routes/period-acts.ts';
import { type TestServer, testServer } from './test-server.ts';

let server: TestServer;
async function begin(): Promise<void> {
  server = await testServer();
  server.clock.now = new Date('2027-01-04T02:00:00Z');
}
beforeEach(begin);
afterEach(() => server.close());

const ID = '2026-q4';
const EMBARGO = { publishAt: '2027-01-15T01:00:00Z' };
const act = (name: string, body: unknown = {}) =>
  server.request<Period & Problem>('POST', `/v1/periods/${ID}/${name}`, body, server.credentials.mau['province-admin']);
/** By act. Advice can be kept in every state: it is printed with the next snapshot. */
function row(
  ...[close, reopen, preview, rescore, seal, publish, cancel, correct, withdraw]: string[]
): Record<string, string> {
  return {
    ...{ 'check/acknowledge': '=', close, reopen, 'rescore/preview': preview, rescore, seal, publish },
    ...{ 'publish/cancel': cancel, correct, withdraw },
  } as Record<string, string>;
}
const set = (sql: string) => server.db.run(`update periods set ${sql} where tenant = 'mau' and period = '${ID}'`);

/** Each state, and how a period comes there. */
const STATES = {
  open: async () => {},
  cut: () => set("state = 'closed', closed_at = '2027-01-04T02:00:00.000Z'"),
  closed: () => act('close'),
  sealing: async () => {
    await act('close');
    await set("seal_begun_at = '2027-01-04T02:00:00.000Z'");
  },
  sealed: async () => {
    await act('close');
    await act('seal');
  },
  embargoed: async () => {
    await STATES.sealed();
    await act('publish', EMBARGO);
  },
  published: async () => {
    await STATES.sealed();
    await act('publish');
  },
  withdrawn: async () => {
    await STATES.published();
    await act('withdraw', { reason: 'Số liệu của hai đơn vị đang được kiểm tra.' });
  },
} as const satisfies Record<string, () => Promise<unknown>>;

const ACTS = periodActRoutes
  .filter(({ method }) => method === 'POST')
  .map(({ path, example }) => ({ name: path.replace('/v1/periods/:period/', ''), body: example ?? {} }));

/** The first advice the check gives, left as it is. */
async function keptAdvice() {
  const admin = server.credentials.mau['province-admin'];
  const check = await server.request<PeriodCheck>('GET', `/v1/periods/${ID}/check`, undefined, admin);
  const [advice] = check.body.advisory;
  return { code: advice?.code, message: advice?.message, reason: 'Đã xem và giữ nguyên.' };
}

/** What each act in the order of `ACTS` leads to: what stands then (state, snapshot, publication), `=` nothing changes, or the code of the refusal. */
const EXPECTED: Record<keyof typeof STATES, Record<string, string>> = {
  open: row(
    'closed 1',
    '=',
    'period.open',
    'period.open',
    'period.open',
    'period.unsealed',
    '=',
    'period.unsealed',
    'period.unpublished',
  ),
  cut: row(
    'closed 1',
    'open -',
    'period.open',
    'period.open',
    'period.open',
    'period.unsealed',
    '=',
    'period.unsealed',
    'period.unpublished',
  ),
  closed: row(
    '=',
    'open -',
    '=',
    'closed 2',
    'sealed 1',
    'period.unsealed',
    '=',
    'period.unsealed',
    'period.unpublished',
  ),
  sealing: row(
    '=',
    'period.sealing',
    'period.sealing',
    'period.sealing',
    'sealed 1',
    'period.unsealed',
    '=',
    'period.unsealed',
    'period.unpublished',
  ),
  sealed: row(
    '=',
    'period.state',
    'period.sealed',
    'period.sealed',
    '=',
    'sealed 1 embargoed',
    '=',
    'sealed 2',
    'period.unpublished',
  ),
  embargoed: row(
    '=',
    'period.state',
    'period.sealed',
    'period.sealed',
    '=',
    'publish.set',
    'sealed 1',
    'sealed 2 embargoed',
    'period.unpublished',
  ),
  published: row(
    '=',
    'period.state',
    'period.sealed',
    'period.sealed',
    '=',
    'period.published',
    'period.published',
    'sealed 2 published',
    'sealed 1 withdrawn',
  ),
  withdrawn: row(
    '=',
    'period.state',
    'period.sealed',
    'period.sealed',
    '=',
    'sealed 1 embargoed',
    '=',
    'sealed 2 withdrawn',
    '=',
  ),
};

/** State, snapshot and publication. */
async function standing(): Promise<string> {
  const [row] = await server.db.all<Record<'state' | 'snapshot' | 'shown' | 'gone', string | null>>(
    `select state, snapshot, published_at as shown, withdrawn_at as gone from periods where tenant = 'mau' and period = ?`,
    [ID],
  );
  if (!row) return 'none';
  const shown = row.shown === null ? '' : row.shown > server.clock.now.toISOString() ? ' embargoed' : ' published';
  return `${row.state} ${row.snapshot?.replace(`${ID}.`, '') ?? '-'}${shown}${row.gone ? ' withdrawn' : ''}`;
}

for (const state of Object.keys(STATES) as (keyof typeof STATES)[])
  it(`of a period that is ${state}, each act is done, leaves it as it is, or is refused with its reason`, async () => {
    const found: Record<string, string> = {};
    await STATES[state]();
    let before = await standing();
    for (const { name, body } of ACTS) {
      const answer = await act(name, name === 'check/acknowledge' ? await keptAdvice() : body);
      const after = await standing();
      if (answer.status >= 400) expect([name, after]).toEqual([name, before]);
      found[name] = answer.status < 300 ? (after === before ? '=' : after) : answer.body.code;
      expect([name, answer.status]).not.toEqual([name, 500]);
      if (after === before) continue;
      await server.close();
      await begin();
      await STATES[state]();
      before = await standing();
    }
    expect(found).toEqual(EXPECTED[state]);
  }, 60_000);
