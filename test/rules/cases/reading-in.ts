import { CHOICES, type Choices } from '#rules/choices.ts';
import type { Citation } from '#rules/law.ts';

/** The named choices a citation says decided it, in its order; one alone stands for itself, `undefined` = none. */
export type Reading = keyof Choices | readonly (keyof Choices)[];

export function readingIn({ certainty, note = '' }: Citation): Reading | undefined {
  if (certainty !== 'reading') return undefined;
  const place = (key: string) => ` ${note}`.indexOf(` ${key}: `);
  const keys = CHOICES.map(({ key }) => key).filter((key) => place(key) >= 0);
  keys.sort((a, b) => place(a) - place(b));
  return keys.length === 1 ? keys[0] : keys;
}
