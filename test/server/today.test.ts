import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { DueDossiersPage, Today, WaitingUnits } from '#wire/today.ts';
import { renewTimeliness } from '../../server/jobs/renew-timeliness.ts';
import { periodOrNull } from '../../server/store/periods.ts';
import { UNHAPPY } from './case-calls.ts';
import { dossierBody } from './dossier-body.ts';
import { planOf } from './plan-of.ts';
import { engine } from './test-database.ts';
import { type As, responseOf, type TestServer, testServer } from './test-server.ts';

/** The server's clock stands at 10/11/2026 09:00, a Tuesday. */
const running = (n: number, promised: string | null, more = {}) =>
  dossierBody({
    code: `H99.01-261102-000${n}`,
    ...{ unit: 'so-a', state: 'processing', ready: null, returned: null, promised, ...more },
  });
const waiting = [{ kind: 'supplement', from: '2026-11-04T08:00', to: null }];

let server: TestServer;
let admin: As;
beforeEach(async () => {
  server = await testServer();
  admin = server.credentials.mau['province-admin'];
  const dossiers = [
    // Due Thursday 05/11 17:00: Friday, Monday and the first 90 minutes of Tuesday late.
    running(1, '2026-11-05T17:00'),
    // Since Monday noon.
    running(2, '2026-11-09T11:30', { unit: 'so-b' }),
    // Its clock stands still since before its day.
    running(3, '2026-11-05T17:00', { state: 'waitingSupplement', pauses: waiting }),
    // Today at closing; a letter was to go out yesterday, and none is owed before the day is over.
    running(4, '2026-11-10T17:00'),
    // Tomorrow at noon: a letter in time goes out today.
    running(5, '2026-11-11T11:30'),
    // Next week.
    running(6, '2026-11-17T17:00'),
    // Ended, late.
    dossierBody({ code: 'H99.01-261102-0007', unit: 'so-a', ready: '2026-11-09T10:00', promised: '2026-11-05T17:00' }),
  ];
  await server.request('POST', '/v1/dossiers', dossiers, admin);
});
afterEach(() => server.close());

const today = async (as = admin) => (await server.request<Today>('GET', '/v1/today', undefined, as)).body;
const due = async (query: string, as = admin) =>
  (await server.request<DueDossiersPage>('GET', `/v1/due-dossiers?${query}`, undefined, as)).body;
const waitingOf = async (kind: string, as = admin) =>
  (await server.request<WaitingUnits>('GET', `/v1/waiting-units?kind=${kind}`, undefined, as)).body;
async function counted(): Promise<void> {
  const period = await periodOrNull(server.db, 'mau', '2026-q4');
  if (period) await renewTimeliness(server.services, 'mau', period);
}

describe('what is to be done today', () => {
  test('is one line for each kind, the longest delay first, as the rule judges it', async () => {
    const { lines } = await today();
    const told = lines.map(({ key, n, oldestDays, dueToday }) => [key, n, oldestDays, dueToday]);
    expect(told.filter(([key]) => key !== 'unscored')).toEqual(
      [
        // 16 h of two days and 90 minutes: two whole working days of 8 h.
        ['overdue', 2, 2, null],
        // Owed: 1 and 2, whose moment has passed (letters due 04/11 and Friday 06/11, for 08/11 is a Sunday); 5 until today.
        ['letter', 3, 6, 1],
        ['dueSoon', 2, null, 1],
      ].sort((a, b) => Number(b[2] ?? -1) - Number(a[2] ?? -1)),
    );
  });

  test('opens the dossiers of each line, and looking at them is logged', async () => {
    const overdue = await due('kind=overdue');
    expect(overdue).toMatchObject({ n: 2, whole: true, dayMinutes: 480, next: null });
    expect(overdue.dossiers.map(({ dossier, unit, minutes }) => [dossier, unit, minutes])).toEqual([
      ['H99.01-261102-0001', 'so-a', 2 * 480 + 90],
      ['H99.01-261102-0002', 'so-b', 240 + 90],
    ]);
    const soon = await due('kind=dueSoon&unit=so-a');
    expect(soon.dossiers.map(({ dossier, dueToday }) => [dossier, dueToday])).toEqual([
      ['H99.01-261102-0004', true],
      ['H99.01-261102-0005', false],
    ]);
    const log = await server.db.all<{ detail: string }>(
      "select detail from audit where action = 'due.read' order by seq",
    );
    expect(log.map(({ detail }) => JSON.parse(detail))).toEqual([
      { kind: 'overdue', n: 2 },
      { kind: 'dueSoon', n: 2 },
    ]);
  });

  test('is of the caller’s own unit, and of cases alone for an inspector', async () => {
    const own = server.credentials.mau['unit-admin'];
    expect((await today(own)).lines.find(({ key }) => key === 'overdue')).toMatchObject({ n: 1 });
    expect((await due('kind=overdue', own)).dossiers.map(({ unit }) => unit)).toEqual(['so-a']);
    expect((await server.request('GET', '/v1/due-dossiers?unit=so-b', undefined, own)).status).toBe(403);
    const inspector = await today(server.credentials.mau.inspector);
    expect(inspector).toMatchObject({ lines: [], received: null });
  });

  test('has cases also once their period is sealed, which know the month of asking alone: since how many days is not said', async () => {
    await server.request('POST', '/v1/responses', responseOf(901, { answers: UNHAPPY, reply: true }));
    const line = async () => (await today()).lines.find(({ key }) => key === 'case');
    expect(await line()).toMatchObject({ n: 1, oldestDays: 0, fault: null });
    await server.db.run("update cases set asked = '2026-10' where tenant = 'mau'", []);
    expect(await line()).toMatchObject({ n: 1, oldestDays: null, fault: null });
  });

  test('tells which line could not be counted, and counts the others', async () => {
    await server.db.run('drop table objections');
    const { lines } = await today();
    expect(lines.at(-1)).toMatchObject({ key: 'objection', n: null });
    expect(lines.at(-1)?.fault).toContain('Chưa đếm được');
    expect(lines.find(({ key }) => key === 'overdue')?.n).toBe(2);
  });

  test('has the units that have not scored, as of the last count of the open period', async () => {
    expect((await waitingOf('unscored')).units).toEqual([]);
    await counted();
    const unscored = await waitingOf('unscored');
    expect(unscored.countedAt).toBe('2026-11-10T02:00:00.000Z');
    expect(unscored.units.map(({ unit }) => unit).sort()).toEqual(['so-a', 'so-b', 'xa-1']);
    expect((await today()).lines.find(({ key }) => key === 'unscored')).toMatchObject({ n: 3, of: 3 });
    await server.request(
      'POST',
      '/v1/unit-facts',
      [{ period: '2026-q4', unit: 'xa-1', facts: { disclosure: 'both' } }],
      admin,
    );
    expect((await waitingOf('unscored')).units.map(({ unit }) => unit).sort()).toEqual(['so-a', 'so-b']);
  });

  test('has dossiers whose dates do not fit each other, unit by unit', async () => {
    // Promised for a Sunday.
    const wrong = dossierBody({ code: 'H99.01-261102-0008', unit: 'so-b', promised: '2026-11-08T17:00' });
    await server.request('POST', '/v1/dossiers', [wrong], admin);
    await counted();
    const faults = await waitingOf('fault');
    expect(faults.units.map(({ unit, n }) => [unit, n])).toEqual([['so-b', 1]]);
  });
});

describe('the list of what is late', () => {
  test('is found by an index over what has not ended, unit by unit', async () => {
    const plan = await planOf(
      server,
      `select code from dossiers where tenant = ? and unit = ? and ended_day is null and (promised, code) > (?, ?)
       and promised < ? order by promised, code limit ?`,
    );
    expect(plan.join('\n')).toMatch(
      engine === 'sqlite'
        ? /^SEARCH \w+ USING (COVERING )?INDEX dossiers_by_promise \(tenant=\? AND unit=\? AND[^\n]*$/
        : /Scan using dossiers_by_promise on dossiers\nIndex Cond: \(\(tenant = \$1\) AND \(unit = \$2\) AND /,
    );
  });
});
