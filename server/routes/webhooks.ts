import type { Context } from 'hono';
import {
  type WebhookIssued,
  type WebhookLine,
  webhookIssued,
  webhookLines,
  webhookRequest,
  webhookState,
} from '#wire/webhook.ts';
import { isTaken, sendWebhook } from '../jobs/send-webhook.ts';
import { actorOf, type Principal } from '../principal.ts';
import { Refusal } from '../refusal.ts';
import { requireUser } from '../require-user.ts';
import type { Services } from '../services.ts';
import { withAudit } from '../store/audit.ts';
import type { Db } from '../store/db.ts';
import { randomCrockford } from '../store/secret.ts';
import { deliveriesOf, insertDelivery, markTried } from '../store/webhook-deliveries.ts';
import {
  deleteWebhook,
  insertWebhook,
  rotateWebhook,
  type StoredWebhook,
  switchOff,
  switchOn,
  webhookOrNull,
  webhooksOf,
} from '../store/webhooks.ts';
import { check, readJson } from './read-json.ts';
import type { Route } from './route.ts';

const NO_STORE = { 'cache-control': 'no-store' };
const MOST_WEBHOOKS = 10;
const DELIVERIES_SHOWN = 20;
const OVERLAP_MS = 24 * 3_600_000;

/** The webhook the address names. @throws Refusal 404 `webhook.unknown`. */
async function named(c: Context, db: Db, principal: Principal): Promise<{ tenant: string; webhook: StoredWebhook }> {
  const { tenant } = requireUser(principal);
  const webhook = await webhookOrNull(db, tenant, c.req.param('webhook') ?? '');
  if (!webhook) throw new Refusal(404, 'webhook.unknown', 'Không có địa chỉ nhận tin này. Tải lại danh sách.');
  return { tenant, webhook };
}

async function listOf(db: Db, tenant: string): Promise<WebhookLine[]> {
  const webhooks = await webhooksOf(db, tenant);
  return Promise.all(
    webhooks.map(async ({ generation: _, failures: __, failingSince: ___, ...line }) => ({
      ...line,
      deliveries: await deliveriesOf(db, tenant, line.id, DELIVERIES_SHOWN),
    })),
  );
}

const answerList = async (c: Context, { db }: Services, tenant: string) =>
  c.json({ webhooks: await listOf(db, tenant) }, 200, NO_STORE);

export const webhookRoutes: readonly Route[] = [
  {
    method: 'GET',
    path: '/v1/webhooks',
    who: ['province-admin'],
    scope: 'tenant',
    summary: 'Addresses of other systems that are told of counts and periods, each with its newest 20 messages.',
    answer: webhookLines,
    handle: (c, services, principal) => answerList(c, services, requireUser(principal).tenant),
  },
  {
    method: 'POST',
    path: '/v1/webhooks',
    who: ['province-admin'],
    scope: 'tenant',
    summary:
      'A new address (HTTPS) and what it is told; the secret of its signatures (Standard Webhooks) is shown this once.',
    body: webhookRequest,
    example: { url: 'https://tiepnhan.example.gov.vn/danh-gia', kinds: ['responses.weekly', 'period.published'] },
    answer: webhookIssued,
    async handle(c, { db, now, webhookKeys }, principal) {
      const { tenant } = requireUser(principal);
      const { url, kinds } = check(webhookRequest, await readJson(c, 4096));
      if ((await webhooksOf(db, tenant)).length >= MOST_WEBHOOKS)
        throw new Refusal(
          409,
          'webhook.full',
          `Tỉnh đã có ${MOST_WEBHOOKS} địa chỉ nhận tin. Xóa một địa chỉ rồi thêm.`,
        );
      const [at, actor, id] = [now(), actorOf(principal), `${tenant}.${randomCrockford(10)}`];
      webhookKeys.create(tenant);
      const entry = { actor, action: 'webhook.create', subject: id, detail: { url, kinds } };
      await withAudit(db, tenant, at, entry, [insertWebhook(tenant, { id, url, kinds }, actor, at)]);
      const secret = webhookKeys.of(tenant, id, 1);
      return c.json({ id, secret, overlapUntil: null } satisfies WebhookIssued, 201, NO_STORE);
    },
  },
  {
    method: 'POST',
    path: '/v1/webhooks/:webhook/secret',
    who: ['province-admin'],
    scope: 'tenant',
    summary: 'A new secret, shown this once; for 24 hours messages carry the signatures of both.',
    answer: webhookIssued,
    async handle(c, { db, now, webhookKeys }, principal) {
      const { tenant, webhook } = await named(c, db, principal);
      const [at, generation] = [now(), webhook.generation + 1];
      const overlap = new Date(at.getTime() + OVERLAP_MS);
      webhookKeys.create(tenant);
      const entry = { actor: actorOf(principal), action: 'webhook.rotate', subject: webhook.id };
      await withAudit(db, tenant, at, entry, [rotateWebhook(tenant, webhook.id, generation, overlap)]);
      const secret = webhookKeys.of(tenant, webhook.id, generation);
      const issued = { id: webhook.id, secret, overlapUntil: overlap.toISOString() } satisfies WebhookIssued;
      return c.json(issued, 201, NO_STORE);
    },
  },
  {
    method: 'POST',
    path: '/v1/webhooks/:webhook/test',
    who: ['province-admin'],
    scope: 'tenant',
    rate: 'costly',
    summary: 'Sends a message of no content there now, once; the list says what came of it.',
    answer: webhookLines,
    async handle(c, services, principal) {
      const { db, now, metrics } = services;
      const { tenant, webhook } = await named(c, db, principal);
      const at = now();
      const body = JSON.stringify({ type: 'test', timestamp: at.toISOString(), data: {} });
      const delivery = { webhook: webhook.id, event: `test.${randomCrockford(10)}`, kind: 'test', body } as const;
      const entry = { actor: actorOf(principal), action: 'webhook.test', subject: webhook.id };
      await withAudit(db, tenant, at, entry, [insertDelivery(tenant, delivery, at, null)]);
      const sent = await sendWebhook(services, tenant, webhook, delivery);
      const state = isTaken(sent) ? 'done' : 'failed';
      metrics?.delivered(state);
      await db.batch([markTried(tenant, delivery, { state, tries: 1, at: now(), nextAt: null, ...sent })]);
      return answerList(c, services, tenant);
    },
  },
  {
    method: 'PUT',
    path: '/v1/webhooks/:webhook/state',
    who: ['province-admin'],
    scope: 'tenant',
    summary:
      'Switches the sending off, with what still waits, or on again, with what was held since it switched itself off.',
    body: webhookState,
    example: { on: false },
    answer: webhookLines,
    async handle(c, services, principal) {
      const { db, now } = services;
      const { on } = check(webhookState, await readJson(c, 1024));
      const { tenant, webhook } = await named(c, db, principal);
      const [at, actor] = [now(), actorOf(principal)];
      const entry = {
        actor,
        action: on ? 'webhook.on' : 'webhook.off',
        subject: webhook.id,
        detail: { url: webhook.url },
      };
      const change = on ? switchOn(tenant, webhook.id, at) : switchOff(tenant, webhook.id, 'asked', at);
      if (on === (webhook.offAt !== null)) await withAudit(db, tenant, at, entry, change);
      return answerList(c, services, tenant);
    },
  },
  {
    method: 'DELETE',
    path: '/v1/webhooks/:webhook',
    who: ['province-admin'],
    scope: 'tenant',
    summary: 'Takes the address away with the record of what it was sent.',
    answer: null,
    async handle(c, { db, now }, principal) {
      const { tenant, webhook } = await named(c, db, principal);
      const { id, url } = webhook;
      const entry = { actor: actorOf(principal), action: 'webhook.delete', subject: id, detail: { url } };
      await withAudit(db, tenant, now(), entry, deleteWebhook(tenant, id));
      return c.body(null, 204);
    },
  },
];
