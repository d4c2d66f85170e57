import type * as z from 'zod';
import type { contentsInput } from '#wire/contents-input.ts';

/** A complete valid input: invented counts of one commune centre. */
export const CONTENTS_EXAMPLE: z.input<typeof contentsInput> = {
  lastDay: '2026-09-30',
  survey: 'danhgia-2026',
  version: 1,
  stage: 'returned',
  tallies: {
    q1: { before: 50, on: 30, after: 15, none: 5 },
    q3: { extra0: 70, extra1: 20, extra2plus: 10 },
    q3b: { guide: 10, extra: 5, mine: 15 },
    q4: { other0: 90, other1: 6, other2plus: 4 },
    q4b: { site: 4, doc: 2 },
    q6: { both: 40, one: 30, bad: 10, skip: 20 },
    q7: { t3: 80, t2: 10, t1: 5, t0: 1, na: 4 },
    qe: { ok: 95, cost: 3, result: 2, unknown: 5 },
    q8: { no: 90, ok: 6, slow: 3, wait: 1 },
    q9: { on: 40, onhelp: 20, onfail: 10, counter: 30 },
    comment: { text: 12 },
  },
  qd766: {
    level: 'commune',
    counts: {
      '1.1': { numerator: 9, denominator: 10 },
      '1.2': { numerator: 9, denominator: 10 },
      '1.3': { numerator: 9, denominator: 10 },
      '1.4': { numerator: 100, denominator: 100 },
      '2.1': { numerator: 90, denominator: 100 },
      '5.2': { numerator: 0, denominator: 0 },
      '5.3': { numerator: 0, denominator: 0 },
      '5.4': { numerator: 81, denominator: 100 },
    },
  },
};
