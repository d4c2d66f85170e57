import type { CaseGroup } from './case.ts';

/** Every group of cases, in the order the table prints them. */
export const CASE_GROUPS: readonly CaseGroup[] = [];
