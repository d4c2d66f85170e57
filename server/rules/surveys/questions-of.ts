import type { AskedSurvey, Question, Stage } from './survey.ts';

/** The questions asked at `stage`, in order; empty when the survey is not offered at that stage. */
export function questionsOf(survey: AskedSurvey, stage: Stage): readonly Question[] {
  return (survey.stages[stage] ?? []).flatMap((code) => survey.questions.find((q) => q.code === code) ?? []);
}

/** Only choices that are not follow-ups carry a number; numbers run 1…n without gaps. Codes by position. */
export function numberedCodes(survey: AskedSurvey, stage: Stage): readonly string[] {
  return questionsOf(survey, stage)
    .filter((q) => q.kind === 'choice' && !q.followUp)
    .map((q) => q.code);
}

/** Whether `question` is open: a follow-up only while one of its parent's options that call for it is chosen. */
export function isOpen(question: Question, answers: Readonly<Record<string, string>>): boolean {
  return !question.followUp || question.followUp.when.includes(answers[question.followUp.of] ?? '');
}

/** The required questions of `stage` without an answer. */
export function unanswered(
  survey: AskedSurvey,
  stage: Stage,
  answers: Readonly<Record<string, string>>,
): readonly Question[] {
  return questionsOf(survey, stage).filter((q) => q.required && !answers[q.code]);
}
