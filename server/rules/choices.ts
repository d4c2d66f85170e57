import { type Choice, labelIn } from './choice.ts';
import { INDICATOR_CHOICES } from './choices-of-indicators.ts';
import { RESULT_CHOICES } from './choices-of-results.ts';
import { TIME_CHOICES } from './choices-of-time.ts';

/** Every place where the text leaves room, with its default, in the order screens print them. Shown with every result. */
export const CHOICES = [...INDICATOR_CHOICES, ...TIME_CHOICES, ...RESULT_CHOICES] as const satisfies readonly Choice[];

/** The settled choices of one tenant, e.g. `{ granularity: 'day', … }`; kept with every result. */
export type Choices = {
  readonly [C in (typeof CHOICES)[number] as C['key']]: C['values'][number]['value'];
};

export const DEFAULT_CHOICES = Object.fromEntries(CHOICES.map((choice) => [choice.key, choice.default])) as Choices;

/** Words of the value chosen for `key`, for people: `('granularity', 'day')` → `theo ngày`. */
export function choiceLabel<K extends keyof Choices>(key: K, value: Choices[K]): string {
  return labelIn(CHOICES, key, value);
}
