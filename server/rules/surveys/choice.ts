import type { Option, Question } from './survey.ts';
import { UNKNOWN } from './survey.ts';

/**
 * A question answered by one option. `options` maps each code to what it states, in the order shown; `unknown` is added
 * last to every question, so that declining is always possible and always means missing.
 */
export function choice(
  code: string,
  options: Readonly<Record<string, Omit<Option, 'code'>>>,
  more: Omit<Question, 'code' | 'kind' | 'options'> = {},
): Question {
  const stated = Object.entries(options).map(([option, states]) => ({ code: option, ...states }));
  return { code, kind: 'choice', ...more, options: [...stated, { code: UNKNOWN }] };
}
