import type { Period } from '#wire/results.ts';

/** The period inside a sentence: `Quý IV/2026`, `kỳ 01/12/2020 – 01/11/2021`. */
export const periodName = ({ label }: Pick<Period, 'label'>): string => (/^\d/.test(label) ? `kỳ ${label}` : label);
