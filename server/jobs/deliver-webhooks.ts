import { randomInt } from 'node:crypto';
import type { Services } from '../services.ts';
import { withAudit } from '../store/audit.ts';
import type { Statement } from '../store/db.ts';
import { dropLease, renewLease, takeLease } from '../store/leases.ts';
import { type DueDelivery, dropOldDeliveries, dueDeliveries, markTried } from '../store/webhook-deliveries.ts';
import {
  type Failing,
  type StoredWebhook,
  setFailing,
  switchOff,
  webhookOrNull,
  webhooksOf,
} from '../store/webhooks.ts';
import { findWebhookEvents } from './find-webhook-events.ts';
import { isTaken, type Sent, sendWebhook } from './send-webhook.ts';

type Parts = Pick<Services, 'db' | 'now' | 'webhookKeys' | 'fetchOut' | 'metrics' | 'stopping'>;

const MINUTE_MS = 60_000;
/** Minutes after each try that failed; after the last none follows: about two days. */
const PAUSES = [1, 5, 30, 120, 360, 720, 1440];
const MOST_TRIES = PAUSES.length + 1;
const SWAY = 20;
/**
 * An address that took nothing for so long is switched off: as long as the tries of one message last at the least, a day and a half. So
 * no message is given up of an address that took nothing, and no outage shorter than that needs anybody.
 */
const OUTAGE_MS = (PAUSES.reduce((sum, minutes) => sum + minutes, 0) * MINUTE_MS * (100 - SWAY)) / 100;
/** To one address in one round. */
const MOST_AT_ONCE = 50;
const KEPT_MS = 90 * 24 * 60 * MINUTE_MS;
const LEASE = 'webhooks';

/** A fifth more or less, so that what failed together does not come back together. */
const pauseMs = (minutes: number) => Math.round(minutes * MINUTE_MS * (randomInt(100 - SWAY, 101 + SWAY) / 100));

/** Whether nothing more is to be sent there, and why. Rounds count too: a server that stood still learns nothing of an address. */
function offReason({ status }: Sent, { rounds, since }: Failing, at: Date): 'gone' | 'failing' | null {
  if (status === 410) return 'gone';
  return rounds >= MOST_TRIES && at.getTime() - Date.parse(since) >= OUTAGE_MS ? 'failing' : null;
}

/** @returns whether it was taken, and the next one may follow. */
async function deliver(parts: Parts, tenant: string, holder: string, due: DueDelivery): Promise<boolean> {
  const { db, now, metrics } = parts;
  const webhook = await webhookOrNull(db, tenant, due.webhook);
  if (!webhook || webhook.offAt !== null) return false;
  const sent = await sendWebhook(parts, tenant, webhook, due);
  const [taken, at, tries] = [isTaken(sent), now(), due.tries + 1];
  const pause = taken ? undefined : PAUSES[due.tries];
  const nextAt = pause === undefined ? null : new Date(at.getTime() + pauseMs(pause));
  const failing = taken ? null : { rounds: webhook.failures + 1, since: webhook.failingSince ?? at.toISOString() };
  const off = failing && offReason(sent, failing, at);
  const state = taken ? 'done' : pause === undefined && !off ? 'failed' : 'waiting';
  const said = [
    markTried(tenant, due, { state, tries, at, nextAt, ...sent }),
    setFailing(tenant, due.webhook, failing),
    renewLease(tenant, LEASE, holder, at),
  ];
  metrics?.delivered(taken ? 'done' : 'failed');
  if (off) await endSending(parts, tenant, webhook, off, at, said);
  else await db.batch(said);
  return taken;
}

async function endSending(
  { db, metrics }: Parts,
  tenant: string,
  { id, url }: StoredWebhook,
  reason: 'gone' | 'failing',
  at: Date,
  said: readonly Statement[],
): Promise<void> {
  metrics?.delivered('off');
  const entry = { actor: 'server', action: 'webhook.off', subject: id, detail: { url, reason } };
  await withAudit(db, tenant, at, entry, [...said, ...switchOff(tenant, id, reason, at)]);
}

/** What is due to one address, until it fails: what it did not take says nothing of the messages behind it, which stay due, untried. */
async function deliverTo(parts: Parts, tenant: string, holder: string, webhook: string): Promise<void> {
  const { db, now, stopping } = parts;
  for (const due of await dueDeliveries(db, tenant, webhook, now(), MOST_AT_ONCE))
    if (stopping.aborted || !(await deliver(parts, tenant, holder, due))) return;
}

/** Finds what is to be told and tells it, in one process at a time. */
export async function deliverWebhooks(parts: Parts, tenant: string, holder: string): Promise<void> {
  const { db, now } = parts;
  const webhooks = await webhooksOf(db, tenant);
  if (webhooks.length === 0 || !(await takeLease(db, tenant, LEASE, holder, now()))) return;
  try {
    const from = new Date(now().getTime() - KEPT_MS);
    const events = await findWebhookEvents(db, tenant, webhooks, now(), from);
    await db.batch([...events, dropOldDeliveries(tenant, from), renewLease(tenant, LEASE, holder, now())]);
    for (const { id } of webhooks) await deliverTo(parts, tenant, holder, id);
  } finally {
    await db.batch([dropLease(tenant, LEASE, holder)]);
  }
}
