import type { CaseGroup } from './case.ts';
import { GRADES } from './grades.ts';
import { MISREADING } from './misreading.ts';
import { PROVINCIAL } from './provincial.ts';
import { SURVEY_CASES } from './surveys.ts';
import { UNITS } from './units.ts';

/** Every group of cases, in the order the table prints them. */
export const CASE_GROUPS: readonly CaseGroup[] = [GRADES, PROVINCIAL, UNITS, SURVEY_CASES, MISREADING];
