import { type Accumulator, accumulator, type Indices, indices } from './aggregate.ts';
import { officerOf } from './attribution.ts';
import type { Office } from './calendar/working-time.ts';
import type { Choices } from './choices.ts';
import type { DossierRecord } from './dossier-record.ts';
import type { UnitFacts } from './facts.ts';
import type { Finding } from './finding.ts';
import { type OfficerGrade, officerGrade, satisfactionLabel, type UnitGrade, unitGrade } from './grade.ts';
import { type Appraised, officialIndices } from './official.ts';
import type { Period } from './period.ts';
import { countsOfficially } from './proof.ts';
import { choicesUnder } from './rulesets/index.ts';
import type { PointsRuleset } from './rulesets/ruleset.ts';
import { TT01_2018 } from './rulesets/tt01-2018.ts';
import { DOSSIER_SERIES, type DossierSeries, type ScoredRecord, scoreRecord, scoringContext } from './score-record.ts';
import { scoreUnit } from './score-tt01.ts';

/** One unit over one period, without its dossiers. */
export interface UnitInPeriod {
  readonly period: Period;
  /** The one that judges the period (`rulesetOf`); what its own decision settles goes before `choices`. */
  readonly ruleset: PointsRuleset;
  readonly choices: Choices;
  readonly office: Office;
  readonly unitFacts: UnitFacts;
  readonly appraised?: Appraised;
  /** false = the unit sent neither self-score nor facts by the deadline. */
  readonly evaluated: boolean;
}

export interface OfficerScore {
  readonly officer: string;
  /** Dossiers of which at least one indicator is this officer's. */
  readonly dossiers: number;
  readonly series: Readonly<Record<DossierSeries, Indices>>;
  readonly official: Indices;
  readonly grade: OfficerGrade;
}

export interface PeriodScore {
  readonly period: Period;
  /** As settled, with those of the ruleset's decision. */
  readonly choices: Choices;
  readonly unitFacts: UnitFacts;
  readonly unitFindings: readonly Finding[];
  readonly series: Readonly<Record<DossierSeries | 'unit', Indices>>;
  readonly official: Indices;
  readonly grade: UnitGrade;
  readonly satisfaction: ReturnType<typeof satisfactionLabel>;
  /** By code. */
  readonly officers: readonly OfficerScore[];
  /** Dossiers of which at least a part counts in the period, and those of which none does. */
  readonly dossiers: number;
  readonly leftOut: number;
  /** Answers about counted dossiers that do not feed the official indices (choice `citizen.evidence`). */
  readonly answersApart: number;
}

type Sums = Readonly<Record<DossierSeries, Accumulator>>;
const newSums = (): Sums => ({ citizen: accumulator(), computed: accumulator(), self: accumulator() });

/** Scores dossiers one by one and keeps only sums: memory grows with the officers, not with the dossiers. */
export interface PeriodScorer {
  add(record: DossierRecord): ScoredRecord;
  result(): PeriodScore;
}

/** @throws NotInForce when the circular does not hold on the period's last day. */
export function periodScorer(input: UnitInPeriod): PeriodScorer {
  const { period, ruleset, office, unitFacts, appraised, evaluated } = input;
  const choices = choicesUnder(ruleset, input.choices);
  const context = scoringContext(period, office, choices, unitFacts.petitions?.received === 0);
  const { on } = context;
  const unitFindings = scoreUnit(unitFacts, choices, on);
  const sums = newSums();
  const officers = new Map<string, { sums: Sums; dossiers: number }>();
  let [dossiers, leftOut, answersApart] = [0, 0, 0];

  function officerSums(officer: string): { sums: Sums; dossiers: number } {
    const known = officers.get(officer);
    if (known) return known;
    const first = { sums: newSums(), dossiers: 0 };
    officers.set(officer, first);
    return first;
  }

  function addToSums(scored: ScoredRecord): void {
    const { record, judged, points, enters } = scored;
    const deadline = judged.standing.due?.at ?? null;
    const touched: unknown[] = [];
    for (const id of TT01_2018.perDossier) {
      // The computed series has a place for each indicator that counts in this period.
      if (points.computed[id] === undefined) continue;
      const { officer } = officerOf(record.dossier, id, choices, judged.step, deadline);
      const own = officer === null ? null : officerSums(officer);
      if (own && !touched.includes(own)) {
        touched.push(own);
        own.dossiers += 1;
      }
      for (const series of DOSSIER_SERIES) {
        const value = points[series][id];
        if (value === undefined || value === null || !enters[series]) continue;
        sums[series].add(id, value);
        own?.sums[series].add(id, value);
      }
    }
  }

  const bySeries = (of: Sums) => ({
    citizen: indices(of.citizen.aggregate(), choices.rounding),
    computed: indices(of.computed.aggregate(), choices.rounding),
    self: indices(of.self.aggregate(), choices.rounding),
  });

  return {
    add(record) {
      const scored = scoreRecord(record, context);
      if (!scored.counted.timeliness && !scored.counted.rest) {
        leftOut += 1;
        return scored;
      }
      dossiers += 1;
      if (record.citizen && !countsOfficially(record.citizen.proof, choices)) answersApart += 1;
      addToSums(scored);
      return scored;
    },
    result() {
      const ofUnit = accumulator();
      for (const { indicator, points } of unitFindings) if (points !== null) ofUnit.add(indicator, points);
      const series = { ...bySeries(sums), unit: indices(ofUnit.aggregate(), choices.rounding) };
      const official = officialIndices(series, choices, appraised);
      const grade = unitGrade(ruleset, official, choices, on, evaluated);
      const none = indices(accumulator().aggregate());
      return {
        period,
        choices,
        unitFacts,
        unitFindings,
        series,
        official,
        grade,
        satisfaction: satisfactionLabel(grade.code, choices),
        officers: [...officers].sort(byCode).map(([officer, known]) => {
          const own = bySeries(known.sums);
          const values = officialIndices({ ...own, unit: none }, choices);
          const graded = officerGrade(ruleset, values, choices, on);
          return { officer, dossiers: known.dossiers, series: own, official: values, grade: graded };
        }),
        dossiers,
        leftOut,
        answersApart,
      };
    },
  };
}

const byCode = ([a]: readonly [string, unknown], [b]: readonly [string, unknown]) => (a < b ? -1 : 1);

/**
 * Scores one unit over one period.
 * @param onScored called for each dossier in its turn, also for those of another period; its findings are built only when asked for.
 * @throws NotInForce when the circular does not hold on the period's last day. @throws RangeError for facts that contradict themselves.
 */
export function scorePeriod(
  input: UnitInPeriod & { readonly records: Iterable<DossierRecord> },
  onScored?: (scored: ScoredRecord) => void,
): PeriodScore {
  const scorer = periodScorer(input);
  for (const record of input.records) {
    const scored = scorer.add(record);
    onScored?.(scored);
  }
  return scorer.result();
}
