import { expect } from 'vitest';
import type { DossierBody } from '#wire/dossier.ts';
import { idOf, responseOf, type TestServer } from './test-server.ts';

/**
 * One unit, six dossiers, five official answers, worked by hand from TT 01/2018/TT-VPCP Điều 13–15 (tenths in brackets).
 * Promised 05/11/2026 17:00, compared by day: d1–d3 ready 04/11 (20), d4 on 05/11 (10), d5 on 06/11 (0), d6 has no promise.
 */
const dossier = (code: string, ready: string, more: Partial<DossierBody> = {}): DossierBody => ({
  code,
  unit: 'so-a',
  procedure: '1.001612',
  officer: 'CB-01',
  channel: 'counter',
  state: 'ready',
  received: '2026-11-02T08:00',
  promised: '2026-11-05T17:00',
  reappointed: [],
  ready,
  returned: null,
  pauses: [],
  supplements: null,
  limitDays: 3,
  ...more,
});
const steps = (ended: string) => [{ unit: 'so-a', officer: null, due: '2026-11-05T11:30', ended }];

const DOSSIERS = [
  dossier('H99.01-261102-0001', '2026-11-04T10:00', { supplements: 0, steps: steps('2026-11-04T10:00') }),
  dossier('H99.01-261102-0002', '2026-11-04T10:00', { supplements: 0, steps: steps('2026-11-04T10:00') }),
  dossier('H99.01-261102-0003', '2026-11-04T10:00', { supplements: 1, steps: steps('2026-11-05T09:00') }),
  dossier('H99.01-261102-0004', '2026-11-05T10:00', { supplements: 2 }),
  dossier('H99.01-261102-0005', '2026-11-06T10:00'),
  dossier('H99.01-261102-0006', '2026-11-06T10:00', { promised: null }),
];

const ANSWERS: readonly Record<string, string>[] = [
  { overall: 's5', q1: 'before', q3: 'extra0', q4: 'other0', q7: 't0' },
  { overall: 's5', q1: 'before', q3: 'extra0', q4: 'other0', q7: 't3' },
  { overall: 's4', q1: 'before', q3: 'extra0', q4: 'other0', q7: 't3' },
  { overall: 's4', q1: 'on', q3: 'extra1', q4: 'other0', q7: 't3' },
  { overall: 's3', q1: 'after', q3: 'extra2plus', q3b: 'mine', q4: 'other1', q4b: 'site', q7: 't3' },
];

const FACTS = {
  oneStop: { listed: 60, receivedAndReturned: 60, wholeCycle: 12, level: 'province' },
  disclosure: 'both',
  petitions: { received: 10, onTime: 9, prolonged: 0 },
  online: { eligibleProcedures: 100, onlineProcedures: 20, dossiers: 100, onlineDossiers: 15, abandonedOrOverdue: 0 },
};

/** Sends all of it through the server's own doors, as portal, officer and admin would. */
export async function fillPeriod({ request, credentials }: TestServer): Promise<void> {
  const { mau } = credentials;
  const put = await request<{ outcomes: { outcome: string }[] }>('POST', '/v1/dossiers', DOSSIERS, mau.officer);
  expect(put.body.outcomes.map((o) => o.outcome)).toEqual(DOSSIERS.map(() => 'created'));
  for (const [i, answers] of ANSWERS.entries()) {
    const invited = await request<{ token: string }>(
      'POST',
      '/v1/invitations',
      { dossier: DOSSIERS[i]?.code, unit: 'so-a', procedure: '1.001612', stage: 'returned' },
      mau.portal,
    );
    const sent = await request('POST', '/v1/responses', responseOf(i + 1, { answers, token: invited.body.token }));
    expect(sent.status).toBe(201);
  }
  // Neither of these is official evidence: one opened without a code, one handed out by the officer.
  await request('POST', '/v1/responses', responseOf(90, { answers: { overall: 's1', q1: 'after' } }));
  const byOfficer = await request<{ token: string }>(
    'POST',
    '/v1/invitations',
    { dossier: DOSSIERS[5]?.code, unit: 'so-a', stage: 'returned' },
    mau.officer,
  );
  await request(
    'POST',
    '/v1/responses',
    responseOf(91, { answers: { overall: 's1', q1: 'after' }, token: byOfficer.body.token }),
  );
  const scores = [
    {
      id: idOf(801),
      dossier: DOSSIERS[0]?.code,
      values: { 1: { shown: 20, points: 20 }, 7: { shown: null, points: 20, note: 'Không có phản ánh nào.' } },
    },
    {
      id: idOf(802),
      dossier: DOSSIERS[4]?.code,
      values: { 1: { shown: 0, points: 10, note: 'Chờ đơn vị phối hợp trả lời.' } },
    },
  ];
  const scored = await request<{ outcomes: { outcome: string }[] }>('POST', '/v1/self-scores', scores, mau.officer);
  expect(scored.body.outcomes.map((o) => o.outcome)).toEqual(['created', 'created']);
  await request('POST', '/v1/unit-facts', [{ unit: 'so-a', period: '2026-q4', facts: FACTS }], mau['province-admin']);
}
