import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { NATIONAL_CALENDAR } from '#rules/calendar/calendar.ts';
import { DEFAULT_OFFICE_HOURS } from '#rules/calendar/office-hours.ts';
import { DEFAULT_CHOICES } from '#rules/choices.ts';
import { countsIn } from '#rules/counts-in.ts';
import type { Dossier, DossierState } from '#rules/dossier.ts';
import { quarter } from '#rules/period.ts';
import type { PeriodCheck, Results } from '#wire/results.ts';
import { putDossier } from '../../server/store/dossiers.ts';
import { periodDossiers } from '../../server/store/period-dossiers.ts';
import { dossierBody } from './dossier-body.ts';
import { type TestServer, testServer } from './test-server.ts';

let server: TestServer;
beforeEach(async () => {
  server = await testServer();
});
afterEach(() => server.close());

const MEMBERSHIPS = ['ended', 'received', 'returned'] as const;
type Membership = (typeof MEMBERSHIPS)[number];
const PERIOD = quarter(2026, 4);
/** Before, on the first day, on the last day of the quarter, after it, and not known. */
const DAYS = ['2026-09-30', '2026-10-01', '2026-12-31', '2027-01-04', null] as const;
const STATES: readonly DossierState[] = ['processing', 'ready', 'returned'];
const at = (day: string | null, hour: string) => day && `${day}T${hour}`;

/** Every order of days a dossier can have: none ends before it was received or is promised for a day before. */
function everyKind(): Dossier[] {
  const kinds: Dossier[] = [];
  for (const received of DAYS)
    for (const promised of DAYS)
      for (const ready of DAYS)
        for (const returned of DAYS)
          for (const state of STATES) {
            if (received && ((promised && promised < received) || (returned && returned < received))) continue;
            if ((ready && received && ready < received) || (returned && ready && returned < ready)) continue;
            kinds.push({
              ...dossierBody({ code: `H99.01-261102-${String(kinds.length).padStart(4, '0')}` }),
              ...{ received: at(received, '08:00'), promised: at(promised, '17:00') },
              ...{ ready: at(ready, '10:00'), returned: at(returned, '15:00'), state },
            });
          }
  return kinds;
}

async function paged(membership: Membership): Promise<string[]> {
  const codes: string[] = [];
  for await (const page of periodDossiers(server.db, 'mau', 'so-a', PERIOD, membership))
    codes.push(...page.map(({ code }) => code));
  return codes;
}

describe.each(MEMBERSHIPS)('where dossiers belong to the period they were %s in', (membership) => {
  it('every one of which a part counts is read, and none twice', async () => {
    const dossiers = everyKind();
    await server.db.batch(dossiers.map((dossier) => putDossier('mau', dossier, 'x', 'x', new Date(0))));
    const read = await paged(membership);
    const office = { calendar: NATIONAL_CALENDAR, hours: DEFAULT_OFFICE_HOURS };
    for (const unfinished of ['zeroOnce', 'leaveOut'] as const) {
      const choices = {
        ...DEFAULT_CHOICES,
        'period.membership': membership,
        'index1.unfinishedOverdue': unfinished,
      };
      const counted = dossiers.filter((dossier) => {
        const { timeliness, rest } = countsIn(dossier, PERIOD, office, choices);
        return timeliness || rest;
      });
      expect(counted.length).toBeGreaterThan(50);
      expect(counted.map(({ code }) => code).filter((code) => !read.includes(code))).toEqual([]);
    }
    expect(new Set(read).size).toBe(read.length);
  });

  it('the close scores those and the check counts them', async () => {
    const dossiers = [
      // Received and ended in quarter III, handed over in quarter IV.
      dossierBody({ code: 'H99.01-260901-0001', received: '2026-09-01T08:00', promised: '2026-09-30T17:00' }),
      // Received in quarter III, the rest in quarter IV.
      dossierBody({ code: 'H99.01-260901-0002', received: '2026-09-21T08:00', promised: '2026-10-05T17:00' }),
      // All in quarter IV.
      dossierBody({ code: 'H99.01-261102-0003', received: '2026-10-02T08:00', promised: '2026-10-09T17:00' }),
      // Received in quarter IV, ended in quarter IV, not handed over.
      dossierBody({ code: 'H99.01-261102-0004', received: '2026-10-02T08:00', promised: '2026-10-09T17:00' }),
    ].map((dossier, i) => ({
      ...dossier,
      state: i === 3 ? 'ready' : 'returned',
      ready: ['2026-09-30T09:00', '2026-10-05T09:00', '2026-10-09T09:00', '2026-10-09T09:00'][i],
      returned: i === 3 ? null : '2026-10-12T09:00',
    }));
    const { officer, 'province-admin': admin } = server.credentials.mau;
    await server.db.run('update periods set choices = ?', [JSON.stringify({ 'period.membership': membership })]);
    await server.request('POST', '/v1/dossiers', dossiers, officer);
    server.clock.now = new Date('2027-01-04T02:00:00Z');
    const check = await server.request<PeriodCheck>('GET', '/v1/periods/2026-q4/check', undefined, admin);
    // 2, 3 and 4 ended in it; 3 and 4 were received in it; 1, 2 and 3 were returned in it.
    const n = { ended: 3, received: 2, returned: 3 }[membership];
    expect(check.body.counts.dossiers).toBe(n);
    expect((await server.request('POST', '/v1/periods/2026-q4/close', {}, admin)).status).toBe(200);
    const { body } = await server.request<Results>('GET', '/v1/periods/2026-q4/results', undefined, admin);
    expect(body.units[0]?.n.dossiers).toBe(n);
    const found = await server.db.all<{ dossier: string }>(
      "select distinct dossier from dossier_findings where tenant = 'mau' and dossier <> '' order by dossier",
    );
    const [one, two, three, four] = dossiers.map(({ code }) => code);
    expect(found.map(({ dossier }) => dossier)).toEqual(
      { ended: [two, three, four], received: [three, four], returned: [one, two, three] }[membership],
    );
  });

  it('a dossier that lacks that day is named before the close', async () => {
    const lacking = {
      ended: { ready: null, returned: null },
      received: { received: null },
      returned: { returned: null },
    }[membership];
    const dossier = { ...dossierBody({ code: 'H99.01-261102-0001', state: 'returned' }), ...lacking };
    const { officer, 'province-admin': admin } = server.credentials.mau;
    await server.db.run('update periods set choices = ?', [JSON.stringify({ 'period.membership': membership })]);
    await server.request('POST', '/v1/dossiers', [dossier], officer);
    const { body } = await server.request<PeriodCheck>('GET', '/v1/periods/2026-q4/check', undefined, admin);
    expect(body.advisory.find(({ code }) => code === 'dossier.undated')?.message).toBe(
      {
        ended: '1 hồ sơ đã kết thúc nhưng không có ngày có kết quả hoặc ngày trả nên không tính vào kỳ nào.',
        received: '1 hồ sơ không có ngày tiếp nhận nên không tính vào kỳ nào.',
        returned: '1 hồ sơ đã kết thúc nhưng không có ngày trả nên không tính vào kỳ nào.',
      }[membership],
    );
  });
});
