import type { Citation } from './law.ts';

/** One gap of the text and the ways it may be settled, two at least. */
export interface Choice {
  readonly key: string;
  readonly label: string;
  readonly values: readonly { readonly value: string; readonly label: string }[];
  readonly default: string;
  readonly reason: string;
  readonly cite: Citation;
}

/** Cites the article of TT 01/2018/TT-VPCP whose gap is read in this way. */
export const readingOf = (article: string): Citation => ({ act: 'TT 01/2018/TT-VPCP', article, certainty: 'reading' });
