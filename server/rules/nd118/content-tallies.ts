import { isOpen } from '../surveys/questions-of.ts';
import type { Question, Survey } from '../surveys/survey.ts';

/**
 * How often each option was chosen: question code → option code → count, `unknown` among them. A text question counts its answers
 * under `text`. Only questions that carry a content of NĐ 118/2025/NĐ-CP Điều 33(1) are here.
 */
export type ContentTallies = Readonly<Record<string, Readonly<Record<string, number>>>>;

/** Where a text question counts its answers. */
export const TEXT = 'text';

/** What one answer is counted as; `null` = it states nothing: not answered, no option of the form, only blanks. */
function keyOf(question: Question, answer: string | undefined): string | null {
  if (question.kind === 'text') return answer?.trim() ? TEXT : null;
  return question.options.find(({ code }) => code === answer)?.code ?? null;
}

/** Counts what respondents chose at one stage of one survey. A follow-up is counted only where its parent calls for it. */
export function contentTallies(
  survey: Survey,
  answersList: Iterable<Readonly<Record<string, string>>>,
): ContentTallies {
  const asked = survey.questions.filter(({ content }) => content !== undefined);
  const tallies: Record<string, Record<string, number>> = {};
  for (const answers of answersList)
    for (const question of asked) {
      const key = keyOf(question, answers[question.code]);
      if (key === null || !isOpen(question, answers)) continue;
      const counts = tallies[question.code] ?? {};
      counts[key] = (counts[key] ?? 0) + 1;
      tallies[question.code] = counts;
    }
  return tallies;
}

/** @throws RangeError for a question or option the survey does not have, and for what is no count. */
export function checkTallies(survey: Survey, tallies: ContentTallies): void {
  for (const [code, counts] of Object.entries(tallies)) {
    const question = survey.questions.find((each) => each.code === code);
    const options = question?.kind === 'text' ? [TEXT] : (question?.options.map((option) => option.code) ?? []);
    for (const [option, count] of Object.entries(counts))
      if (!options.includes(option) || !Number.isSafeInteger(count) || count < 0)
        throw new RangeError(`Phiếu ${survey.id}: ${code}.${option} = ${count} không phải số đếm của một phương án.`);
  }
}
