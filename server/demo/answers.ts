import { DEFAULT_OFFICE } from '#rules/calendar/working-time.ts';
import { compareTimes } from '#rules/compare-times.ts';
import type { Dossier } from '#rules/dossier.ts';
import type { Story } from './province.ts';
import { pick } from './random.ts';

type Answers = Record<string, string>;

/** What a citizen of the story answers about a finished dossier, to the returned stage of `danhgia-2026`. */
export function demoAnswers(random: () => number, dossier: Dossier, story: Story): Answers {
  const time = compareTimes(dossier.ready ?? '', dossier.promised ?? '', 'day', DEFAULT_OFFICE);
  const said = { early: 'before', onTime: 'on', overdue: 'after' }[time];
  const supplements = Math.min(dossier.supplements ?? 0, 2);
  const attitude = pick(random, {
    t3: story.polite,
    t2: (100 - story.polite) * 0.7,
    t1: (100 - story.polite) * 0.25,
    t0: (100 - story.polite) * 0.05,
  });
  const pleased = { t3: 3, t2: 1, t1: -2, t0: -4 }[attitude] + { early: 2, onTime: 1, overdue: -3 }[time] - supplements;
  const answers: Answers = {
    overall: pleased >= 4 ? 's5' : pleased >= 2 ? 's4' : pleased >= 0 ? 's3' : pleased >= -3 ? 's2' : 's1',
    q1: random() < 0.93 ? said : 'unknown',
    q3: ['extra0', 'extra1', 'extra2plus'][supplements] ?? 'unknown',
    q4: pick(random, { other0: 88, other1: 8, other2plus: 2, unknown: 2 }),
    q7: attitude,
    qe: pick(random, { ok: 94, cost: 2, result: 1, unknown: 3 }),
    q6: pick(random, { both: 60, one: 25, bad: 4, none: 3, skip: 8 }),
    q9: dossier.channel === 'online' ? pick(random, { on: 7, onhelp: 3 }) : 'counter',
    q8: pick(random, { no: 95, ok: 3, slow: 1, wait: 1 }),
  };
  if (answers.q3 === 'extra1' || answers.q3 === 'extra2plus')
    answers.q3b = pick(random, { guide: 4, extra: 2, mine: 3, unknown: 1 });
  if (answers.q4 === 'other1') answers.q4b = pick(random, { site: 4, doc: 4, chase: 1, other: 1 });
  // People leave questions out; the first one alone is asked for.
  for (const code of ['q6', 'q9', 'q8', 'qe']) if (random() < 0.12) delete answers[code];
  return answers;
}
