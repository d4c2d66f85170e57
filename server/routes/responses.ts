import type { Context } from 'hono';
import * as z from 'zod';
import { tenantOf } from '#wire/ids.ts';
import { MAX_BATCH, type Outcome, outcomes } from '#wire/problem.ts';
import { type ResponseReceipt, response, responseReceipt } from '#wire/response.ts';
import { refusalIn } from '../pages/refusal-in.ts';
import type { Principal } from '../principal.ts';
import { Refusal } from '../refusal.ts';
import type { Services } from '../services.ts';
import { refused } from './read-batch.ts';
import { readJson } from './read-json.ts';
import { type Received, readResponse, takeResponse } from './read-response.ts';
import { replyBy } from './reply-of.ts';
import { responseExample } from './response-example.ts';
import type { Route } from './route.ts';

/** Room for 500 responses of usual length; one of them is a few hundred bytes. */
const LIMIT = 1_048_576;

function idOf(value: unknown): string | null {
  const id = typeof value === 'object' && value !== null && 'id' in value ? value.id : null;
  return typeof id === 'string' ? id.slice(0, 80) : null;
}

/** The language its giver reads. */
function langOf(value: unknown): 'vi' | 'en' {
  return typeof value === 'object' && value !== null && 'lang' in value && value.lang === 'en' ? 'en' : 'vi';
}

/** @param value the response as sent. */
async function receiptOf(
  services: Services,
  { id, accepted: { receipt, editableUntil } }: Received,
  value: unknown,
): Promise<ResponseReceipt> {
  const asked = typeof value === 'object' && value !== null && 'reply' in value && value.reply === true;
  const by = asked ? await replyBy(services, tenantOf(id), receipt) : undefined;
  return { id, receipt, editableUntil, ...(by === undefined ? {} : { replyBy: by }) };
}

/** The link one response says it comes from. */
function tokenOf(value: unknown): string | undefined {
  const token = typeof value === 'object' && value !== null && 'token' in value ? value.token : undefined;
  return typeof token === 'string' ? token : undefined;
}

/** A page may send for a province whose list it is on, not for every one this server has. */
async function requireSite(c: Context, { portals }: Services, values: readonly unknown[]): Promise<void> {
  if (c.req.header('origin') === undefined) return;
  const ids = values.map(idOf).filter((id) => id?.includes('.') === true) as string[];
  for (const tenant of new Set(ids.map(tenantOf))) await portals.require(c, tenant);
}

/** Every item judged alone, stored in the order sent. */
async function takeMany(
  services: Services,
  principal: Principal,
  values: readonly unknown[],
  network: string | null,
): Promise<Outcome[]> {
  const fault = (value: unknown, error: unknown): Outcome => {
    const refusal =
      error instanceof Refusal
        ? error
        : new Refusal(500, 'server.fault', 'Máy chủ chưa lưu được phiếu này. Gửi lại sau.');
    const { text: message } = refusalIn(refusal, langOf(value));
    const { status, headers } = refusal;
    return refused(idOf(value), { status, headers, problem: () => ({ ...refusal.problem(), message }) });
  };
  const read = await Promise.all(
    values.map((value) =>
      readResponse(services, principal, value, network).catch((error: unknown) => fault(value, error)),
    ),
  );
  return Promise.all(
    read.map(async (item, i): Promise<Outcome> => {
      if ('outcome' in item) return item;
      try {
        const received = await takeResponse(services, item);
        return { outcome: received.accepted.status, ...(await receiptOf(services, received, values[i])) };
      } catch (error) {
        return fault(values[i], error);
      }
    }),
  );
}

export const responseRoutes: readonly Route[] = [
  {
    method: 'POST',
    path: '/v1/responses',
    who: ['anyone'],
    scope: 'token',
    summary: 'One response (201, or 200 when it was already received) or an array of at most 500, an outcome per item.',
    body: z.union([response, z.array(response).max(MAX_BATCH)]),
    example: responseExample,
    cors: 'portals',
    rate: 'counted',
    answer: z.union([responseReceipt, outcomes]),
    async handle(c, services, principal) {
      await services.calls.responses(c);
      services.intake.requireRoom();
      const body = await readJson(c, LIMIT);
      await requireSite(c, services, Array.isArray(body) ? body.slice(0, MAX_BATCH) : [body]);
      // A portal's server sends on what others answered.
      const network = principal.kind === 'portal' ? null : services.networkOf(c);
      if (Array.isArray(body)) {
        if (body.length > MAX_BATCH)
          throw new Refusal(413, 'batch.large', `Mỗi lần gửi tối đa ${MAX_BATCH} phiếu. Chia nhỏ rồi gửi lại.`);
        // The first of them was counted before it was read.
        if (body.length > 1) await services.calls.responses(c, body.length - 1);
        return c.json({ outcomes: await takeMany(services, principal, body, network) });
      }
      const token = tokenOf(body);
      if (token !== undefined) await services.calls.link(token);
      const received = await takeResponse(services, await readResponse(services, principal, body, network));
      const receipt = await receiptOf(services, received, body);
      return c.json(receipt, received.accepted.status === 'created' ? 201 : 200);
    },
  },
];
