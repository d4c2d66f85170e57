import type { Stage } from '#rules/surveys/survey.ts';
import type { Response } from '#wire/response.ts';
import type { Subject } from './load-subject.ts';
import type { Model } from './model.ts';

/** What was answered in one sending; an option can make it one of another stage than the form asked for. */
export interface Given {
  readonly stage: Stage;
  readonly answers: Readonly<Record<string, string>>;
  readonly comment: string;
}

/** The response as the server takes it. */
export function responseOf(id: string, token: string, subject: Subject, form: Model, given: Given): Response {
  const { unit, procedure } = subject;
  const { id: survey, version } = form.survey;
  const { stage, answers, comment } = given;
  return {
    ...{ id, unit, survey, version, stage, channel: 'portal', lang: form.lang, answers },
    ...(procedure && { procedure }),
    ...(token && { token }),
    ...(comment && { comment }),
  };
}
