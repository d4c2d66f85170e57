import type { WebhookKind, WebhookLine } from '#wire/webhook.ts';
import { type Db, oneOrNull, type Statement } from './db.ts';

export interface StoredWebhook extends Omit<WebhookLine, 'deliveries'> {
  /** Of its secret. */
  readonly generation: number;
  /** Tries that failed since the last one that did not. */
  readonly failures: number;
}

type Row = Omit<StoredWebhook, 'kinds'> & { kinds: string };

const SELECT = `select webhook as id, url, kinds, generation, overlap_until as "overlapUntil", created_at as "createdAt", failures,
  off_at as "offAt", off_reason as "offReason" from webhooks where tenant = ?`;

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

export function setFailures(tenant: string, id: string, failures: number): Statement {
  return {
    sql: 'update webhooks set failures = ? where tenant = ? and webhook = ?',
    params: [failures, tenant, id],
  };
}

/** Off with what still waited, which would be old when it is on again. */
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
      sql: "update webhook_deliveries set state = 'failed', next_at = null where tenant = ? and webhook = ? and state = 'waiting'",
      params: [tenant, id],
    },
  ];
}

export function switchOn(tenant: string, id: string): Statement {
  return {
    sql: 'update webhooks set off_at = null, off_reason = null, failures = 0 where tenant = ? and webhook = ?',
    params: [tenant, id],
  };
}

export function deleteWebhook(tenant: string, id: string): Statement[] {
  return ['webhook_deliveries', 'webhooks'].map((table) => ({
    sql: `delete from ${table} where tenant = ? and webhook = ?`,
    params: [tenant, id],
  }));
}
