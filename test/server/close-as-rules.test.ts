import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { emptyAggregate, indices } from '#rules/aggregate.ts';
import { CHOICES, type Choices, DEFAULT_CHOICES } from '#rules/choices.ts';
import { INDICATOR_IDS } from '#rules/finding.ts';
import { officerGrade } from '#rules/grade.ts';
import { officialIndices } from '#rules/official.ts';
import { TT01_2018 } from '#rules/rulesets/tt01-2018.ts';
import { type PeriodScore, scorePeriod } from '#rules/score-period.ts';
import type { OfficerResult, Results, UnitResult } from '#wire/results.ts';
import { shielded } from '../../server/close/shielded.ts';
import { keepQuarter, PERIOD, type SimulatedQuarter, simulatedQuarter } from './simulated-unit.ts';
import { type TestServer, testServer } from './test-server.ts';

/** What both ways of scoring must agree on, in one shape. */
interface Summary {
  readonly rows: readonly unknown[];
  readonly grade: unknown;
  readonly label: string | null;
  readonly officers: readonly unknown[];
  readonly dossiers: number;
}

/** An officer's level as the close gives it: of no index that fewer than 5 answers stand behind. */
function levelOf({ officers, choices, official, on }: PeriodScore): unknown[] {
  const none = indices(emptyAggregate());
  return officers.map(({ officer, dossiers, series }) => {
    const values = officialIndices({ ...series, citizen: shielded(series.citizen), unit: none }, choices);
    const grade = officerGrade(TT01_2018, values, choices, on, official);
    return [officer, dossiers, grade.total, grade.missing, grade.code, grade.because];
  });
}

const ofRules = (score: PeriodScore): Summary => ({
  rows: INDICATOR_IDS.map((id) => {
    const { series, official } = score;
    const cell = (name: keyof typeof series) => [series[name][id].value, series[name][id].n];
    const perDossier = [1, 2, 3, 4, 6, 7].includes(id);
    const asked = [1, 3, 4, 6, 7].includes(id);
    return {
      id,
      citizen: asked || series.citizen[id].n > 0 ? cell('citizen') : null,
      computed: cell([5, 6, 8, 9].includes(id) ? 'unit' : 'computed'),
      self: perDossier ? cell('self') : null,
      official: [official[id].value, official[id].n],
    };
  }),
  grade: [score.grade.total, score.grade.max, score.grade.missing, score.grade.code, score.grade.because],
  label: score.satisfaction?.label ?? null,
  officers: levelOf(score),
  dossiers: score.dossiers,
});

const ofClose = (unit: UnitResult, officers: readonly OfficerResult[]): Summary => ({
  rows: unit.rows.map(({ indicator, citizen, computed, self, official }) => {
    const cell = (each: typeof citizen) => each && [each.points, each.n];
    return {
      id: indicator,
      citizen: cell(citizen),
      computed: cell(computed),
      self: cell(self),
      official: cell(official),
    };
  }),
  grade: [unit.total, unit.max, unit.missing, unit.grade, unit.because],
  label: unit.satisfactionLabel,
  officers: [...officers]
    .sort((a, b) => (a.officer < b.officer ? -1 : 1))
    .map((o) => [o.officer, o.n.dossiers, o.total, o.missing, o.completion, o.because]),
  dossiers: unit.n.dossiers,
});

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
