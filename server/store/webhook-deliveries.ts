import type { DeliveryFault, WebhookDelivery } from '#wire/webhook.ts';
import type { Db, Statement } from './db.ts';

/** A message to one address. */
export interface NewDelivery extends Pick<WebhookDelivery, 'event' | 'kind'> {
  readonly webhook: string;
  readonly body: string;
}

export interface DueDelivery extends NewDelivery {
  readonly tries: number;
}

/** Stored once, however often it is found anew. @param nextAt `null` = tried by whoever stores it, or held until the address is on again. */
export function insertDelivery(
  tenant: string,
  { webhook, event, kind, body }: NewDelivery,
  at: Date,
  nextAt: Date | null,
): Statement {
  return {
    sql: `insert into webhook_deliveries (tenant, webhook, event, kind, body, created_at, state, tries, next_at)
      values (?, ?, ?, ?, ?, ?, 'waiting', 0, ?) on conflict (tenant, webhook, event) do nothing`,
    params: [tenant, webhook, event, kind, body, at.toISOString(), nextAt?.toISOString() ?? null],
  };
}

/** What is to be tried by `at` to an address while it is on, what waits longest first. */
export function dueDeliveries(db: Db, tenant: string, webhook: string, at: Date, most: number): Promise<DueDelivery[]> {
  return db.all(
    `select d.webhook, d.event, d.kind, d.body, d.tries from webhook_deliveries d
     join webhooks w on w.tenant = d.tenant and w.webhook = d.webhook
     where d.tenant = ? and d.webhook = ? and d.state = 'waiting' and d.next_at <= ? and w.off_at is null
     order by d.next_at, d.event limit ?`,
    [tenant, webhook, at.toISOString(), most],
  );
}

/** What became of one try. */
export interface Tried {
  readonly state: WebhookDelivery['state'];
  readonly tries: number;
  readonly at: Date;
  readonly nextAt: Date | null;
  readonly status: number | null;
  readonly fault: DeliveryFault | null;
}

export function markTried(
  tenant: string,
  { webhook, event }: Pick<NewDelivery, 'webhook' | 'event'>,
  { state, tries, at, nextAt, status, fault }: Tried,
): Statement {
  return {
    sql: `update webhook_deliveries set state = ?, tries = ?, tried_at = ?, next_at = ?, status = ?, fault = ?
      where tenant = ? and webhook = ? and event = ?`,
    params: [state, tries, at.toISOString(), nextAt?.toISOString() ?? null, status, fault, tenant, webhook, event],
  };
}

/** The newest of one address. */
export function deliveriesOf(db: Db, tenant: string, webhook: string, most: number): Promise<WebhookDelivery[]> {
  return db.all(
    `select event, kind, created_at as "createdAt", state, tries, next_at as "nextAt", tried_at as "triedAt", status, fault
     from webhook_deliveries where tenant = ? and webhook = ? order by created_at desc, event limit ?`,
    [tenant, webhook, most],
  );
}

/** What was over before `before`, or held till then by an address nobody switched on, is nobody's record any more. */
export function dropOldDeliveries(tenant: string, before: Date): Statement {
  return {
    sql: "delete from webhook_deliveries where tenant = ? and (state <> 'waiting' or next_at is null) and created_at < ?",
    params: [tenant, before.toISOString()],
  };
}
