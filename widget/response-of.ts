import { questionsOf } from '#rules/surveys/questions-of.ts';
import type { Stage } from '#rules/surveys/survey.ts';
import type { Assisted, Response, Way } from '#wire/response.ts';
import type { Answers } from './answers.ts';
import type { Form } from './form.ts';
import type { Subject } from './load-subject.ts';
import type { Settings } from './settings.ts';

/** The response as the server takes it, with the answers that belong to `stage`. */
export function responseOf(
  id: string,
  { token, assisted, way }: Settings,
  { unit, procedure }: Subject,
  { survey, asksReply, begun }: Form,
  stage: Stage,
  given: Answers,
): Response {
  const { comment = '', reply } = given;
  const answers = Object.fromEntries(
    questionsOf(survey, stage).flatMap(({ code, kind }) =>
      given[code] && kind === 'choice' ? [[code, given[code]]] : [],
    ),
  );
  return {
    ...{ id, unit, survey: survey.id, version: survey.version, stage, channel: 'portal', lang: survey.lang, answers },
    ...(procedure && { procedure }),
    ...(token && { token }),
    ...(comment.trim() && { comment: comment.trim() }),
    ...(assisted && { assisted: assisted as Assisted }),
    ...(assisted && way && { way: way as Way }),
    ...(asksReply && reply && { reply: reply === 'yes' }),
    // `null` on the wire where nothing was answered on this visit.
    seconds: Math.round((Date.now() - begun) / 1000),
  };
}
