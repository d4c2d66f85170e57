import type { Indices } from './aggregate.ts';
import type { Choices } from './choices.ts';
import type { DossierRecord } from './dossier-record.ts';
import { type Finding, INDICATOR_IDS, type IndicatorId } from './finding.ts';
import type { UnitGrade } from './grade.ts';
import type { Tenths } from './points.ts';
import { ranksOf } from './rank.ts';
import type { JudgingRuleset, PointsRuleset } from './rulesets/ruleset.ts';
import { type PeriodScore, periodScorer, type UnitInPeriod } from './score-period.ts';
import { DOSSIER_SERIES, type DossierSeries, findingsOf, type ScoredRecord } from './score-record.ts';

/** One unit with its dossiers; `judging` asks by which ruleset it is judged and on which day, for that may hang on a choice too. */
export interface ComparedUnit extends Omit<UnitInPeriod, 'choices' | 'ruleset' | 'on'> {
  readonly unit: string;
  readonly level: string;
  readonly judging: (choices: Choices) => Pick<JudgingRuleset<PointsRuleset>, 'ruleset' | 'on'>;
  readonly records: Iterable<DossierRecord>;
}

/** Points that enter the sums, or why there are none. */
export interface Verdict {
  readonly points: Tenths | null;
  readonly because: string;
}

export interface ChangedFinding {
  /** `null` = a finding on the unit itself. */
  readonly dossier: string | null;
  readonly series: DossierSeries | 'unit';
  readonly indicator: IndicatorId;
  readonly before: Verdict;
  readonly after: Verdict;
}

/** A unit's result under one set of choices. */
export interface Side {
  readonly official: Indices;
  readonly grade: UnitGrade;
  readonly rank: number | null;
}

export interface UnitEffect {
  readonly unit: string;
  readonly before: Side;
  readonly after: Side;
  /** Dossiers of which at least one finding changed. */
  readonly changedDossiers: number;
  /** The first findings that changed; not all of them. */
  readonly sample: readonly ChangedFinding[];
}

export interface ChoiceEffect {
  readonly units: readonly UnitEffect[];
  /** Units whose grade, and whose rank, is another one. */
  readonly gradeChanged: readonly string[];
  readonly rankChanged: readonly string[];
}

const ABSENT: Verdict = { points: null, because: 'Không tính vào kỳ này.' };

const entering = (scored: ScoredRecord, series: DossierSeries, id: IndicatorId): Tenths | null =>
  scored.enters[series] ? (scored.points[series][id] ?? null) : null;

function verdictIn(findings: readonly Finding[], id: IndicatorId, points: Tenths | null): Verdict {
  const found = findings.find(({ indicator }) => indicator === id);
  if (!found) return ABSENT;
  if (points === found.points) return { points, because: found.because };
  return { points, because: `${found.because} Hồ sơ hoặc phiếu không đủ điều kiện tính vào chuỗi này.` };
}

/** The findings of one dossier that changed; sentences are built only while `room` is left. */
function changesOf(before: ScoredRecord, after: ScoredRecord, room: number): { any: boolean; rows: ChangedFinding[] } {
  const rows: ChangedFinding[] = [];
  let any = false;
  for (const series of DOSSIER_SERIES)
    for (const indicator of INDICATOR_IDS) {
      const [from, to] = [entering(before, series, indicator), entering(after, series, indicator)];
      if (from === to) continue;
      any = true;
      if (rows.length >= room) return { any, rows };
      rows.push({
        dossier: before.record.dossier.code,
        series,
        indicator,
        before: verdictIn(findingsOf(before, series), indicator, from),
        after: verdictIn(findingsOf(after, series), indicator, to),
      });
    }
  return { any, rows };
}

function unitChanges(before: PeriodScore, after: PeriodScore): ChangedFinding[] {
  return before.unitFindings.flatMap((from): ChangedFinding[] => {
    const to = after.unitFindings.find(({ indicator }) => indicator === from.indicator);
    if (!to || to.points === from.points) return [];
    return [{ dossier: null, series: 'unit', indicator: from.indicator, before: from, after: to }];
  });
}

/** One pass over the dossiers of a unit, scored under both; memory does not grow with them. */
function scoreBoth(unit: ComparedUnit, before: Choices, after: Choices, sampleSize: number) {
  const scorer = (choices: Choices) => {
    const { ruleset, on } = unit.judging(choices);
    return periodScorer({ ...unit, choices, ruleset, on });
  };
  const [first, second] = [scorer(before), scorer(after)];
  const sample: ChangedFinding[] = [];
  let changedDossiers = 0;
  for (const record of unit.records) {
    const { any, rows } = changesOf(first.add(record), second.add(record), sampleSize - sample.length);
    if (any) changedDossiers += 1;
    sample.push(...rows);
  }
  const [from, to] = [first.result(), second.result()];
  const ofUnit = unitChanges(from, to).map(({ before: b, after: a, ...rest }) => ({
    ...rest,
    before: { points: b.points, because: b.because },
    after: { points: a.points, because: a.because },
  }));
  return { from, to, changedDossiers, sample: [...ofUnit, ...sample] };
}

function ranksIn(units: readonly ComparedUnit[], scores: readonly PeriodScore[]): (number | null)[] {
  return ranksOf(scores.map(({ grade }, i) => ({ ...grade, grade: grade.code, level: units[i]?.level ?? '' })));
}

/**
 * What another choice would do, before it takes effect: indices, totals, grades and ranks of each unit under both, and which findings
 * change for which reason.
 * @param sampleSize how many changed findings on dossiers to name for each unit; the unit's own come before them.
 */
export function compareChoices(
  units: readonly ComparedUnit[],
  before: Choices,
  after: Choices,
  sampleSize = 20,
): ChoiceEffect {
  const scored = units.map((unit) => scoreBoth(unit, before, after, sampleSize));
  const ranksBefore = ranksIn(
    units,
    scored.map(({ from }) => from),
  );
  const ranksAfter = ranksIn(
    units,
    scored.map(({ to }) => to),
  );
  const effects = scored.map(
    ({ from, to, changedDossiers, sample }, i): UnitEffect => ({
      unit: units[i]?.unit ?? '',
      before: { official: from.official, grade: from.grade, rank: ranksBefore[i] ?? null },
      after: { official: to.official, grade: to.grade, rank: ranksAfter[i] ?? null },
      changedDossiers,
      sample,
    }),
  );
  const differing = (of: (side: Side) => unknown) =>
    effects.filter((each) => of(each.before) !== of(each.after)).map(({ unit }) => unit);
  return {
    units: effects,
    gradeChanged: differing(({ grade }) => grade.code),
    rankChanged: differing(({ rank }) => rank),
  };
}
