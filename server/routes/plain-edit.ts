import type { Context } from 'hono';
import { parseReceipt } from '#rules/receipt.ts';
import { findSurvey } from '#rules/surveys/index.ts';
import { tenantOf } from '#wire/ids.ts';
import { localDay } from '../clock.ts';
import { erasePage } from '../pages/erase-page.ts';
import { htmlPage } from '../pages/html.ts';
import { receiptPage } from '../pages/receipt-page.ts';
import { sentencePage } from '../pages/sentence-page.ts';
import type { SurveyForm } from '../pages/survey-page.ts';
import type { Services } from '../services.ts';
import { eraseResponse, type HeldResponse, heldByReceiptOrNull, requireEditable } from '../store/held-responses.ts';
import { editResponse } from './edit-response.ts';
import { showForm } from './plain-form.ts';
import { receiptBad } from './receipt-bad.ts';
import { replyOrNull } from './reply-of.ts';

/** The answers a receipt opens on the page of this link: same province, unit and stage. @throws Refusal 404 `receipt.bad`. */
async function heldHere(
  c: Context,
  { db, keys, calls }: Services,
  { id, view }: SurveyForm,
  typed: string | null,
): Promise<HeldResponse> {
  await calls.receipts(c);
  const receipt = parseReceipt(typed ?? '');
  const held = receipt === null ? null : await heldByReceiptOrNull(db, keys, receipt);
  if (held?.tenant !== tenantOf(id) || held.row.unit !== view.unit) throw receiptBad();
  // Without a link the answer itself says its stage.
  if (view.dossier === null ? held.linked : held.row.stage !== view.stage) throw receiptBad();
  return held;
}

/** The form with the answers received, ready to be changed. @throws Refusal 404 `receipt.bad`, 410 `receipt.late`. */
export async function reopenHeld(c: Context, services: Services, empty: SurveyForm, fields: URLSearchParams) {
  const held = await heldHere(c, services, empty, fields.get('receipt'));
  requireEditable(held, localDay(services.now()));
  const { answers, comment, survey: id, version } = held.row;
  const survey = findSurvey(id, version) ?? empty.survey;
  const asked = (await replyOrNull(services, held.tenant, held.receipt)) !== null;
  const reply = empty.reply && { ...empty.reply, wanted: asked || null };
  return showForm(c, { ...empty, survey, id: held.id, receipt: held.receipt, answers, comment: comment ?? '', reply });
}

/** Puts the form's answers in the place of those received. */
export async function saveHeld(c: Context, services: Services, form: SurveyForm) {
  const held = await heldHere(c, services, form, form.receipt);
  const { unit, survey, version, channel } = held.row;
  const { answers, comment, lang, words, view } = form;
  const { stage } = view;
  const token = c.req.param('token');
  const place = { id: held.id, ...(token === undefined ? {} : { token }), unit, survey, version, stage, channel };
  const wanted = form.reply?.wanted ?? null;
  const more = { ...(comment ? { comment } : {}), ...(wanted === null ? {} : { reply: wanted }) };
  await editResponse(services, held, { ...place, lang, answers, ...more });
  const by = (await replyOrNull(services, held.tenant, held.receipt))?.reply.by;
  return htmlPage(c, { title: words.title ?? '', lang, body: receiptPage(held, stage, words, by) });
}

/** Asks, then erases. */
export async function eraseHeld(
  c: Context,
  services: Services,
  empty: SurveyForm,
  fields: URLSearchParams,
  sure: boolean,
) {
  const { lang, words } = empty;
  const held = await heldHere(c, services, empty, fields.get('receipt'));
  requireEditable(held, localDay(services.now()));
  const title = words.erase ?? '';
  if (!sure) return htmlPage(c, { title, lang, body: erasePage(held.receipt, words) });
  await eraseResponse(services.db, held);
  return htmlPage(c, { title, lang, body: sentencePage(title, words.erased ?? '') });
}
