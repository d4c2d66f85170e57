import type { Choice } from './choice.ts';
import { CHOICES, type Choices } from './choices.ts';

/** Whether `before` and `after` differ in nothing but choices that act on results: then sums of points serve for both. */
export function actsOnResults(before: Choices, after: Choices): boolean {
  return CHOICES.every(
    ({ key, acts }: Choice) => acts === 'onResults' || before[key as keyof Choices] === after[key as keyof Choices],
  );
}
