import type { IndicatorId } from '../finding.ts';
import type { Citation, Dated, IsoDate } from '../law.ts';

/** What a set of evaluation rules is called, when it holds nationally and which indicators it scores. */
export interface Ruleset {
  readonly id: 'tt01-2018';
  readonly title: string;
  /** When it holds by itself; after its `null` row it needs a province's decision. */
  readonly inForce: Dated<true>;
  readonly from: IsoDate;
  /** Last day on which its numbers were compared with the text. */
  readonly verifiedOn: IsoDate;
  /** Scored for each dossier, and for the unit as a whole. */
  readonly perDossier: readonly IndicatorId[];
  readonly perUnit: readonly IndicatorId[];
  /** Indicators that add up to an officer's and to a unit's total. */
  readonly officerTotal: readonly IndicatorId[];
  readonly unitTotal: readonly IndicatorId[];
}

/** A province's named decision to apply a ruleset, half-open; `to: null` while it holds. */
export interface TenantDecision {
  /** Number, day and issuer, as printed beside every grade: `QĐ 1063/QĐ-UBND ngày 26/4/2019 của UBND tỉnh Bình Thuận`. */
  readonly act: string;
  readonly ruleset: Ruleset['id'];
  readonly from: IsoDate;
  readonly to: IsoDate | null;
}

export interface RulesetInForce {
  readonly ruleset: Ruleset;
  readonly cite: Citation;
  /** Printed beside the results: what they were scored by and on whose authority. */
  readonly label: string;
}
