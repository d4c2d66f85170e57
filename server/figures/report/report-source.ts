import type { Choices } from '#rules/choices.ts';
import type { Figure } from '#rules/print-figure.ts';
import type { PointsRuleset } from '#rules/rulesets/ruleset.ts';
import type { Audience, ReportHead } from '#wire/report.ts';
import type { OfficerResult, Period, PublicResults, Snapshot, UnitResult } from '#wire/results.ts';
import type { Timeliness } from '#wire/timeliness.ts';
import type { IndexRow } from '#wire/unit-page.ts';
import type { UnitSums } from '../../store/snapshot-sums.ts';
import type { AnswerLevels } from './answer-levels.ts';
import type { OwnTexts } from './own-texts.ts';
import type { ReportBeside } from './report-beside.ts';
import type { ReportReview } from './report-review.ts';

/** One unit as a report speaks of it; a hidden one has a name and nothing else. */
export interface ReportUnit {
  readonly unit: string;
  readonly name: string;
  readonly level: UnitResult['level'];
  readonly hidden: boolean;
  /** `null` = not ranked, or not to be told. */
  readonly rank: number | null;
  /** 1 = best; units of one tier do not differ clearly. `null` = in none, or not for the public. */
  readonly tier: number | null;
  readonly total: Figure;
  readonly missing: readonly number[];
  /** Unit `text`; without a grade its `because` says why. */
  readonly grade: Figure;
  readonly satisfaction: Figure;
  /** The source by which it is graded though it did not evaluate itself; `null` = it did, or not to be told. */
  readonly unevaluated: string | null;
  /** Share of the satisfied, per mille, with its interval. */
  readonly share: Figure;
  readonly responses: Figure;
  readonly dossiers: Figure;
  /** Indices 1 to 9. */
  readonly official: readonly Figure[];
  /** In every series; `null` = not for the public. */
  readonly rows: readonly IndexRow[] | null;
  /** Early, on time, overdue, unknown, of another period: as figures that add up to the dossiers; `null` = not for the public. */
  readonly times: Readonly<Record<TimePart, Figure>> | null;
  /** What its indices are the means of; `null` = kept none, or not for the public. */
  readonly sums: UnitSums | null;
  readonly n: UnitResult['n'] | null;
}

export const TIME_PARTS = ['early', 'onTime', 'overdue', 'unknown', 'otherPeriod'] as const;
export type TimePart = (typeof TIME_PARTS)[number];

/** All a report is written from; what the audience may not see is not in it. */
export interface ReportSource {
  readonly tenant: string;
  readonly tenantName: string;
  readonly watermark: string | null;
  readonly audience: Audience;
  readonly period: Period;
  readonly snapshot: Snapshot;
  readonly draft: boolean;
  readonly units: readonly ReportUnit[];
  readonly choices: Choices;
  readonly readings: PublicResults['choices'];
  readonly ruleset: PointsRuleset;
  readonly faults: PublicResults['faults'];
  readonly faultReason: string | null;
  readonly errata: readonly { readonly at: string; readonly erratum: string }[];
  /** `null` = not for this audience. */
  readonly officers: readonly OfficerResult[] | null;
  /** Table of statistics, letters and moved dates as the close counted them; `null` = not kept, or not for this audience. */
  readonly time: Timeliness | null;
  /** `null` = not for this audience. */
  readonly beside: ReportBeside | null;
  /** How the figures were checked; `null` = not of the snapshot that counts, or not for this audience. */
  readonly review: ReportReview | null;
  /** Answers to the question on satisfaction, each form apart. */
  readonly answers: readonly AnswerLevels[];
  /** Forms in use, by id. */
  readonly surveys: readonly string[];
  readonly head: ReportHead;
  readonly own: OwnTexts;
}

/** Levels in the order a report tells them, with the words of offices. */
export const LEVELS = [
  { level: 'province', title: 'Cấp tỉnh', kind: 'sở, ban, ngành' },
  { level: 'district', title: 'Cấp huyện', kind: 'đơn vị cấp huyện' },
  { level: 'commune', title: 'Cấp xã', kind: 'đơn vị cấp xã' },
] as const;

/** The levels present, each with its units; `whole` = none of them is hidden, so sums over them may be told. */
export function levelsOf(units: readonly ReportUnit[]) {
  return LEVELS.map((level) => {
    const own = units.filter((unit) => unit.level === level.level);
    return { ...level, units: own, shown: own.filter(({ hidden }) => !hidden), whole: own.every((u) => !u.hidden) };
  }).filter((level) => level.units.length > 0);
}

export type ReportLevel = ReturnType<typeof levelsOf>[number];
