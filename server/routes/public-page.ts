import type { Context } from 'hono';
import { parseReceipt } from '#rules/receipt.ts';
import { findSurvey } from '#rules/surveys/index.ts';
import { wordsOf } from '#rules/surveys/words-of.ts';
import { localDay } from '../clock.ts';
import { periodView } from '../figures/period-view.ts';
import { publicResults } from '../figures/public-results.ts';
import { isShown } from '../figures/shown-snapshots.ts';
import { htmlPage } from '../pages/html.ts';
import type { PublicHead } from '../pages/public-layout.ts';
import { publicPage } from '../pages/public-page.ts';
import { receiptSearchPage, receivedPage } from '../pages/received-page.ts';
import { repliedPage } from '../pages/replied-page.ts';
import { reportsPage } from '../pages/reports-page.ts';
import { sentencePage } from '../pages/sentence-page.ts';
import { Refusal } from '../refusal.ts';
import type { Services } from '../services.ts';
import { heldByReceiptOrNull, isEditable } from '../store/held-responses.ts';
import { periodsOf } from '../store/periods.ts';
import { publishedTables } from '../store/published-tables.ts';
import { tenantOrNull } from '../store/tenants.ts';
import { unitOrNull } from '../store/units.ts';
import { replyOrNull } from './reply-of.ts';
import type { Route } from './route.ts';

/** Published figures change only by a new publication, but that must show at once. */
const REVALIDATE = 'public, no-cache';

async function headOrNull(c: Context, { db }: Services): Promise<PublicHead | null> {
  const found = await tenantOrNull(db, c.req.param('tenant') ?? '');
  return found && { tenant: found.tenant, tenantName: found.name, watermark: found.watermark };
}

function unknownTenant(c: Context) {
  const body = sentencePage('Không có trang này', 'Địa chỉ không đúng. Kiểm tra lại mã tỉnh ở cuối địa chỉ.');
  return htmlPage(c, { title: 'Không có trang này', status: 404, body });
}

async function showResults(c: Context, services: Services) {
  const { db, now } = services;
  const head = await headOrNull(c, services);
  if (!head) return unknownTenant(c);
  const at = now();
  const periods = (await periodsOf(db, head.tenant))
    .filter((period) => isShown(period, at) || period.withdrawnAt !== null)
    .map((period) => periodView(period, at));
  const wanted = c.req.query('ky') ?? periods[0]?.period;
  const reports = (await publishedTables(db, head.tenant)).length > 0;
  // Who has published only before this system is read at the same address.
  if (wanted === undefined && reports) return showReports(c, services);
  const results = wanted === undefined ? null : await publicResults(db, head.tenant, wanted, at, c.req.query('ban'));
  const order = c.req.query('sap') === 'ten' ? 'ten' : 'diem';
  return htmlPage(c, {
    title: `Kết quả đánh giá · ${head.tenantName}${results ? ` · ${results.period.label}` : ''}`,
    cacheControl: REVALIDATE,
    body: publicPage({ head, results, wanted, periods, reports, order }),
  });
}

async function showReports(c: Context, services: Services) {
  const head = await headOrNull(c, services);
  if (!head) return unknownTenant(c);
  const tables = await publishedTables(services.db, head.tenant);
  return htmlPage(c, {
    title: `Các báo cáo đã công bố · ${head.tenantName}`,
    cacheControl: REVALIDATE,
    body: reportsPage(head, tables),
  });
}

async function showReceived(c: Context, services: Services) {
  const { db, keys, now, calls } = services;
  const head = await headOrNull(c, services);
  if (!head) return unknownTenant(c);
  const typed = c.req.query('ma');
  const title = `Tra cứu theo mã phiếu · ${head.tenantName}`;
  if (typed === undefined) return htmlPage(c, { title, body: receiptSearchPage(head, '') });
  if (typed.trim() === '') {
    const body = receiptSearchPage(head, '', 'Chưa có mã phiếu. Nhập mã rồi bấm Tra cứu.');
    return htmlPage(c, { title: `Lỗi: ${title}`, status: 422, body });
  }
  try {
    await calls.receipts(c);
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    const { status, headers, message } = error;
    return htmlPage(c, { title: `Lỗi: ${title}`, status, headers, body: receiptSearchPage(head, typed, message) });
  }
  const receipt = parseReceipt(typed);
  const held = receipt === null ? null : await heldByReceiptOrNull(db, keys, receipt);
  const survey = held && findSurvey(held.row.survey, held.row.version);
  const replied = receipt === null ? null : await replyOrNull(services, head.tenant, receipt);
  if (!held && receipt !== null && replied) {
    const unitName = (await unitOrNull(db, head.tenant, replied.unit))?.name ?? replied.unit;
    return htmlPage(c, { title, body: repliedPage(head, { receipt, unitName, reply: replied.reply }) });
  }
  // A code of another province is no code here.
  if (!held || held.tenant !== head.tenant || !survey) {
    const fault =
      'Không tìm thấy phiếu với mã này. Kiểm tra lại từng ký tự của mã phiếu. Kỳ đã khóa sổ thì không tra cứu được nữa.';
    return htmlPage(c, { title: `Lỗi: ${title}`, status: 404, body: receiptSearchPage(head, typed, fault) });
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
    words: wordsOf(survey, 'vi'),
    answers,
    comment,
    editableUntil: held.editableUntil,
    editable: isEditable(held, localDay(now())),
    reply: replied?.reply ?? null,
  };
  return htmlPage(c, { title, body: receivedPage(head, form) });
}

export const publicPageRoutes: readonly Route[] = [
  {
    method: 'GET',
    path: '/cong-khai/:tenant',
    who: ['anyone'],
    scope: 'public',
    summary: 'Published result of a period as a page without script',
    handle: showResults,
  },
  {
    method: 'GET',
    path: '/cong-khai/:tenant/bao-cao',
    who: ['anyone'],
    scope: 'public',
    summary: 'Older reports as published, with what does not add up in them',
    handle: showReports,
  },
  {
    method: 'GET',
    path: '/cong-khai/:tenant/phieu',
    who: ['anyone'],
    scope: 'token',
    summary: "One's own answers by receipt code, as a page without script",
    handle: showReceived,
  },
];
