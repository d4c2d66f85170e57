import type { Choices } from '../choices.ts';
import type { IndicatorId } from '../finding.ts';
import type { Citation, Dated, IsoDate } from '../law.ts';
import type { Tenths } from '../points.ts';
import type { GradeBand, GroupIndex, IndexGroup } from './qd766-index.ts';

export type PointsRulesetId = 'tt01-2018' | 'binh-thuan-1063' | 'tay-ninh-800';
export type RulesetId = PointsRulesetId | 'nd118-ev' | 'qd766-2022' | 'qd766-2026';

export type Level = 'province' | 'district' | 'commune';

/** Levels of offices that exist on a day. */
export type Levels = Dated<readonly Level[]>;

export type UnitGradeCode = 'excellent' | 'good' | 'fair' | 'average' | 'weak';
export type OfficerGradeCode = 'full' | 'most' | 'under';

export interface GradeStep<Code> {
  /** Least total, in tenths, that earns the grade. */
  readonly min: Tenths;
  readonly code: Code;
  readonly label: string;
}

/** Best first; the first step whose `min` is reached is the grade. */
export type Grades<Code> = Dated<readonly GradeStep<Code>[]>;

/** A period a province set for itself, as its published results name it; both days included. */
export interface OwnPeriod {
  readonly from: IsoDate;
  readonly last: IsoDate;
  readonly cite: Citation;
}

/** Something a reader must know of every result of a ruleset, e.g. that its scale cannot record dissatisfaction. */
export interface Caveat {
  readonly text: string;
  readonly cite: Citation;
  /** First day it is true of; absent = of every period the ruleset judges. */
  readonly from?: IsoDate;
}

interface AnyRuleset {
  readonly id: RulesetId;
  readonly title: string;
  /** `office` judges offices and officers, one ruleset at a time; `realtime` is computed beside it by the national portal. */
  readonly family: 'office' | 'realtime';
  /** When it holds by itself; after its `null` row it needs a province's decision. Empty = only ever by decision. */
  readonly inForce: Dated<true>;
  /** First day it can be applied on, by itself or by decision. */
  readonly from: IsoDate;
  /** Last day on which its numbers were compared with their source. */
  readonly verifiedOn: IsoDate;
  readonly caveats: readonly Caveat[];
}

/** Nine indicators of 2 · 1 · 0 points, grades from the total. */
export interface PointsRuleset extends AnyRuleset {
  readonly method: 'points';
  readonly id: PointsRulesetId;
  readonly family: 'office';
  /** Scored for each dossier, and for the unit as a whole. */
  readonly perDossier: readonly IndicatorId[];
  readonly perUnit: readonly IndicatorId[];
  /** Indicators that add up to an officer's and to a unit's total. */
  readonly officerTotal: readonly IndicatorId[];
  readonly unitTotal: readonly IndicatorId[];
  readonly unitGrades: Grades<UnitGradeCode>;
  readonly officerGrades: Grades<OfficerGradeCode>;
  /** Levels whose offices it grades. */
  readonly levels: Levels;
  /** How often officers score themselves; empty = it does not say. */
  readonly selfScoreEvery: Dated<'quarter'>;
  /** Empty = quarters and years, nothing of its own. */
  readonly periods: readonly OwnPeriod[];
  /** Choices the decision itself settles; they go before those of the tenant. */
  readonly settles: Partial<Choices>;
  /** Where the settled choices come from. */
  readonly settledBy: Citation | null;
}

/** Contents answered by citizens, shown as shares with intervals: no points, no grade. */
export interface ContentsRuleset extends AnyRuleset {
  readonly method: 'contents';
  readonly family: 'office';
  /** Letters of NĐ 118/2025/NĐ-CP Điều 33(1) with their headings. */
  readonly contents: readonly { readonly letter: string; readonly heading: string; readonly cite: Citation }[];
}

/** Groups of weighted indices out of 100 points (QĐ 766/QĐ-TTg). */
export interface GroupsRuleset extends AnyRuleset {
  readonly method: 'groups';
  readonly family: 'realtime';
  readonly groups: Dated<readonly IndexGroup[]>;
  readonly indices: Dated<readonly GroupIndex[]>;
  /** Best first; the first band whose `min` is reached is the grade. */
  readonly bands: Dated<readonly GradeBand[]>;
}

export type Ruleset = PointsRuleset | ContentsRuleset | GroupsRuleset;

/** A province's named decision to apply a ruleset, half-open; `to: null` while it holds. */
export interface TenantDecision {
  /** Number, day and issuer, as printed beside every grade: `QĐ 1063/QĐ-UBND ngày 26/4/2019 của UBND tỉnh Bình Thuận`. */
  readonly act: string;
  readonly ruleset: PointsRulesetId;
  readonly from: IsoDate;
  readonly to: IsoDate | null;
}

export interface RulesetInForce<R extends Ruleset = Ruleset> {
  readonly ruleset: R;
  readonly cite: Citation;
  /** Printed beside the results: what they were scored by and on whose authority. */
  readonly label: string;
}

/** The ruleset that judges a whole period. */
export interface JudgingRuleset<R extends Ruleset = Ruleset> extends RulesetInForce<R> {
  /** Last day of the period on which it held: its dated numbers are read on that day. */
  readonly on: IsoDate;
}
