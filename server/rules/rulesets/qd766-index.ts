import type { Citation } from '../law.ts';
import type { Hundredths } from '../points.ts';

/**
 * Numbers as the technical note writes them. The rows it leaves without a number are called by name: `3.toanTrinh`, the two
 * `3.chuDong`, `4.chungThuc`, `5.catGiam`.
 */
export const INDEX_IDS = [
  '1.1',
  '1.2',
  '1.3',
  '1.4',
  '2.1',
  '2.2',
  '3.toanTrinh',
  '3.1',
  '3.2',
  '3.3',
  '3.chuDong1',
  '3.chuDong2',
  '3.5a',
  '3.5b',
  '3.6',
  '4.1',
  '4.2',
  '4.chungThuc',
  '4.3',
  '4.4',
  '4.5a',
  '4.5b',
  '5.1',
  '5.2',
  '5.3',
  '5.4',
  '5.catGiam',
] as const;
export type IndexId = (typeof INDEX_IDS)[number];

/**
 * What is counted: each index under its own number, and once more where two sources count different things for one index. `3.3` is
 * every dossier filed online, `3.3.ketQua` those filed online that also have an electronic result.
 */
export const COUNT_IDS = [...INDEX_IDS, '3.3.ketQua'] as const;
export type CountId = (typeof COUNT_IDS)[number];

/** Five groups; the third is shown as two parts, online services and payment. */
export type GroupId = '1' | '2' | '3' | '3a' | '3b' | '4' | '5';

export interface IndexGroup {
  readonly id: GroupId;
  /** The group it is a part of; `null` = one of the five that add up to the total. */
  readonly within: GroupId | null;
  readonly name: string;
  readonly max: Hundredths;
}

/** Administrative level that is scored; which of them exist on a day is dated. */
export type Level766 = 'ministry' | 'province' | 'district' | 'commune';

/**
 * How a ratio becomes points. `linear` ceiling × ratio · `fullAt` the whole ceiling from `percent` on, below it ceiling × ratio ÷
 * percent; `uncapped` lets it run past the ceiling · `none` it gives no points: it is only followed, or its ceiling is not known.
 */
export type Conversion =
  | { readonly kind: 'linear' }
  | { readonly kind: 'fullAt'; readonly percent: number; readonly uncapped?: true }
  | { readonly kind: 'none' };

/**
 * What nothing to count gives. `zero` no points · `full` the ceiling · `kept` the portal keeps it empty · `notObserved` no case of it
 * was seen. The last two are left out of the total.
 */
export interface EmptyRule {
  readonly gives: 'zero' | 'full' | 'kept' | 'notObserved';
  readonly cite: Citation;
}

/** Another source scores the same index in another way. It is shown beside the points and never replaces them. */
export interface Rival {
  readonly max: Hundredths;
  readonly convert: Conversion;
  /** What that source counts; absent = the same as the index. */
  readonly counts?: CountId;
  /** Its ratio is multiplied by the one of this count first. */
  readonly times?: CountId;
  /** Who says what, one Vietnamese sentence. */
  readonly says: string;
  readonly cite: Citation;
}

export interface GroupIndex {
  readonly id: IndexId;
  readonly group: GroupId;
  readonly name: string;
  /** Name of the metric at the portal's own interface; `null` = not seen. */
  readonly portalCode: string | null;
  /** What is counted, in words. */
  readonly numerator: string;
  readonly denominator: string;
  /** `share` a part of a whole · `openShare` a quotient that may pass 100 % · `mean` a sum over a count, no percentage. */
  readonly shape: 'share' | 'openShare' | 'mean';
  /** Ceiling; 0 = only followed, `null` = not known. */
  readonly max: Hundredths | null;
  readonly convert: Conversion;
  readonly empty: EmptyRule;
  /** Where the ceiling and the conversion come from. */
  readonly cite: Citation;
  readonly rivals: readonly Rival[];
  /** Levels the row does not apply to; the sheet then gives the whole ceiling. */
  readonly exempt: { readonly levels: readonly Level766[]; readonly cite: Citation } | null;
}

/** One grade of the total; each says how sure it is. */
export interface GradeBand {
  /** Least total that earns the grade. */
  readonly min: Hundredths;
  readonly label: string;
  readonly cite: Citation;
}
