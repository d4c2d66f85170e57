import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { DossierBody } from '#wire/dossier.ts';
import type { Results, UnitResult } from '#wire/results.ts';
import { dossierBody } from './dossier-body.ts';
import { responseOf, type TestServer, testServer } from './test-server.ts';

let server: TestServer;
beforeEach(async () => {
  server = await testServer();
});
afterEach(() => server.close());

/** Closes quarter IV/2026 after five citizens answered alike, in it, about five dossiers that are alike. */
async function closed(dossier: Partial<DossierBody>, answers: Record<string, string>): Promise<UnitResult> {
  const { officer, portal, 'province-admin': admin } = server.credentials.mau;
  const dossiers = [1, 2, 3, 4, 5].map((n) => dossierBody({ ...dossier, code: `H99.01-260921-000${n}` }));
  await server.request('POST', '/v1/dossiers', dossiers, officer);
  for (const [i, { code }] of dossiers.entries()) {
    const asked = { dossier: code, unit: 'so-a', procedure: '1.001612', stage: 'returned' };
    const { body } = await server.request<{ token: string }>('POST', '/v1/invitations', asked, portal);
    const sent = await server.request('POST', '/v1/responses', responseOf(i, { answers, token: body.token }));
    expect(sent.status).toBe(201);
  }
  server.clock.now = new Date('2027-01-04T02:00:00Z');
  expect((await server.request('POST', '/v1/periods/2026-q4/close', {}, admin)).status).toBe(200);
  const { body } = await server.request<Results>('GET', '/v1/periods/2026-q4/results', undefined, admin);
  return body.units.find(({ unit }) => unit === 'so-a') as UnitResult;
}

const citizen = (unit: UnitResult, indicator: number) => {
  const cell = unit.rows[indicator - 1]?.citizen;
  return [cell?.points, cell?.n];
};
const RECEIVED = { received: '2026-09-21T08:00', promised: '2026-09-28T17:00' };
const ANSWERS = { overall: 's3', q1: 'after', q3: 'extra1' };

describe('an answer about a dossier', () => {
  it('due in September and finished on 05/10 counts whole in quarter IV, though the system counted the lateness before', async () => {
    const unit = await closed({ ...RECEIVED, ready: '2026-10-05T10:00' }, ANSWERS);
    expect(citizen(unit, 1)).toEqual([0, 5]);
    // Once contacted again: 1 point from each of the five.
    expect(citizen(unit, 3)).toEqual([10, 5]);
    expect(unit.punctuality).toMatchObject({ overdue: 0, otherPeriod: 5 });
  });

  it('finished late on 05/10 and due on 02/10 has all its say there: 0 points for time', async () => {
    const unit = await closed({ ...RECEIVED, promised: '2026-10-02T17:00', ready: '2026-10-05T10:00' }, ANSWERS);
    expect([citizen(unit, 1), citizen(unit, 3)]).toEqual([
      [0, 5],
      [10, 5],
    ]);
  });

  it('that belongs to another quarter altogether counts whole where it was given', async () => {
    const unit = await closed({ ...RECEIVED, ready: '2026-09-29T10:00' }, ANSWERS);
    expect([citizen(unit, 1), citizen(unit, 3), unit.n.dossiers]).toEqual([[0, 5], [10, 5], 0]);
  });
});
