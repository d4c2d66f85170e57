import type { Citation } from './law.ts';

/** `cite` where our reading decides beside its words. A source that was itself not confirmed stays marked so; notes add up. */
export function asReading(cite: Citation, note: string): Citation {
  return {
    ...cite,
    certainty: cite.certainty === 'recalled' ? 'recalled' : 'reading',
    note: cite.note ? `${cite.note} ${note}` : note,
  };
}
