import { type Survey, UNKNOWN } from './survey.ts';

/**
 * Whether one respondent is satisfied, read as the survey declares. `null` = the survey does not ask, the question was left empty or
 * declined, or the survey has no such option: in neither part of the share.
 */
export function satisfied(survey: Survey, answers: Readonly<Record<string, string>>): boolean | null {
  if (!survey.satisfaction) return null;
  const { question, satisfied: counted } = survey.satisfaction;
  const options = survey.questions.find(({ code }) => code === question)?.options;
  const chosen = options?.find(({ code }) => code === answers[question]);
  return !chosen || chosen.code === UNKNOWN ? null : counted.includes(chosen.code);
}
