import { randomBytes } from 'node:crypto';
import type { Context } from 'hono';
import { clientId } from '#rules/client-id.ts';
import { scrub } from '#rules/scrub.ts';
import { checkAnswers } from '#rules/surveys/check-answers.ts';
import { findSurvey } from '#rules/surveys/index.ts';
import { isOpen, questionsOf } from '#rules/surveys/questions-of.ts';
import { replyCalls, topicOrNull } from '#rules/surveys/reply.ts';
import type { Lang, Survey } from '#rules/surveys/survey.ts';
import { wordsOf } from '#rules/surveys/words-of.ts';
import * as ids from '#wire/ids.ts';
import { localDay } from '../clock.ts';
import { privacyText } from '../figures/privacy-text.ts';
import { fill } from '../pages/fill.ts';
import { htmlPage } from '../pages/html.ts';
import { PLAIN_WORDS } from '../pages/plain-words.ts';
import { type SurveyForm, type SurveyPlace, surveyPage } from '../pages/survey-page.ts';
import type { Services } from '../services.ts';
import { deadlinesOf } from '../store/case-settings.ts';
import { tenantOf } from '../store/tenants.ts';
import { tokenBad } from '../store/token-refusal.ts';

/** A form nobody has filled in yet. */
export async function emptyForm(
  c: Context,
  { db, now }: Services,
  tenant: string,
  view: SurveyPlace,
): Promise<SurveyForm> {
  const survey = findSurvey(view.survey, view.version);
  if (!survey) throw tokenBad(404);
  const lang: Lang = c.req.query('lang') === 'en' ? 'en' : 'vi';
  const calls = replyCalls(survey.id, survey.stages).filter((call) =>
    survey.stages[view.stage]?.includes(call.question),
  );
  const tenantName = (await tenantOf(db, tenant)).name;
  const privacy = await privacyText(db, { tenant, tenantName, survey, lang }, now());
  return {
    view,
    survey,
    lang,
    channel: c.req.query('via') === 'qr' ? 'qr' : 'plain',
    words: { ...wordsOf(survey, lang), ...PLAIN_WORDS[lang], 'privacy.more': privacy },
    id: clientId(tenant, now().getTime(), randomBytes(10)),
    answers: {},
    comment: '',
    faults: new Map(),
    notice: null,
    receipt: null,
    reply: calls.length ? { calls, by: (await deadlinesOf(db, tenant))(localDay(now())), wanted: null } : null,
  };
}

/** The choices sent; a follow-up its parent does not call for is left out, as the form says. */
function answersOf(survey: Survey, { stage }: SurveyPlace, fields: URLSearchParams): Record<string, string> {
  const choices = questionsOf(survey, stage).filter((q) => q.kind === 'choice');
  const sent = Object.fromEntries(
    choices.flatMap(({ code }) => {
      const option = fields.get(code);
      return option ? [[code, option]] : [];
    }),
  );
  return Object.fromEntries(
    choices.filter((q) => sent[q.code] && isOpen(q, sent)).map((q) => [q.code, sent[q.code] ?? '']),
  );
}

/** The form as sent, with what is wrong in it. */
export function filledForm(empty: SurveyForm, fields: URLSearchParams): SurveyForm {
  const { survey, view, words, lang } = empty;
  const id = fields.get('id') ?? '';
  const own = ids.clientId.safeParse(id).success && ids.tenantOf(id) === ids.tenantOf(empty.id);
  const answers = answersOf(survey, view, fields);
  const sent = (fields.get('comment') ?? '').replaceAll('\r\n', '\n').trim();
  const { text: comment, hidden } = scrub(sent, lang);
  const faults = new Map<string, string>();
  for (const issue of checkAnswers(survey, view.stage, answers))
    faults.set(issue.path.replace('answers.', ''), fill(words[issue.code], { i: issue.number }));
  const tooLong = comment.length - 1000;
  if (tooLong > 0) faults.set('comment', fill(words.long, { n: tooLong }));
  const notice = hidden ? { text: fill(words['comment.scrubbed'], { n: hidden }), at: 'comment' } : null;
  const wish = fields.get('reply');
  const reply = empty.reply && { ...empty.reply, wanted: wish === null ? null : wish === 'yes' };
  if (reply?.wanted && topicOrNull(survey.id, answers) === null) faults.set('reply', words.replyUnasked ?? '');
  return { ...empty, id: own ? id : empty.id, answers, comment, faults, notice, receipt: fields.get('receipt'), reply };
}

/** The form as a page. */
export function showForm(c: Context, form: SurveyForm, status = 200, headers: Readonly<Record<string, string>> = {}) {
  const { words, lang, faults } = form;
  const title = faults.size ? fill(words.error, { title: words.title ?? '' }) : (words.title ?? '');
  return htmlPage(c, { title, lang, status, headers, body: surveyPage(form) });
}
