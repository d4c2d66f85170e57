import type { Context } from 'hono';
import type { IsoDate } from '#rules/law.ts';
import { parseReceipt } from '#rules/receipt.ts';
import { tenantOf } from '#wire/ids.ts';
import { type Response as ResponseBody, type ResponseReceipt, response } from '#wire/response.ts';
import type { ResponseView } from '#wire/response-view.ts';
import { bodyHash } from '../body-hash.ts';
import { localDay } from '../clock.ts';
import { Refusal } from '../refusal.ts';
import type { Services } from '../services.ts';
import {
  changeResponse,
  eraseResponse,
  type HeldResponse,
  heldByReceiptOrNull,
  heldResponseOrNull,
  isEditable,
  requireEditable,
} from '../store/held-responses.ts';
import type { StoredResponse } from '../store/responses.ts';
import { readAnswers } from './read-answers.ts';
import { check, readJson } from './read-json.ts';
import { responseExample } from './response-example.ts';
import type { Route } from './route.ts';

/** The answers as their giver may see them; how they were reached is not theirs to read. */
function viewOf({ id, receipt, editableUntil, ...held }: HeldResponse, today: IsoDate): ResponseView {
  const { proof: _proof, assisted: _assisted, ...shown } = held.row;
  return { id, receipt, ...shown, editableUntil, editable: isEditable({ editableUntil, ...held }, today) };
}

const unknownReceipt = () =>
  new Refusal(404, 'receipt.bad', 'Không tìm thấy phiếu với mã này. Kiểm tra lại từng ký tự của mã phiếu.', {
    issues: [{ path: 'x-dvc-receipt', message: 'mã phiếu không đúng' }],
  });

async function held(c: Context, { db }: Services): Promise<HeldResponse> {
  const id = c.req.param('id') ?? '';
  const receipt = parseReceipt(c.req.header('x-dvc-receipt') ?? '');
  const found = receipt === null ? null : await heldResponseOrNull(db, tenantOf(id), id, receipt);
  if (!found) throw unknownReceipt();
  return found;
}

/** The held row with the answers of `body`. @throws Refusal 422 `response.fixed` naming what an edit may not change. */
function edited(before: HeldResponse, body: ResponseBody): StoredResponse {
  const { stage, comment } = readAnswers(body);
  const fixed = (path: string, message: string) =>
    new Refusal(422, 'response.fixed', `Trường ${path}: ${message}. Chỉ sửa được câu trả lời và góp ý.`, {
      issues: [{ path, message }],
    });
  if (body.id !== before.id) throw fixed('id', 'khác với mã trong địa chỉ');
  for (const path of ['unit', 'survey', 'version', 'channel'] as const)
    if (body[path] !== before.row[path]) throw fixed(path, `đã gửi là ${before.row[path]}`);
  if (body.procedure !== undefined && before.row.procedure !== null && body.procedure !== before.row.procedure)
    throw fixed('procedure', `đã gửi là ${before.row.procedure}`);
  // An open answer may move between stages by what it says; one with a dossier behind it belongs to the link's stage.
  if (before.row.proof !== 'open' && stage !== before.row.stage) throw fixed('stage', `đã gửi là ${before.row.stage}`);
  const { answers, lang, assisted = null } = body;
  return { ...before.row, stage, answers, comment, lang, assisted };
}

const NO_STORE = { 'cache-control': 'no-store' };

export const receiptRoutes: readonly Route[] = [
  {
    method: 'GET',
    path: '/v1/responses/:id',
    who: ['anyone'],
    scope: 'token',
    summary: "One's own answers, opened by header `x-dvc-receipt`.",
    cors: true,
    async handle(c, services) {
      const found = await held(c, services);
      return c.json(viewOf(found, localDay(services.now())), 200, NO_STORE);
    },
  },
  {
    method: 'PUT',
    path: '/v1/responses/:id',
    who: ['anyone'],
    scope: 'token',
    summary: 'New answers in the place of the old, until the last day for changes or the close of the period.',
    body: response,
    example: responseExample,
    cors: true,
    async handle(c, services) {
      const before = await held(c, services);
      const { ageSeconds: _, ...body } = check(response, await readJson(c));
      const hash = bodyHash(body);
      const { id, receipt, editableUntil } = before;
      if (hash !== before.bodyHash) {
        requireEditable(before, localDay(services.now()));
        await changeResponse(services.db, before, edited(before, body), hash);
      }
      return c.json({ id, receipt, editableUntil } satisfies ResponseReceipt, 200, NO_STORE);
    },
  },
  {
    method: 'DELETE',
    path: '/v1/responses/:id',
    who: ['anyone'],
    scope: 'token',
    summary: 'Erases answers, counts, link and receipt, until the last day for changes or the close of the period.',
    cors: true,
    async handle(c, services) {
      const before = await held(c, services);
      requireEditable(before, localDay(services.now()));
      await eraseResponse(services.db, before);
      return c.body(null, 204);
    },
  },
  {
    method: 'GET',
    path: '/v1/receipts/:receipt',
    who: ['anyone'],
    scope: 'token',
    summary: "One's own answers by receipt code alone; case, dashes and look-alike letters are forgiven.",
    cors: true,
    async handle(c, services) {
      const receipt = parseReceipt(c.req.param('receipt') ?? '');
      const found = receipt === null ? null : await heldByReceiptOrNull(services.db, receipt);
      if (!found) throw unknownReceipt();
      return c.json(viewOf(found, localDay(services.now())), 200, NO_STORE);
    },
  },
];
