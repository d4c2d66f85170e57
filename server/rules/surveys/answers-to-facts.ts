import type { DossierFacts, LegacyPoints } from '../facts.ts';
import { isOpen } from './questions-of.ts';
import type { Survey } from './survey.ts';

/**
 * What one respondent states, in the dossier's vocabulary, and the points (tenths) a legacy form carries. An unanswered
 * question, `unknown`, a code the survey does not have and a follow-up whose parent does not call for it state nothing.
 * Only answers of stage `returned` may feed points; the caller decides.
 */
export function answersToFacts(
  survey: Survey,
  answers: Readonly<Record<string, string>>,
): { readonly facts: DossierFacts; readonly legacy: LegacyPoints } {
  let facts: DossierFacts = {};
  const legacy: LegacyPoints = {};
  for (const question of survey.questions) {
    const option = question.options.find((o) => o.code === answers[question.code]);
    if (!option || !isOpen(question, answers)) continue;
    facts = { ...facts, ...option.fact };
    if (question.indicator !== undefined && option.points !== undefined) legacy[question.indicator] = option.points;
  }
  return { facts, legacy };
}
