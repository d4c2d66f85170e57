import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { CHOICES, type Choices, DEFAULT_CHOICES } from '#rules/choices.ts';
import { scorePeriod } from '#rules/score-period.ts';
import type { Results, UnitResult } from '#wire/results.ts';
import { ofClose, ofRules, type Summary } from './close-summary.ts';
import { keepQuarter, PERIOD, type SimulatedQuarter, simulatedQuarter } from './simulated-unit.ts';
import { type TestServer, testServer } from './test-server.ts';

/** A membership needs answers of its own, an answer without proof names no dossier, and the others say nothing of one quarter. */
const APART = new Set([
  ...['period.membership', 'citizen.evidence'],
  ...['year.pool', 'ruleset.straddle', 'appraised', 'notEvaluated'],
]);
/** Every other choice at each of its values, one at a time. */
const ONE_AT_A_TIME = CHOICES.filter(({ key }) => !APART.has(key)).flatMap(({ key, values, default: usual }) =>
  values.filter(({ value }) => value !== usual).map(({ value }) => ({ [key]: value }) as Partial<Choices>),
);
const SETS: Readonly<Record<Choices['period.membership'], readonly Partial<Choices>[]>> = {
  ended: [{}, ...ONE_AT_A_TIME],
  received: [{}, { 'index1.source': 'system', 'officer.attribution': 'mainProcessor' }],
  returned: [{}, { denominator: 'complete', compareWith: 'legal' }],
};

describe.each(['ended', 'received', 'returned'] as const)('dossiers that belong where they were %s', (membership) => {
  let server: TestServer;
  let quarter: SimulatedQuarter;
  beforeAll(async () => {
    server = await testServer();
    quarter = simulatedQuarter(membership);
    await keepQuarter(server, quarter);
    server.clock.now = new Date('2027-01-04T02:00:00Z');
  });
  afterAll(() => server.close());

  /** Closes the quarter under `choices`, as if it had never been closed before. */
  async function closed(choices: Partial<Choices>): Promise<Summary> {
    const admin = server.credentials.mau['province-admin'];
    for (const table of [
      'snapshots',
      'dossier_findings',
      'finding_texts',
      'snapshot_units',
      'snapshot_officers',
      'snapshot_sums',
      'joint_counts',
    ])
      await server.db.run(`delete from ${table} where tenant = 'mau'`);
    await server.db.run(
      "update periods set state = 'open', snapshot = null, closed_at = null, choices = ? where tenant = 'mau'",
      [JSON.stringify(choices)],
    );
    expect((await server.request('POST', `/v1/periods/${PERIOD.id}/close`, {}, admin)).status).toBe(200);
    const { body } = await server.request<Results>('GET', `/v1/periods/${PERIOD.id}/results`, undefined, admin);
    return ofClose(body.units.find((u) => u.unit === quarter.unit) as UnitResult, body.officers);
  }

  it.each(SETS[membership].map((set) => [JSON.stringify(set), set] as const))(
    'come to the same under the rules and in the close: %s',
    async (_, set) => {
      const own: Partial<Choices> = { 'period.membership': membership, ...set };
      const score = scorePeriod({ ...quarter.input({ ...DEFAULT_CHOICES, ...own }), records: quarter.records });
      // Nothing is held back for want of answers, so what is shown is what was computed.
      for (const id of [1, 3, 4, 7] as const) expect(score.series.citizen[id].n).toBeGreaterThan(20);
      expect(await closed(own)).toEqual(ofRules(score));
    },
  );

  it('are seen reaching over the first day of the quarter, late, with an answer', () => {
    const late = quarter.records.filter(
      ({ dossier: { promised, ready }, citizen }) =>
        citizen && promised && ready && promised < PERIOD.from && ready > PERIOD.from,
    );
    expect(late.length > 0).toBe(membership === 'ended' || membership === 'returned');
  });
});
