import { DEFAULT_OFFICE } from '#rules/calendar/working-time.ts';
import { compareTimes } from '#rules/compare-times.ts';
import type { Dossier } from '#rules/dossier.ts';
import { movedDeadline } from './pauses.ts';
import { chance, pick, type Random } from './random.ts';

/** Question code → option code. */
export type Answers = Record<string, string>;

/** What the citizen of a finished dossier lived through. */
export interface Experience {
  readonly dossier: Dossier;
  /** Chance in percent that the officers were polite. */
  readonly polite: number;
  /** The citizen was harassed, which was found true. */
  readonly harassed: boolean;
}

/** The result against the date the citizen was given last, by day. */
function timeOf(dossier: Dossier): 'early' | 'onTime' | 'overdue' {
  return compareTimes(dossier.ready ?? '', movedDeadline(dossier), 'day', DEFAULT_OFFICE);
}

/** Answers to the returned stage of `danhgia-2026`. */
export function answersToForm(random: Random, { dossier, polite, harassed }: Experience): Answers {
  const time = timeOf(dossier);
  const said = { early: 'before', onTime: 'on', overdue: 'after' }[time];
  const supplements = Math.min(dossier.supplements ?? 0, 2);
  const rude = 100 - polite;
  const attitude = harassed ? 't0' : pick(random, { t3: polite, t2: rude * 0.7, t1: rude * 0.25, t0: rude * 0.05 });
  const pleased = { t3: 3, t2: 1, t1: -2, t0: -4 }[attitude] + { early: 2, onTime: 1, overdue: -3 }[time] - supplements;
  // Now and then papers were asked for by telephone, and no record shows it.
  const contacts = supplements === 0 && chance(random, 3) ? 1 : supplements;
  const answers: Answers = {
    overall: pleased >= 4 ? 's5' : pleased >= 2 ? 's4' : pleased >= 0 ? 's3' : pleased >= -3 ? 's2' : 's1',
    q1: chance(random, 93) ? said : 'unknown',
    q3: ['extra0', 'extra1', 'extra2plus'][contacts] ?? 'unknown',
    q4: pick(random, { other0: 88, other1: 8, other2plus: 2, unknown: 2 }),
    q7: attitude,
    qe: pick(random, { ok: 94, cost: 2, result: 1, unknown: 3 }),
    q6: pick(random, { both: 60, one: 25, bad: 4, none: 3, skip: 8 }),
    q9: dossier.channel === 'online' ? pick(random, { on: 7, onhelp: 3 }) : 'counter',
    q8: pick(random, { no: 95, ok: 3, slow: 1, wait: 1 }),
  };
  if (contacts > 0) answers.q3b = pick(random, { guide: 4, extra: 2, mine: 3, unknown: 1 });
  if (answers.q4 === 'other1') answers.q4b = pick(random, { site: 4, doc: 4, chase: 1, other: 1 });
  // People leave questions out; the first one alone is asked for.
  for (const code of ['q6', 'q9', 'q8', 'qe']) if (chance(random, 12)) delete answers[code];
  return answers;
}

/**
 * Answers to the old form `binh-thuan-2019`, misread as it was: many who came once, to file, tick «1 lần» and «1 cơ quan», which
 * cost the office a point each.
 */
export function answersToOldForm(random: Random, { dossier, harassed }: Experience): Answers {
  const time = timeOf(dossier);
  const supplements = dossier.supplements ?? 0;
  const option = { early: 'shorter', onTime: 'equal', overdue: 'longer' }[time];
  const answers: Answers = {
    l1: option,
    l2: chance(random, 90) ? option : 'equal',
    l3: supplements > 1 ? 'many' : supplements === 1 || chance(random, 45) ? 'one' : 'none',
    l4: chance(random, 45) ? 'one' : pick(random, { none: 9, many: 1 }),
    l6: pick(random, { both: 6, one: 3, faulty: 1 }),
    l7: harassed ? 'petition' : time === 'early' ? 'early' : 'onTime',
    l8: pick(random, { all: 8, most: 2 }),
    l9: pick(random, { full: 5, part: 4, low: 1 }),
  };
  for (const code of ['l2', 'l8', 'l9']) if (chance(random, 15)) delete answers[code];
  return answers;
}
