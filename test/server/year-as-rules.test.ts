import { afterEach, beforeEach, expect, it } from 'vitest';
import { emptyAggregate, type Indices, indices } from '#rules/aggregate.ts';
import { DEFAULT_OFFICE } from '#rules/calendar/working-time.ts';
import { type Choices, DEFAULT_CHOICES } from '#rules/choices.ts';
import { INDICATOR_IDS } from '#rules/finding.ts';
import { officerGrade } from '#rules/grade.ts';
import { officialIndices } from '#rules/official.ts';
import { custom, type Period, quarter } from '#rules/period.ts';
import { pooledYear } from '#rules/pooled-year.ts';
import { TT01_2018 } from '#rules/rulesets/tt01-2018.ts';
import { type PeriodScore, scorePeriod } from '#rules/score-period.ts';
import { sunkCounts } from '../../server/close/count-sinks.ts';
import { keepSnapshot } from '../../server/close/keep-snapshot.ts';
import { judgingOf, quartersOf } from '../../server/close/quarters.ts';
import { shielded } from '../../server/close/shielded.ts';
import { unitResult } from '../../server/close/unit-result.ts';
import { yearBody } from '../../server/close/year-body.ts';
import { simulate } from '../../server/simulate/simulate.ts';
import { insertPeriod, periodOrNull, type StoredPeriod } from '../../server/store/periods.ts';
import type { KeptSeries, SnapshotSums, UnitSums } from '../../server/store/snapshot-sums.ts';
import { type TestServer, testServer } from './test-server.ts';

const QUARTERS = [quarter(2026, 3), quarter(2026, 4)];
const HALF = { ...custom('2026-07-01', '2026-12-31'), id: 'nua-nam' };
const PLAN = { seed: 5, units: 1, dossiers: 900, period: custom('2026-06-01', '2026-12-31') };

let server: TestServer;
beforeEach(async () => {
  server = await testServer();
});
afterEach(() => server.close());

const kept = (values: Indices): KeptSeries =>
  Object.fromEntries(INDICATOR_IDS.flatMap((id) => (values[id].n ? [[id, [values[id].sum, values[id].n]]] : [])));

/** Both quarters of one simulated unit as the rules score them. */
function scored(choices: Choices): PeriodScore[] {
  const { province, recordsOf, factsOf } = simulate(PLAN);
  const [unit] = province.units;
  if (!unit) throw new Error('no unit');
  return QUARTERS.map((period, i) =>
    scorePeriod({
      ...{ period, ruleset: TT01_2018, office: DEFAULT_OFFICE, evaluated: true, choices },
      unitFacts: factsOf(unit, { dossiers: 300 + 200 * i, online: 150 }),
      records: recordsOf(unit),
    }),
  );
}

/** The sums a snapshot of `score` would keep. */
function sumsOf({ series, officers, unitFacts, dossiers }: PeriodScore): SnapshotSums {
  const unit: UnitSums = {
    ...{ unit: 'so-a', name: 'Đơn vị so-a', level: 'province', stated: unitFacts, missing: {}, evaluated: true },
    ...{ citizen: kept(series.citizen), computed: kept(series.computed), self: kept(series.self) },
    facts: kept(series.unit),
    n: { dossiers, official: 0, officerLink: 0, open: 0, selfScores: 0 },
    punctuality: { early: 0, onTime: 0, overdue: 0, unknown: 0, otherPeriod: dossiers },
    satisfaction: [null, 0],
    difference: {},
  };
  return {
    units: [unit],
    officers: officers.map((each) => ({
      ...{ unit: 'so-a', officer: each.officer, dossiers: each.dossiers },
      ...{ citizen: kept(each.series.citizen), computed: kept(each.series.computed), self: kept(each.series.self) },
    })),
  };
}

async function put(period: Period, choices: Choices, parts: readonly string[] = []): Promise<StoredPeriod> {
  const { id, kind, from, to } = period;
  const row = { period: id, kind, from, to, ruleset: TT01_2018.id, decision: null, choices: JSON.stringify(choices) };
  await server.db.batch([insertPeriod('kia', row, parts)]);
  const stored = await periodOrNull(server.db, 'kia', id);
  if (!stored) throw new Error(`no ${id}`);
  return stored;
}

it.each(['dossiers', 'meanOfQuarters'] as const)(
  'a year comes to what the rules make of its quarters: %s',
  async (how) => {
    const { db, services } = server;
    const choices: Choices = { ...DEFAULT_CHOICES, 'year.pool': how };
    const scores = scored(choices);
    await db.run("delete from periods where tenant = 'kia'");
    for (const score of scores) {
      const period = await put(score.period, choices);
      const sums = sumsOf(score);
      const label = { period, number: 1, reason: 'Chốt kỳ', choices: period.choices, actor: 'x' };
      const stored = { ...label, snapshot: '', ruleset: '', factsHash: '', contentHash: '', auditHead: '' };
      const judging = judgingOf({
        period,
        snapshot: { ...stored, period: '', createdAt: '', citizenFrozenFrom: null },
      });
      const closed = {
        sql: "update periods set state = 'closed' where tenant = 'kia' and period = ?",
        params: [period.period],
      };
      await keepSnapshot(
        services,
        'kia',
        { ...label, also: [closed] },
        {
          units: sums.units.map((each) => unitResult(judging, each, {})),
          ...{ officers: [], sums, joint: [], misread: [], counts: sunkCounts([]), factsHash: '' },
          judged: { flags: [], judged: [] },
          origin: { records: null, citizenFrozenFrom: null, findingsOf: `${period.period}.1` },
        },
      );
    }
    const year = await put(
      HALF,
      choices,
      QUARTERS.map(({ id }) => id),
    );
    const { quarters, hindrances } = await quartersOf(db, 'kia', year);
    expect(hindrances).toEqual([]);
    const body = await yearBody(db, 'kia', year, quarters, 'nua-nam.1');

    const rules = pooledYear({ period: HALF, ruleset: TT01_2018, quarters: scores, evaluated: true });
    const [unit] = body.units;
    expect(
      unit?.rows.map(({ official, computed, citizen, self }) => [
        official.points,
        computed?.points,
        citizen?.points ?? null,
        self?.points ?? null,
      ]),
    ).toEqual(
      INDICATOR_IDS.map((id) => {
        const { series, official } = rules;
        return [
          official[id].value,
          series[[5, 6, 8, 9].includes(id) ? 'unit' : 'computed'][id].value,
          [1, 3, 4, 6, 7].includes(id) ? series.citizen[id].value : null,
          series.self[id].value,
        ];
      }),
    );
    const { grade } = rules;
    expect([unit?.total, unit?.max, unit?.missing, unit?.grade, unit?.because, unit?.n.dossiers]).toEqual([
      ...[grade.total, grade.max, grade.missing, grade.code, grade.because],
      rules.dossiers,
    ]);
    if (how === 'meanOfQuarters') return;
    const none = indices(emptyAggregate());
    expect(body.officers.map(({ officer, total, completion, n }) => [officer, total, completion, n.dossiers])).toEqual(
      rules.officers.map(({ officer, series, dossiers }) => {
        const values = officialIndices({ ...series, citizen: shielded(series.citizen), unit: none }, choices);
        const level = officerGrade(TT01_2018, values, choices, rules.on, rules.official);
        return [officer, level.total, level.code, dossiers];
      }),
    );
    expect(body.officers.length).toBeGreaterThan(1);
  },
);
