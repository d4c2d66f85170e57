import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Choices } from '#rules/choices.ts';
import type { DossierBody } from '#wire/dossier.ts';
import type { OfficerResult, Results, UnitResult } from '#wire/results.ts';
import { dossierBody } from './dossier-body.ts';
import { fillPeriod } from './filled-period.ts';
import { type TestServer, testServer } from './test-server.ts';

let server: TestServer;
beforeEach(async () => {
  server = await testServer();
});
afterEach(() => server.close());

/** Closes the seeded quarter under `choices` after `dossiers` were sent; what unit so-a and the officers came to. */
async function closed(choices: Partial<Choices>, dossiers: readonly DossierBody[]) {
  const { officer, 'province-admin': admin } = server.credentials.mau;
  await server.db.run('update periods set choices = ?', [JSON.stringify(choices)]);
  if (dossiers.length) await server.request('POST', '/v1/dossiers', dossiers, officer);
  server.clock.now = new Date('2027-01-04T02:00:00Z');
  expect((await server.request('POST', '/v1/periods/2026-q4/close', {}, admin)).status).toBe(200);
  const { body } = await server.request<Results>('GET', '/v1/periods/2026-q4/results', undefined, admin);
  return { unit: body.units[0] as UnitResult, officers: body.officers };
}

const step = (ended: string) => [{ unit: 'so-a', officer: 'CB-STEP', due: '2026-11-05T17:00', ended }];
/** A day early, 2 points for 1; its step on the day, 1 point for 2. */
const WHOLE = dossierBody({ officer: 'CB-MAIN', receivedBy: 'CB-DESK', steps: step('2026-11-05T09:00') });
/** A day late, 0 points for 1; its steps were not read. */
const PART = dossierBody({ code: 'H99.01-261102-0002', officer: 'CB-MAIN', ready: '2026-11-06T10:00' });

describe('an officer’s result', () => {
  const summary = (officers: readonly OfficerResult[]) =>
    officers.map(({ officer, total, missing, n }) => [officer, total, missing.join(), n.dossiers]);

  it('is that of the part each did: 1 of who processed, 2 of who did the step, 3, 4 and 7 of who took it in', async () => {
    const { officers } = await closed({ 'index1.source': 'system' }, [WHOLE]);
    expect(summary(officers)).toEqual([
      ['CB-DESK', null, '1,2,3,4,7', 1],
      ['CB-MAIN', 20, '2,3,4,7', 1],
      ['CB-STEP', 10, '1,3,4,7', 1],
    ]);
  });

  it('is all the main processor’s when that is chosen', async () => {
    const { officers } = await closed({ 'index1.source': 'system', 'officer.attribution': 'mainProcessor' }, [WHOLE]);
    expect(summary(officers)).toEqual([['CB-MAIN', 30, '3,4,7', 1]]);
  });

  it('of a dossier that changed hands is of who had it when it ended', async () => {
    const handlers = [
      { officer: 'CB-OLD', from: '2026-11-02T08:00' },
      { officer: 'CB-NEW', from: '2026-11-04T11:00' },
    ];
    // Ended 04/11 10:00, an hour before the other took over; promised for 05/11.
    const { officers } = await closed({ 'index1.source': 'system' }, [dossierBody({ officer: 'CB-NEW', handlers })]);
    expect(officers.find(({ officer }) => officer === 'CB-OLD')?.total).toBe(20);
    expect(officers.find(({ officer }) => officer === 'CB-NEW')?.total).toBeNull();
  });
});

describe('the number an index is divided by', () => {
  it('is of the dossiers that have this one: (20 + 0)/2 = 10', async () => {
    const { unit } = await closed({ 'index1.source': 'system' }, [WHOLE, PART]);
    expect(unit.rows.slice(0, 2).map(({ computed }) => [computed?.points, computed?.n])).toEqual([
      [10, 2],
      [10, 1],
    ]);
  });

  it('is of those that have all of the system’s when that is chosen: 20/1', async () => {
    const { unit } = await closed({ 'index1.source': 'system', denominator: 'complete' }, [WHOLE, PART]);
    expect(unit.rows.slice(0, 2).map(({ computed }) => [computed?.points, computed?.n])).toEqual([
      [20, 1],
      [10, 1],
    ]);
    expect(unit.n.dossiers).toBe(2);
  });
});

describe('answers without a verified link', () => {
  // Official: before, before, before, on, after. The officer's link and the open one: after, after.
  it('count when that is chosen: (20 + 20 + 20 + 10 + 0 + 0 + 0)/7 = 10', async () => {
    await fillPeriod(server);
    const { unit } = await closed({ 'citizen.evidence': 'all' }, []);
    expect(unit.rows[0]?.citizen).toEqual({ points: 10, n: 7, because: null });
    expect(unit.n).toMatchObject({ official: 7, officerLink: 0, open: 0 });
  });

  it('of which some lack an answer count nowhere under one number for all: the five that answered 1, 3, 4 and 7', async () => {
    await fillPeriod(server);
    const { unit } = await closed({ 'citizen.evidence': 'all', denominator: 'complete' }, []);
    // 1: (20 + 20 + 20 + 10 + 0)/5 = 14; 3: (20 + 20 + 20 + 10 + 20)/5 = 18.
    expect([0, 2, 3, 6].map((i) => [unit.rows[i]?.citizen?.points, unit.rows[i]?.citizen?.n])).toEqual([
      [14, 5],
      [18, 5],
      [16, 5],
      [10, 5],
    ]);
  });
});
