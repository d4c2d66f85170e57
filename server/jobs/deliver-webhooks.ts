import { randomInt } from 'node:crypto';
import type { Services } from '../services.ts';
import { withAudit } from '../store/audit.ts';
import { dropLease, renewLease, takeLease } from '../store/leases.ts';
import { type DueDelivery, dropOldDeliveries, dueDeliveries, markTried } from '../store/webhook-deliveries.ts';
import { type StoredWebhook, setFailures, switchOff, webhookOrNull, webhooksOf } from '../store/webhooks.ts';
import { findWebhookEvents } from './find-webhook-events.ts';
import { isTaken, type Sent, sendWebhook } from './send-webhook.ts';

type Parts = Pick<Services, 'db' | 'now' | 'webhookKeys' | 'fetchOut' | 'metrics' | 'stopping'>;

const MINUTE_MS = 60_000;
/** Minutes after each try that failed; after the last none follows: about two days. */
const PAUSES = [1, 5, 30, 120, 360, 720, 1440];
/** So many failed tries one after another and nothing more is sent until somebody looks. */
export const MOST_FAILURES = 20;
const MOST_AT_ONCE = 50;
const KEPT_MS = 90 * 24 * 60 * MINUTE_MS;
const LEASE = 'webhooks';

/** A fifth more or less, so that what failed together does not come back together. */
const pauseMs = (minutes: number) => Math.round(minutes * MINUTE_MS * (randomInt(80, 121) / 100));

/** Whether nothing more is to be sent there, and why. */
function offReason({ status }: Sent, failures: number): 'gone' | 'failing' | null {
  if (status === 410) return 'gone';
  return failures >= MOST_FAILURES ? 'failing' : null;
}

async function deliver(parts: Parts, tenant: string, holder: string, due: DueDelivery): Promise<void> {
  const { db, now, metrics } = parts;
  const webhook = await webhookOrNull(db, tenant, due.webhook);
  if (!webhook || webhook.offAt !== null) return;
  const sent = await sendWebhook(parts, tenant, webhook, due);
  const [taken, at, tries] = [isTaken(sent), now(), due.tries + 1];
  const pause = taken ? undefined : PAUSES[due.tries];
  const state = taken ? 'done' : pause === undefined ? 'failed' : 'waiting';
  const nextAt = pause === undefined ? null : new Date(at.getTime() + pauseMs(pause));
  const failures = taken ? 0 : webhook.failures + 1;
  await db.batch([
    markTried(tenant, due, { state, tries, at, nextAt, ...sent }),
    setFailures(tenant, due.webhook, failures),
    renewLease(tenant, LEASE, holder, at),
  ]);
  metrics?.delivered(taken ? 'done' : 'failed');
  const off = taken ? null : offReason(sent, failures);
  if (off) await endSending(parts, tenant, webhook, off, at);
}

async function endSending(
  { db, metrics }: Parts,
  tenant: string,
  { id, url }: StoredWebhook,
  reason: 'gone' | 'failing',
  at: Date,
): Promise<void> {
  metrics?.delivered('off');
  const entry = { actor: 'server', action: 'webhook.off', subject: id, detail: { url, reason } };
  await withAudit(db, tenant, at, entry, switchOff(tenant, id, reason, at));
}

/** Finds what is to be told and tells it, in one process at a time. */
export async function deliverWebhooks(parts: Parts, tenant: string, holder: string): Promise<void> {
  const { db, now, stopping } = parts;
  const webhooks = await webhooksOf(db, tenant);
  if (webhooks.length === 0 || !(await takeLease(db, tenant, LEASE, holder, now()))) return;
  try {
    const events = await findWebhookEvents(db, tenant, webhooks, now());
    await db.batch([
      ...events,
      dropOldDeliveries(tenant, new Date(now().getTime() - KEPT_MS)),
      renewLease(tenant, LEASE, holder, now()),
    ]);
    for (const due of await dueDeliveries(db, tenant, now(), MOST_AT_ONCE)) {
      if (stopping.aborted) return;
      await deliver(parts, tenant, holder, due);
    }
  } finally {
    await db.batch([dropLease(tenant, LEASE, holder)]);
  }
}
