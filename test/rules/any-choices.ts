import fc from 'fast-check';
import { CHOICES, type Choices, DEFAULT_CHOICES } from '#rules/choices.ts';

/** Every way in which a province may settle the choices; `kept` stay as they are. */
export function anyChoices(kept: Partial<Choices> = {}): fc.Arbitrary<Choices> {
  return fc
    .tuple(...CHOICES.map(({ key, values }) => fc.constantFrom(...values.map(({ value }) => [key, value]))))
    .map((settled) => ({ ...DEFAULT_CHOICES, ...Object.fromEntries(settled), ...kept }));
}
