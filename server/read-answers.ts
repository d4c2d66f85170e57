import { hideDossierCodes } from '#rules/dossier-codes.ts';
import { scrub } from '#rules/scrub.ts';
import { checkAnswers } from '#rules/surveys/check-answers.ts';
import { findSurvey } from '#rules/surveys/index.ts';
import { topicOrNull } from '#rules/surveys/reply.ts';
import type { Stage, Survey } from '#rules/surveys/survey.ts';
import type { Response as ResponseBody } from '#wire/response.ts';
import { Refusal } from './refusal.ts';

function surveyOf({ survey: id, version, stage }: ResponseBody): Survey {
  const survey = findSurvey(id, version);
  if (!survey) {
    const known = findSurvey(id) !== null;
    throw new Refusal(
      known ? 410 : 422,
      known ? 'survey.gone' : 'survey.unknown',
      known
        ? 'Phiếu đánh giá này không còn dùng. Tải lại trang để lấy phiếu mới; câu trả lời phù hợp sẽ được giữ.'
        : `Không có mẫu phiếu ${id}. Mời Ông/Bà báo cho nơi quản lý trang này.`,
      {
        issues: [
          known
            ? { path: 'version', message: `không có phiên bản ${version}` }
            : { path: 'survey', message: 'không có phiếu này' },
        ],
      },
    );
  }
  if (!survey.stages[stage])
    throw new Refusal(422, 'stage.unknown', `Phiếu ${id} không dùng ở bước này. Chọn bước khác.`, {
      issues: [{ path: 'stage', message: `phiếu không có bước ${stage}` }],
    });
  return survey;
}

function unknownAnswer(survey: Survey, question: string): Refusal {
  return new Refusal(422, 'answer.unknown', 'Có phương án chỉ dùng khi không có mã hồ sơ. Mời Ông/Bà chọn lại.', {
    issues: [{ path: `answers.${question}`, message: `phiếu ${survey.id} không nhận phương án này kèm mã hồ sơ` }],
  });
}

/**
 * The stage the answers belong to: «Tôi chưa có kết quả» moves an open answer to stage `submitted`. It is not offered
 * where a token says the result was returned.
 */
function stageOf(survey: Survey, { answers, stage, token }: ResponseBody): Stage {
  for (const question of survey.questions) {
    const becomes = question.options.find((o) => o.code === answers[question.code])?.becomes;
    if (becomes === undefined) continue;
    if (token !== undefined) throw unknownAnswer(survey, question.code);
    return becomes;
  }
  return stage;
}

/**
 * What of a response its own survey can judge: the survey and version exist, every answer is one of its options, the
 * comment is free of personal data (whatever the sender already hid) and of dossier codes, and a reply is asked for only where the form asks.
 * @throws Refusal 410 `survey.gone`, 422 `survey.unknown` `stage.unknown` `answer.…` `question.…` `reply.unasked`, naming the
 * field.
 */
export function readAnswers(body: ResponseBody): { readonly stage: Stage; readonly comment: string | null } {
  const survey = surveyOf(body);
  const issues = checkAnswers(survey, body.stage, body.answers);
  const [first] = issues;
  if (first)
    throw new Refusal(422, first.code, first.message, {
      issues: issues.map(({ path, message }) => ({ path, message })),
    });
  if (body.reply && topicOrNull(survey.id, body.answers) === null)
    throw new Refusal(422, 'reply.unasked', 'Với các câu trả lời này, phiếu không hỏi có muốn được trả lời không.', {
      issues: [{ path: 'reply', message: 'chỉ nhận khi phiếu có câu trả lời cần người phụ trách xem' }],
    });
  const comment = hideDossierCodes(scrub(body.comment?.trim() ?? '', body.lang).text, body.lang);
  return { stage: stageOf(survey, body), comment: comment === '' ? null : comment };
}
