import type { Evidence } from '../finding.ts';
import type { Citation, IsoDate } from '../law.ts';
import type { Hundredths } from '../points.ts';
import type { Conversion } from './conversion.ts';
import type { RatioId } from './ratio.ts';

/** Where the points of a criterion come from: a ratio and the province's own conversion, or what the province declares. */
export type CriterionSource =
  | { readonly ratio: RatioId; readonly conversion: Conversion }
  /** `evidence`: the paper that shows it, e.g. `Báo cáo số 12/BC-SNV`. */
  | { readonly declared: Hundredths; readonly evidence: string };

/** One criterion of a province's own list. */
export interface Criterion {
  /** `3.2.1`, as the province numbers it. */
  readonly id: string;
  readonly name: string;
  readonly max: Hundredths;
  /** `null` = nobody said yet how it is met. */
  readonly source: CriterionSource | null;
  /** In force from this day on, in place of an earlier one with the same id; `null` or absent = from the beginning. */
  readonly from?: IsoDate | null;
  /** The act of this criterion alone; `null` or absent = that of the list. */
  readonly act?: string | null;
}

/** A province's list for one year, with its points; the national points were not seen for any year. */
export interface CriteriaFile {
  readonly year: number;
  /** The province's act or file, with the certainty the province gives it. */
  readonly cite: Citation;
  readonly criteria: readonly Criterion[];
}

/** What one criterion came to. */
export interface CriterionFinding {
  readonly id: string;
  readonly name: string;
  /** `null` = not known, for the reason in `because`; never zero, never full. */
  readonly points: Hundredths | null;
  readonly max: Hundredths;
  /** `null` = not known, or what is not known could still change it. */
  readonly atMaximum: boolean | null;
  readonly cite: Citation;
  readonly because: string;
  readonly evidence: readonly Evidence[];
}
