import type { Context } from 'hono';
import type { Response as ResponseBody } from '#wire/response.ts';
import { htmlPage } from '../pages/html.ts';
import { receiptPage } from '../pages/receipt-page.ts';
import { reopenForm } from '../pages/reopen-form.ts';
import { sentencePage } from '../pages/sentence-page.ts';
import type { SurveyForm } from '../pages/survey-page.ts';
import { Refusal } from '../refusal.ts';
import type { Services } from '../services.ts';
import { eraseHeld, reopenHeld, saveHeld } from './plain-edit.ts';
import { emptyForm, filledForm, showForm } from './plain-form.ts';
import { readForm } from './read-form.ts';
import { readInvitation, requireUnanswered } from './read-invitation.ts';
import { readResponse } from './read-response.ts';
import type { Route } from './route.ts';

const ANYONE = { kind: 'anyone' } as const;

/** Runs `answer`; a refusal becomes a page with its sentence instead of JSON. */
async function asPage(c: Context, answer: () => Promise<Response>): Promise<Response> {
  try {
    return await answer();
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    const title = 'Đánh giá việc giải quyết hồ sơ';
    // Whoever answered already may have come back to change the answers.
    const more = ['token.used', 'receipt.bad'].includes(error.code) ? reopenForm() : undefined;
    return htmlPage(c, { title, status: error.status, body: sentencePage(title, error.message, more) });
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
    return showForm(c, { ...form, notice: { text: words.busy ?? '', at: 'send' } }, 503);
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
        return showForm(c, emptyForm(c, services, view));
      }),
  },
  {
    method: 'POST',
    path: '/k/:token',
    who: ['anyone'],
    scope: 'token',
    summary: 'Sends the plain form, or with its receipt reopens, changes or erases it; the answers are kept on error.',
    handle: (c, services) =>
      asPage(c, async () => {
        const view = await readInvitation(services, c.req.param('token') ?? '');
        const fields = await readForm(c);
        const empty = emptyForm(c, services, view);
        const act = fields.get('act');
        if (act === 'reopen') return reopenHeld(c, services, empty, fields);
        if (act === 'erase' || act === 'erase-now') return eraseHeld(c, services, empty, fields, act === 'erase-now');
        const form = filledForm(empty, fields);
        if (form.faults.size) return showForm(c, form, 422);
        if (form.notice) return showForm(c, form);
        return form.receipt === null ? send(c, services, form) : saveHeld(c, services, form);
      }),
  },
];
