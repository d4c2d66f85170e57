import type { WebhookKind, WebhookLine } from '#wire/webhook.ts';
import { type Db, oneOrNull, type Statement } from './db.ts';

export interface StoredWebhook extends Omit<WebhookLine, 'deliveries'> {
  /** Of its secret. */
  readonly generation: number;
  /** Rounds that failed since the last one that did not; each tries an address until it fails. */
  readonly failures: number;
  /** The first of them; `null` = none. */
  readonly failingSince: string | null;
}

/** Rounds in which an address took nothing, since it last took something. */
export interface Failing {
  readonly rounds: number;
  readonly since: string;
}

type Row = Omit<StoredWebhook, 'kinds'> & { kinds: string };

const SELECT = `select webhook as id, url, kinds, generation, overlap_until as "overlapUntil", created_at as "createdAt", failures,
  failing_since as "failingSince", off_at as "offAt", off_reason as "offReason" from webhooks where tenant = ?`;

const toWebhook = (row: Row): StoredWebhook => ({ ...row, kinds: JSON.parse(row.kinds) as WebhookKind[] });

/** Oldest first, those switched off too. */
export async function webhooksOf(db: Db, tenant: string): Promise<StoredWebhook[]> {
  return (await db.all<Row>(`${SELECT} order by created_at, webhook`, [tenant])).map(toWebhook);
}

export async function webhookOrNull(db: Db, tenant: string, id: string): Promise<StoredWebhook | null> {
  const row = await oneOrNull<Row>(db, `${SELECT} and webhook = ?`, [tenant, id]);
  return row && toWebhook(row);
}

export function insertWebhook(
  tenant: string,
  { id, url, kinds }: Pick<StoredWebhook, 'id' | 'url' | 'kinds'>,
  by: string,
  at: Date,
): Statement {
  return {
    sql: `insert into webhooks (tenant, webhook, url, kinds, generation, created_by, created_at, failures)
      values (?, ?, ?, ?, 1, ?, ?, 0)`,
    params: [tenant, id, url, JSON.stringify(kinds), by, at.toISOString()],
  };
}

/** A new secret; the one before signs beside it until `overlapUntil`. */
export function rotateWebhook(tenant: string, id: string, generation: number, overlapUntil: Date): Statement {
  return {
    sql: 'update webhooks set generation = ?, overlap_until = ? where tenant = ? and webhook = ? and generation = ?',
    params: [generation, overlapUntil.toISOString(), tenant, id, generation - 1],
  };
}

/** @param failing `null` = it took something. */
export function setFailing(tenant: string, id: string, failing: Failing | null): Statement {
  return {
    sql: 'update webhooks set failures = ?, failing_since = ? where tenant = ? and webhook = ?',
    params: [failing?.rounds ?? 0, failing?.since ?? null, tenant, id],
  };
}

const WHAT_WAITS = "where tenant = ? and webhook = ? and state = 'waiting'";

/**
 * Off: by who asked with what still waited, as he is told before; by itself with what still waits held until it is on again, because a
 * week is never counted anew.
 */
export function switchOff(
  tenant: string,
  id: string,
  reason: NonNullable<StoredWebhook['offReason']>,
  at: Date,
): Statement[] {
  return [
    {
      sql: 'update webhooks set off_at = ?, off_reason = ? where tenant = ? and webhook = ? and off_at is null',
      params: [at.toISOString(), reason, tenant, id],
    },
    {
      sql: `update webhook_deliveries set ${reason === 'asked' ? "state = 'failed', " : ''}next_at = null ${WHAT_WAITS}`,
      params: [tenant, id],
    },
  ];
}

/** On, with what was held: due at once, its tries counted anew. */
export function switchOn(tenant: string, id: string, at: Date): Statement[] {
  return [
    {
      sql: 'update webhooks set off_at = null, off_reason = null, failures = 0, failing_since = null where tenant = ? and webhook = ?',
      params: [tenant, id],
    },
    {
      // A test in flight waits without a time too, and is sent by who asked for it.
      sql: `update webhook_deliveries set tries = 0, next_at = ? ${WHAT_WAITS} and next_at is null and kind <> 'test'`,
      params: [at.toISOString(), tenant, id],
    },
  ];
}

export function deleteWebhook(tenant: string, id: string): Statement[] {
  return ['webhook_deliveries', 'webhooks'].map((table) => ({
    sql: `delete from ${table} where tenant = ? and webhook = ?`,
    params: [tenant, id],
  }));
}
