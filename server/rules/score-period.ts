import { addFindings, emptyAggregate, type Indices, indices } from './aggregate.ts';
import type { Office } from './calendar/working-time.ts';
import type { Choices } from './choices.ts';
import type { DossierRecord } from './dossier-record.ts';
import type { UnitFacts } from './facts.ts';
import type { Finding } from './finding.ts';
import { type OfficerGrade, officerGrade, satisfactionLabel, type UnitGrade, unitGrade } from './grade.ts';
import { judgedOn } from './judged-on.ts';
import type { IsoDate } from './law.ts';
import { type Appraised, officialIndices } from './official.ts';
import { lastDay, type Period } from './period.ts';
import { addRecord, newSums, type OfficerSums, ownersOf, type PeriodSums, seriesOf } from './period-sums.ts';
import { countsOfficially } from './proof.ts';
import { choicesUnder } from './rulesets/index.ts';
import type { PointsRuleset } from './rulesets/ruleset.ts';
import { type DossierSeries, type ScoredRecord, scoreRecord, scoringContext } from './score-record.ts';
import { scoreUnit } from './score-tt01.ts';

/** One unit over one period, without its dossiers. */
export interface UnitInPeriod {
  readonly period: Period;
  /** The one that judges the period (`rulesetOf`); what its own decision settles goes before `choices`. */
  readonly ruleset: PointsRuleset;
  /** Last day of the period on which the ruleset held (`rulesetOf`); absent = the last of the period. */
  readonly on?: IsoDate;
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
  /** The day whose dated rules judged. */
  readonly on: IsoDate;
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

/** Scores dossiers one by one and keeps only sums: memory grows with the officers, not with the dossiers. */
export interface PeriodScorer {
  add(record: DossierRecord): ScoredRecord;
  result(): PeriodScore;
}

/** @throws NotInForce when the circular does not hold on the day that judges, or the unit's level did not exist in the period. */
export function periodScorer(input: UnitInPeriod): PeriodScorer {
  const { period, ruleset, office, unitFacts, appraised, evaluated } = input;
  const choices = choicesUnder(ruleset, input.choices);
  const on = judgedOn(period, input.on ?? lastDay(period), unitFacts.oneStop?.level, ruleset.levels);
  const context = scoringContext(period, office, choices, unitFacts.petitions?.received === 0, on);
  const unitFindings = scoreUnit(unitFacts, choices, on);
  const officers = new Map<string, OfficerSums>();
  let [dossiers, leftOut, answersApart] = [0, 0, 0];

  function officer(code: string): OfficerSums {
    const known = officers.get(code);
    if (known) return known;
    const first = { sums: newSums(), dossiers: 0 };
    officers.set(code, first);
    return first;
  }
  const sums: PeriodSums = { unit: newSums(), officer };

  return {
    add(record) {
      const scored = scoreRecord(record, context);
      if (!scored.counted.timeliness && !scored.counted.rest) {
        leftOut += 1;
        return scored;
      }
      dossiers += 1;
      if (record.citizen && !countsOfficially(record.citizen.proof, choices)) answersApart += 1;
      addRecord(scored, ownersOf(scored, choices), sums);
      return scored;
    },
    result() {
      const ofUnit = indices(addFindings(emptyAggregate(), unitFindings), choices.rounding);
      const series = { ...seriesOf(sums.unit, choices.rounding), unit: ofUnit };
      const official = officialIndices(series, choices, appraised);
      const grade = unitGrade(ruleset, official, choices, on, evaluated);
      const none = indices(emptyAggregate());
      return {
        period,
        on,
        choices,
        unitFacts,
        unitFindings,
        series,
        official,
        grade,
        satisfaction: satisfactionLabel(ruleset, grade.code, choices),
        officers: [...officers].sort(byCode).map(([code, known]) => {
          const own = seriesOf(known.sums, choices.rounding);
          const values = officialIndices({ ...own, unit: none }, choices);
          const graded = officerGrade(ruleset, values, choices, on, official);
          return { officer: code, dossiers: known.dossiers, series: own, official: values, grade: graded };
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
 * @throws NotInForce when the circular does not hold on the day that judges. @throws RangeError for facts that contradict themselves.
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
