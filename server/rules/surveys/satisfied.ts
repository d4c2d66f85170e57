import type { Survey } from './survey.ts';
import { UNKNOWN } from './survey.ts';

/**
 * Whether one respondent is satisfied, read as the survey declares. `null` = the survey does not ask, the question was left empty or
 * declined, or the survey has no such option: in neither part of the share.
 */
export function satisfied(survey: Survey, answers: Readonly<Record<string, string>>): boolean | null {
  if (!survey.satisfaction) return null;
  const { question, satisfied: counted } = survey.satisfaction;
  const answer = answers[question];
  const options = survey.questions.find(({ code }) => code === question)?.options ?? [];
  if (answer === undefined || answer === UNKNOWN || !options.some(({ code }) => code === answer)) return null;
  return counted.includes(answer);
}
