import type { Context } from 'hono';
import * as z from 'zod';
import { parseReceipt } from '#rules/receipt.ts';
import { findSurvey } from '#rules/surveys/index.ts';
import { wordsOf } from '#rules/surveys/words-of.ts';
import type { Period, PublicResults } from '#wire/results.ts';
import { localDay } from '../clock.ts';
import { periodView } from '../figures/period-view.ts';
import { publicDistributions } from '../figures/public-distributions.ts';
import { publicHistory } from '../figures/public-history.ts';
import { publicResults } from '../figures/public-results.ts';
import { publicAnswerLevels } from '../figures/report/answer-levels.ts';
import { isShown } from '../figures/shown-snapshots.ts';
import { htmlPage } from '../pages/html.ts';
import { publicPage } from '../pages/public-page.ts';
import { say } from '../pages/public-words.ts';
import { publishedTablesPage } from '../pages/published-tables-page.ts';
import { receiptSearchPage, receivedPage } from '../pages/received-page.ts';
import { refusalText } from '../pages/refusal-text.ts';
import { repliedPage } from '../pages/replied-page.ts';
import { unitPublicPage } from '../pages/unit-public-page.ts';
import { Refusal } from '../refusal.ts';
import type { Services } from '../services.ts';
import { heldByReceiptOrNull, isEditable } from '../store/held-responses.ts';
import { periodOrNull, periodsOf } from '../store/periods.ts';
import { publishedTables } from '../store/published-tables.ts';
import { unitOrNull } from '../store/units.ts';
import { keptAnswer } from './kept-answer.ts';
import { headOrNull, unknownTenant } from './public-head.ts';
import { replyOrNull } from './reply-of.ts';
import type { Route } from './route.ts';

/** Published figures change only by a new publication, but that must show at once. */
const REVALIDATE = 'public, no-cache';

/** What stands beside the figures of the version that counts; nothing beside an earlier one. */
async function besides({ db }: Services, results: PublicResults | null, at: Date) {
  if (!results || results.supersededBy !== null) return { distributions: null, answers: null, series: null };
  const { tenant, period } = results;
  const distributions = await publicDistributions(db, tenant, period.period, at);
  const stored = await periodOrNull(db, tenant, period.period);
  const history = stored && (await publicHistory(db, tenant, at, [stored.kind]));
  return {
    distributions,
    answers: distributions && publicAnswerLevels(distributions),
    series: history?.series[0] ?? null,
  };
}

/** What is not there, or says nothing here, is passed over. */
const pageQuery = z.object({
  lang: z.enum(['vi', 'en']).optional(),
  /** Id of a period, of one of its snapshots; how units are put in order. */
  ky: z.string().optional(),
  ban: z.string().optional(),
  sap: z.enum(['ten', 'diem']).optional(),
});

/** Periods the public may read or was told of, newest first. */
async function periodsShown({ db }: Services, tenant: string, at: Date): Promise<Period[]> {
  return (await periodsOf(db, tenant))
    .filter((period) => isShown(period, at) || period.withdrawnAt !== null)
    .map((period) => periodView(period, at));
}

async function showResults(c: Context, services: Services) {
  const { db, now } = services;
  const head = await headOrNull(c, services, true);
  if (!head) return unknownTenant(c);
  const at = now();
  const periods = await periodsShown(services, head.tenant, at);
  const wanted = c.req.query('ky') ?? periods[0]?.period;
  const reports = (await publishedTables(db, head.tenant, true)).length > 0;
  // Who has published only before this system is read at the same address.
  if (wanted === undefined && reports) return showReports(c, services);
  const results = wanted === undefined ? null : await publicResults(db, head.tenant, wanted, at, c.req.query('ban'));
  const { answers, series } = await besides(services, results, at);
  const order = c.req.query('sap') === 'ten' ? 'ten' : 'diem';
  const title = say(head.lang, 'pageTitle', { tenant: head.tenantName });
  return htmlPage(c, {
    title: `${title}${results ? ` · ${results.period.label}` : ''}`,
    lang: head.lang,
    cacheControl: REVALIDATE,
    body: publicPage({ head, results, answers, series, wanted, periods, reports, order }),
  });
}

async function showUnit(c: Context, services: Services) {
  const head = await headOrNull(c, services, true);
  if (!head) return unknownTenant(c);
  const { lang, tenant } = head;
  const at = services.now();
  const periods = await periodsShown(services, tenant, at);
  const wanted = c.req.query('ky') ?? periods[0]?.period;
  const results = wanted === undefined ? null : await publicResults(services.db, tenant, wanted, at);
  const unit = results?.units.find((each) => each.unit === c.req.param('unit'));
  const common = { lang, cacheControl: REVALIDATE };
  if (!results) {
    const nothing = { results, answers: null, series: null, wanted, periods, reports: false, order: 'diem' as const };
    const title = say(lang, 'pageTitle', { tenant: head.tenantName });
    return htmlPage(c, { ...common, title, status: 404, body: publicPage({ head, ...nothing }) });
  }
  const { distributions, answers, series } = await besides(services, results, at);
  const questions = distributions?.units.find((each) => each.unit === unit?.unit)?.questions ?? [];
  return htmlPage(c, {
    ...common,
    title: `${unit?.name ?? say(lang, 'unitUnknown')} · ${results.period.label} · ${head.tenantName}`,
    status: unit ? 200 : 404,
    body: unitPublicPage({ head, results, unit, answers: answers ?? [], questions, series }),
  });
}

async function showReports(c: Context, services: Services) {
  const head = await headOrNull(c, services, true);
  if (!head) return unknownTenant(c);
  const tables = await publishedTables(services.db, head.tenant, true);
  return htmlPage(c, {
    title: `${say(head.lang, 'older')} · ${head.tenantName}`,
    lang: head.lang,
    cacheControl: REVALIDATE,
    body: publishedTablesPage(head, tables),
  });
}

async function showReceived(c: Context, services: Services) {
  const { db, keys, now, calls } = services;
  const head = await headOrNull(c, services, true);
  if (!head) return unknownTenant(c);
  const { lang } = head;
  const typed = c.req.query('ma');
  const title = `${say(lang, 'receiptTitle')} · ${head.tenantName}`;
  const faulty = { title: say(lang, 'receiptFault', { title }), lang };
  if (typed === undefined) return htmlPage(c, { title, lang, body: receiptSearchPage(head, '') });
  if (typed.trim() === '') {
    const body = receiptSearchPage(head, '', say(lang, 'receiptNone'));
    return htmlPage(c, { ...faulty, status: 422, body });
  }
  try {
    await calls.receipts(c);
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    const { status, headers } = error;
    return htmlPage(c, { ...faulty, status, headers, body: receiptSearchPage(head, typed, refusalText(error, lang)) });
  }
  const receipt = parseReceipt(typed);
  const held = receipt === null ? null : await heldByReceiptOrNull(db, keys, receipt);
  const survey = held && findSurvey(held.row.survey, held.row.version);
  const replied = receipt === null ? null : await replyOrNull(services, head.tenant, receipt);
  if (!held && receipt !== null && replied) {
    const unitName = (await unitOrNull(db, head.tenant, replied.unit))?.name ?? replied.unit;
    return htmlPage(c, { title, lang, body: repliedPage(head, { receipt, unitName, reply: replied.reply }) });
  }
  // A code of another province is no code here.
  if (!held || held.tenant !== head.tenant || !survey) {
    const body = receiptSearchPage(head, typed, say(lang, 'receiptUnknown'));
    return htmlPage(c, { ...faulty, status: 404, body });
  }
  const { unit, day, stage, answers, comment } = held.row;
  const unitName = (await unitOrNull(db, head.tenant, unit))?.name ?? unit;
  const form = {
    receipt: held.receipt,
    unit,
    unitName,
    linked: held.linked,
    day,
    stage,
    survey,
    words: wordsOf(survey, lang),
    answers,
    comment,
    editableUntil: held.editableUntil,
    editable: isEditable(held, localDay(now())),
    reply: replied?.reply ?? null,
  };
  return htmlPage(c, { title, lang, body: receivedPage(head, form) });
}

/** Pages made of published figures alone are made once for each state of them. */
const kept = (c: Context, services: Services, show: (c: Context, services: Services) => Response | Promise<Response>) =>
  keptAnswer(c, services, c.req.param('tenant') ?? '', async () => show(c, services));

export const publicPageRoutes: readonly Route[] = [
  {
    method: 'GET',
    path: '/cong-khai/:tenant',
    who: ['anyone'],
    scope: 'public',
    summary: 'Published result of a period as a page without script. Query: `ky`, `ban`, `sap`, `lang` vi | en.',
    query: pageQuery,
    answer: ['text/html'],
    handle: (c, services) => kept(c, services, showResults),
  },
  {
    method: 'GET',
    path: '/cong-khai/:tenant/don-vi/:unit',
    who: ['anyone'],
    scope: 'public',
    summary: 'What is published of one unit in one period as a page without script. Query: `ky`, `lang` vi | en.',
    query: pageQuery,
    answer: ['text/html'],
    handle: (c, services) => kept(c, services, showUnit),
  },
  {
    method: 'GET',
    path: '/cong-khai/:tenant/bao-cao',
    who: ['anyone'],
    scope: 'public',
    summary: 'Older reports as published, with what does not add up in them. Query: `lang` vi | en.',
    answer: ['text/html'],
    handle: showReports,
  },
  {
    method: 'GET',
    path: '/cong-khai/:tenant/phieu',
    who: ['anyone'],
    scope: 'token',
    summary: "One's own answers by receipt code, as a page without script. Query: `lang` vi | en.",
    query: z.object({ ma: z.string().optional() }),
    answer: ['text/html'],
    handle: showReceived,
  },
];
