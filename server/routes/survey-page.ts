import { randomBytes } from 'node:crypto';
import type { Context } from 'hono';
import { clientId } from '#rules/client-id.ts';
import { scrub } from '#rules/scrub.ts';
import { checkAnswers } from '#rules/surveys/check-answers.ts';
import { findSurvey } from '#rules/surveys/index.ts';
import { isOpen, questionsOf } from '#rules/surveys/questions-of.ts';
import type { Lang, Survey } from '#rules/surveys/survey.ts';
import { wordsOf } from '#rules/surveys/words-of.ts';
import * as ids from '#wire/ids.ts';
import type { InvitationView } from '#wire/invitation.ts';
import type { Response as ResponseBody } from '#wire/response.ts';
import { fill } from '../pages/fill.ts';
import { htmlPage } from '../pages/html.ts';
import { PLAIN_WORDS } from '../pages/plain-words.ts';
import { receiptPage } from '../pages/receipt-page.ts';
import { sentencePage } from '../pages/sentence-page.ts';
import { type SurveyForm, surveyPage } from '../pages/survey-page.ts';
import { Refusal } from '../refusal.ts';
import type { Services } from '../services.ts';
import { tokenBad } from '../store/token-refusal.ts';
import { readForm } from './read-form.ts';
import { readInvitation, requireUnanswered } from './read-invitation.ts';
import { readResponse } from './read-response.ts';
import type { Route } from './route.ts';

const ANYONE = { kind: 'anyone' } as const;

/** A form nobody has filled in yet. */
function emptyForm(c: Context, { now }: Services, view: InvitationView): SurveyForm {
  const survey = findSurvey(view.survey, view.version);
  if (!survey) throw tokenBad(404);
  const lang: Lang = c.req.query('lang') === 'en' ? 'en' : 'vi';
  const tenant = ids.tenantOf(c.req.param('token') ?? '');
  return {
    view,
    survey,
    lang,
    words: { ...wordsOf(survey, lang), ...PLAIN_WORDS[lang] },
    id: clientId(tenant, now().getTime(), randomBytes(10)),
    answers: {},
    comment: '',
    faults: new Map(),
    notice: null,
  };
}

/** The choices sent; a follow-up its parent does not call for is left out, as the form says. */
function answersOf(survey: Survey, { stage }: InvitationView, fields: URLSearchParams): Record<string, string> {
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

function filledForm(empty: SurveyForm, fields: URLSearchParams): SurveyForm {
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
  return { ...empty, id: own ? id : empty.id, answers, comment, faults, notice };
}

function show(c: Context, form: SurveyForm, status = 200) {
  const { words, lang, faults } = form;
  const title = faults.size ? fill(words.error, { title: words.title ?? '' }) : (words.title ?? '');
  return htmlPage(c, { title, lang, status, body: surveyPage(form) });
}

/** Runs `answer`; a refusal becomes a page with its sentence instead of JSON. */
async function asPage(c: Context, answer: () => Promise<Response>): Promise<Response> {
  try {
    return await answer();
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    const title = 'Đánh giá việc giải quyết hồ sơ';
    return htmlPage(c, { title, status: error.status, body: sentencePage(title, error.message) });
  }
}

async function send(c: Context, services: Services, form: SurveyForm): Promise<Response> {
  const { view, id, lang, answers, comment, words } = form;
  const body: ResponseBody = {
    id,
    token: c.req.param('token') ?? '',
    unit: view.unit,
    survey: view.survey,
    version: view.version,
    stage: view.stage,
    channel: 'plain',
    lang,
    answers,
    ...(comment ? { comment } : {}),
  };
  try {
    const accepted = await services.intake.add(await readResponse(services, ANYONE, body));
    const status = accepted.status === 'created' ? 201 : 200;
    return htmlPage(c, { title: words.title ?? '', lang, status, body: receiptPage(accepted, view.stage, words) });
  } catch (error) {
    if (!(error instanceof Refusal) || error.code !== 'busy') throw error;
    return show(c, { ...form, notice: { text: words.busy ?? '', at: 'send' } }, 503);
  }
}

export const surveyPageRoutes: readonly Route[] = [
  {
    method: 'GET',
    path: '/k/:token',
    who: ['anyone'],
    scope: 'token',
    summary: 'The survey of a link as a plain HTML form. Query: `lang` vi | en.',
    handle: (c, services) =>
      asPage(c, async () => {
        const token = c.req.param('token') ?? '';
        const view = await readInvitation(services, token);
        await requireUnanswered(services, token, view);
        return show(c, emptyForm(c, services, view));
      }),
  },
  {
    method: 'POST',
    path: '/k/:token',
    who: ['anyone'],
    scope: 'token',
    summary: 'Sends the plain form; what is missing is shown with the answers kept.',
    handle: (c, services) =>
      asPage(c, async () => {
        const view = await readInvitation(services, c.req.param('token') ?? '');
        const form = filledForm(emptyForm(c, services, view), await readForm(c));
        if (form.faults.size) return show(c, form, 422);
        if (form.notice) return show(c, form);
        return send(c, services, form);
      }),
  },
];
