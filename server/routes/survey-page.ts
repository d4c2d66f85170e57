import type { Context } from 'hono';
import * as z from 'zod';
import * as ids from '#wire/ids.ts';
import type { Response as ResponseBody } from '#wire/response.ts';
import { framedBy, htmlPage } from '../pages/html.ts';
import { receiptPage } from '../pages/receipt-page.ts';
import type { SurveyForm, SurveyPlace } from '../pages/survey-page.ts';
import { Refusal } from '../refusal.ts';
import type { Services } from '../services.ts';
import { portalOriginsOf } from '../store/portal-origins.ts';
import { countForm } from './count-form.ts';
import { eraseHeld, reopenHeld, saveHeld } from './plain-edit.ts';
import { emptyForm, filledForm, showForm } from './plain-form.ts';
import { readForm } from './read-form.ts';
import { readInvitation, requireUsable } from './read-invitation.ts';
import { readOpenPlace } from './read-open-place.ts';
import { readResponse, takeResponse } from './read-response.ts';
import { refusedPage } from './refused-page.ts';
import { replyBy } from './reply-of.ts';
import type { Route } from './route.ts';

/** Anything else is taken for what is left out. */
const query = z.object({ lang: z.enum(['vi', 'en']).optional(), via: z.literal('qr').optional() });

const ANYONE = { kind: 'anyone' } as const;

/**
 * Runs `answer`; a refusal becomes a page with its sentence instead of JSON. The sites the tenant has on its list may frame either.
 */
async function asPage(
  c: Context,
  services: Services,
  tenant: string,
  answer: () => Promise<Response>,
): Promise<Response> {
  const page = await answer().catch((error: unknown) => {
    if (!(error instanceof Refusal)) throw error;
    return refusedPage(c, services, error);
  });
  return framedBy(page, await portalOriginsOf(services.db, tenant));
}

async function send(c: Context, services: Services, form: SurveyForm): Promise<Response> {
  const { view, id, lang, channel, answers, comment, words, reply } = form;
  const token = c.req.param('token');
  const body: ResponseBody = {
    id,
    ...(token === undefined ? {} : { token }),
    unit: view.unit,
    survey: view.survey,
    version: view.version,
    stage: view.stage,
    channel,
    lang,
    answers,
    ...(comment ? { comment } : {}),
    ...(reply?.wanted ? { reply: true } : {}),
  };
  const { accepted } = await takeResponse(services, await readResponse(services, ANYONE, body, services.networkOf(c)));
  const status = accepted.status === 'created' ? 201 : 200;
  const by = reply?.wanted ? await replyBy(services, ids.tenantOf(id), accepted.receipt) : undefined;
  return htmlPage(c, { title: words.title ?? '', lang, status, body: receiptPage(accepted, view.stage, words, by) });
}

/** Takes the filled form; when too much is going on it comes back as filled in. */
async function take(c: Context, services: Services, form: SurveyForm): Promise<Response> {
  try {
    await limit(c, services);
    if (form.faults.size) {
      const { view, channel, id } = form;
      const [bucket = ''] = form.faults.keys();
      await countForm(services, ids.tenantOf(id), {
        ...{ unit: view.unit, survey: view.survey, channel },
        step: 'fault',
        bucket,
      });
      return showForm(c, form, 422);
    }
    if (form.notice) return showForm(c, form);
    return await (form.receipt === null ? send(c, services, form) : saveHeld(c, services, form));
  } catch (error) {
    if (!(error instanceof Refusal) || error.code !== 'busy') throw error;
    const busy = { ...form, notice: { text: form.words.busy ?? '', at: 'send' } };
    return showForm(c, busy, error.status, error.headers);
  }
}

/** @throws Refusal 429 `busy` for the caller's address or the link. */
async function limit(c: Context, { calls }: Services): Promise<void> {
  await calls.responses(c);
  const token = c.req.param('token');
  if (token !== undefined) await calls.link(token);
}

interface Door {
  readonly path: string;
  readonly scope: Route['scope'];
  readonly of: string;
  readonly tenant: (c: Context) => string;
  readonly place: (c: Context, services: Services) => Promise<SurveyPlace>;
}

/** The two routes of one way to the form: show it, take it. */
function surveyPages({ path, scope, of, tenant, place }: Door): readonly Route[] {
  return [
    {
      method: 'GET',
      path,
      who: ['anyone'],
      scope,
      summary: `The survey ${of} as a plain HTML form. Query: \`lang\` vi | en; \`via\` qr, when opened by its printed code.`,
      query,
      answer: ['text/html'],
      handle: (c, services) =>
        asPage(c, services, tenant(c), async () => {
          await limit(c, services);
          const view = await place(c, services);
          const token = c.req.param('token');
          if (token !== undefined) await requireUsable(services, token, view);
          const form = await emptyForm(c, services, tenant(c), view);
          const { unit, survey } = view;
          const opened = { unit, survey, channel: form.channel, step: 'opened', bucket: '' } as const;
          await countForm(services, tenant(c), opened);
          return showForm(c, form);
        }),
    },
    {
      method: 'POST',
      path,
      who: ['anyone'],
      scope,
      summary: `Takes the form ${of}, or with its receipt reopens, changes or erases it; the answers are kept on error.`,
      query,
      accepts: ['application/x-www-form-urlencoded'],
      answer: ['text/html'],
      handle: (c, services) =>
        asPage(c, services, tenant(c), async () => {
          const view = await place(c, services);
          const fields = await readForm(c);
          const empty = await emptyForm(c, services, tenant(c), view);
          const act = fields.get('act');
          if (act === 'reopen') return reopenHeld(c, services, empty, fields);
          if (act === 'erase' || act === 'erase-now') return eraseHeld(c, services, empty, fields, act === 'erase-now');
          return take(c, services, filledForm(empty, fields));
        }),
    },
  ];
}

export const surveyPageRoutes: readonly Route[] = [
  ...surveyPages({
    path: '/k/:token',
    scope: 'token',
    of: 'of a link',
    tenant: (c) => ids.tenantOf(c.req.param('token') ?? ''),
    place: (c, services) => readInvitation(services, c.req.param('token') ?? ''),
  }),
  ...surveyPages({
    path: '/k/:tenant/:unit',
    scope: 'public',
    of: 'of a unit, about no dossier,',
    tenant: (c) => c.req.param('tenant') ?? '',
    place: (c, services) => readOpenPlace(services, c.req.param('tenant') ?? '', c.req.param('unit') ?? ''),
  }),
];
