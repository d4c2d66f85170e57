import type { SampleInput } from '#wire/sample-input.ts';

/** A complete valid input: an invented department with six dossiers, of which five are drawn. */
export const SAMPLE_EXAMPLE: SampleInput = {
  number: '48213',
  dossiers: (
    ['onTime/notAbove', 'onTime/none', 'onTime/none', 'onTime/none', 'late/above', 'onTime/none'] as const
  ).map((stratum, i) => ({ unit: 'so-mau', code: `H99.01-261102-000${i + 1}`, stratum })),
};
