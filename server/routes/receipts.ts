import type { Context } from 'hono';
import * as z from 'zod';
import { parseReceipt } from '#rules/receipt.ts';
import { tenantOf } from '#wire/ids.ts';
import { type ResponseReceipt, response, responseReceipt } from '#wire/response.ts';
import type { RepliedView, ResponseView } from '#wire/response-view.ts';
import { repliedView, responseView } from '#wire/response-view.ts';
import { localDay } from '../clock.ts';
import type { Services } from '../services.ts';
import {
  eraseResponse,
  type HeldResponse,
  heldByReceiptOrNull,
  heldResponseOrNull,
  isEditable,
  requireEditable,
} from '../store/held-responses.ts';
import { editResponse } from './edit-response.ts';
import { check, readJson } from './read-json.ts';
import { receiptBad } from './receipt-bad.ts';
import { replyOrNull } from './reply-of.ts';
import { responseExample } from './response-example.ts';
import type { Route } from './route.ts';

/** The answers as their giver may see them; how they were reached is not theirs to read. */
async function viewOf(services: Services, found: HeldResponse): Promise<ResponseView> {
  const { id, receipt, editableUntil, tenant } = found;
  const { proof: _proof, assisted: _assisted, way: _way, helper: _helper, ...shown } = found.row;
  const editable = isEditable(found, localDay(services.now()));
  const reply = (await replyOrNull(services, tenant, receipt))?.reply ?? null;
  return { id, receipt, ...shown, editableUntil, editable, reply };
}

async function held(c: Context, { db, keys }: Services): Promise<HeldResponse> {
  const id = c.req.param('id') ?? '';
  const receipt = parseReceipt(c.req.header('x-dvc-receipt') ?? '');
  const found = receipt === null ? null : await heldResponseOrNull(db, keys, tenantOf(id), id, receipt);
  if (!found) throw receiptBad();
  return found;
}

const NO_STORE = { 'cache-control': 'no-store' };

export const receiptRoutes: readonly Route[] = [
  {
    method: 'GET',
    path: '/v1/responses/:id',
    who: ['anyone'],
    scope: 'token',
    summary: "One's own answers, opened by header `x-dvc-receipt`.",
    cors: 'portals',
    answer: responseView,
    async handle(c, services) {
      const found = await held(c, services);
      return c.json(await viewOf(services, found), 200, NO_STORE);
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
    cors: 'portals',
    answer: responseReceipt,
    async handle(c, services) {
      const before = await held(c, services);
      await editResponse(services, before, check(response, await readJson(c)));
      const { id, receipt, editableUntil } = before;
      return c.json({ id, receipt, editableUntil } satisfies ResponseReceipt, 200, NO_STORE);
    },
  },
  {
    method: 'DELETE',
    path: '/v1/responses/:id',
    who: ['anyone'],
    scope: 'token',
    summary: 'Erases answers, counts, link and receipt, until the last day for changes or the close of the period.',
    cors: 'portals',
    answer: null,
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
    summary:
      "One's own answers and the reply asked for, by receipt code alone; after the seal the reply. Case, dashes and look-alike letters are forgiven.",
    cors: 'portals',
    answer: z.union([responseView, repliedView]),
    async handle(c, services) {
      await services.calls.receipts(c);
      const receipt = parseReceipt(c.req.param('receipt') ?? '');
      const found = receipt === null ? null : await heldByReceiptOrNull(services.db, services.keys, receipt);
      if (found) return c.json(await viewOf(services, found), 200, NO_STORE);
      const replied = receipt === null ? null : await replyOrNull(services, null, receipt);
      if (receipt === null || !replied) throw receiptBad();
      return c.json({ receipt, ...replied } satisfies RepliedView, 200, NO_STORE);
    },
  },
];
