import { type Choices, DEFAULT_CHOICES } from '#rules/choices.ts';

/** Stored choices (JSON), with the default for each one the tenant has not settled. */
export function settledChoices(json: string): Choices {
  return { ...DEFAULT_CHOICES, ...(JSON.parse(json) as Partial<Choices>) };
}
