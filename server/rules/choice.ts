import type { Citation } from './law.ts';

/** One gap of the text and the ways it may be settled, two at least. */
export interface Choice {
  readonly key: string;
  readonly label: string;
  readonly values: readonly { readonly value: string; readonly label: string }[];
  readonly default: string;
  readonly reason: string;
  readonly cite: Citation;
  /**
   * It acts on nothing but results: indices, totals, grades, years and officers' levels follow from the sums of points that were
   * there before. Absent = it decides points, or which dossiers, answers and officers they are of.
   */
  readonly acts?: 'onResults';
}

/** Cites the article of TT 01/2018/TT-VPCP whose gap is read in this way. */
export const readingOf = (article: string): Citation => ({ act: 'TT 01/2018/TT-VPCP', article, certainty: 'reading' });

/** Words of the value chosen for `key` among `choices`, for people: `theo ngày`. A value there is none of says itself. */
export function labelIn(choices: readonly Choice[], key: string, value: string): string {
  return choices.find((each) => each.key === key)?.values.find((each) => each.value === value)?.label ?? value;
}
