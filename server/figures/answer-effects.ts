import { figureOf, qualityId } from '#rules/figure-id.ts';
import { newcombe, type ShareOf } from '#rules/newcombe.ts';
import { SMALL_N } from '#rules/print-figure.ts';
import { findSurvey } from '#rules/surveys/index.ts';
import { UNKNOWN } from '#rules/surveys/survey.ts';
import type { QualityEffect } from '#wire/survey-quality.ts';
import type { FormAnswers } from './answered-forms.ts';
import { shareFigure } from './share-figure.ts';
import { SMALLEST_GROUP, suppress } from './suppress.ts';

/** Answers to the question on satisfaction, and the units they are of. */
interface Group extends ShareOf {
  readonly units: ReadonlySet<string>;
}

/** The satisfied among `answers`, as each form says who counts; «không biết» is in neither part. */
export function satisfiedOf(answers: readonly Pick<FormAnswers, 'survey' | 'question' | 'option' | 'n'>[]): ShareOf {
  let [k, n] = [0, 0];
  for (const { survey, question, option, n: count } of answers) {
    const asked = findSurvey(survey)?.satisfaction;
    if (asked?.question !== question || option === UNKNOWN) continue;
    n += count;
    if (asked.satisfied.includes(option)) k += count;
  }
  return { k, n };
}

const groupOf = (answers: readonly FormAnswers[]): Group => ({
  ...satisfiedOf(answers),
  units: new Set(answers.map(({ member }) => member)),
});

/** Told when at least five answered in two units at least: that of one unit alone would be a unit crossed with a channel. */
const isTold = ({ n, units }: Group) => n >= SMALLEST_GROUP && units.size > 1;

/**
 * How far the satisfied share of each group lies from that of all others together, with Newcombe's 95 % interval. Never of one unit: a
 * unit crossed with a channel would open single people. A group of fewer than five is not told, nor what would give it away: the next
 * smallest where it is hidden alone, and every one where those hidden are fewer than five together.
 */
export function answerEffects<Key extends QualityEffect['key']>(
  part: 'channel' | 'proof',
  keys: readonly Key[],
  answers: readonly FormAnswers[],
  keyOf: (answer: FormAnswers) => Key,
): QualityEffect[] {
  const groups = keys
    .map((key) => ({ key, own: groupOf(answers.filter((each) => keyOf(each) === key)) }))
    .filter(({ own }) => own.n > 0);
  if (groups.length < 2) return [];
  const hidden = suppress(groups.map(({ key, own }) => ({ unit: key, family: '', n: isTold(own) ? own.n : 0 })));
  const together = groups.filter(({ key }) => hidden.has(key)).reduce((sum, { own }) => sum + own.n, 0);
  if (together > 0 && together < SMALLEST_GROUP) return [];
  return groups.flatMap(({ key, own }): QualityEffect[] => {
    const rest = groupOf(answers.filter((each) => keyOf(each) !== key));
    const against = newcombe(own, rest);
    if (hidden.has(key) || !isTold(rest) || !against) return [];
    const id = (what: string) => qualityId('all', `${part}-${key}-${what}`);
    return [
      {
        ...{ part, key },
        share: shareFigure(id('satisfied'), own.k, own.n),
        others: shareFigure(id('others'), rest.k, rest.n),
        difference: figureOf(id('effect'), 'difference', against.difference, {
          ...{ n: own.n, low: against.lo, high: against.hi, few: Math.min(own.n, rest.n) < SMALL_N },
        }),
      },
    ];
  });
}
