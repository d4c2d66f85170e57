import { isOpen, numberedCodes, questionsOf, unanswered } from './questions-of.ts';
import type { AskedSurvey, Stage } from './survey.ts';
import answersVi from './words/answers.vi.json' with { type: 'json' };
import citizenVi from './words/citizen.vi.json' with { type: 'json' };

const MESSAGES = { ...answersVi, 'answer.required': citizenVi['answer.required'] };

export type AnswerIssueCode = 'answer.required' | 'answer.unknown' | 'question.unknown' | 'question.closed';

export interface AnswerIssue {
  /** `answers.q3` */
  readonly path: string;
  readonly code: AnswerIssueCode;
  /** Display number of the question, of its parent for a follow-up; 0 for a question that is not asked. */
  readonly number: number;
  /** Vietnamese, what happened and what to do. Other languages: the words keyed by `code`. */
  readonly message: string;
}

/**
 * What is wrong with `answers` (question code → option code) to `survey` at `stage`; empty = acceptable. Only a required
 * question must be answered; a follow-up only while its parent calls for it. Text questions have no answer code.
 */
export function checkAnswers(
  survey: AskedSurvey,
  stage: Stage,
  answers: Readonly<Record<string, string>>,
): readonly AnswerIssue[] {
  const asked = questionsOf(survey, stage);
  const numbered = numberedCodes(survey, stage);
  const issue = (code: AnswerIssueCode, question: string, number = 0): AnswerIssue => ({
    path: `answers.${question}`,
    code,
    number,
    message: MESSAGES[code].replace('{i}', `${number}`).replace('{code}', question),
  });
  const issues = unanswered(survey, stage, answers).map(({ code }) =>
    issue('answer.required', code, numbered.indexOf(code) + 1),
  );
  for (const [code, option] of Object.entries(answers)) {
    const question =
      asked.find((q) => q.code === code) ??
      survey.questions.find((q) => q.code === code && q.insteadOf && asked.some((a) => a.code === q.insteadOf));
    const number = numbered.indexOf(question?.followUp?.of ?? question?.insteadOf ?? code) + 1;
    if (question?.kind !== 'choice') issues.push(issue('question.unknown', code));
    else if (!question.options.some((o) => o.code === option)) issues.push(issue('answer.unknown', code, number));
    else if (!isOpen(question, answers)) issues.push(issue('question.closed', code, number));
  }
  return issues;
}
