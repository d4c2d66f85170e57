import type { AnswerCount } from '../store/read-tallies.ts';

/** The counts of each member, in the order met. */
export function byMember(counts: readonly AnswerCount[]): Map<string, AnswerCount[]> {
  const groups = new Map<string, AnswerCount[]>();
  for (const count of counts) {
    const own = groups.get(count.member);
    if (own) own.push(count);
    else groups.set(count.member, [count]);
  }
  return groups;
}

/**
 * Forms of the survey with the fewest of them, of those that have any, by its most answered question; 0 without any. Two
 * surveys in one period are two groups: what few people said in one of them must not stand by itself.
 */
export function smallestSurvey(counts: readonly AnswerCount[]): number {
  const questions = new Map<string, Map<string, number>>();
  for (const { survey, question, n } of counts) {
    const own = questions.get(survey) ?? new Map<string, number>();
    questions.set(survey, own.set(question, (own.get(question) ?? 0) + n));
  }
  const sizes = [...questions.values()].map((own) => Math.max(...own.values()));
  return sizes.length === 0 ? 0 : Math.min(...sizes);
}
