import { addDays } from '#rules/calendar/date.ts';
import type { WebhookKind } from '#wire/webhook.ts';
import { localDay } from '../clock.ts';
import { SMALLEST_GROUP } from '../figures/suppress.ts';
import type { Db, Statement } from '../store/db.ts';
import { insertDelivery } from '../store/webhook-deliveries.ts';
import type { StoredWebhook } from '../store/webhooks.ts';
import { isoWeekOf } from './iso-week.ts';

interface Found {
  readonly kind: WebhookKind;
  readonly event: string;
  /** When it came about: an address is told of nothing from before it was added. */
  readonly at: string;
  readonly data: Readonly<Record<string, string | number>>;
}

/**
 * Answers of the last whole week, by unit; of fewer than 5 nothing is said, nor a sum they could be taken from. Once counted a week is
 * never counted anew: the event's name is its unit and week.
 */
async function weeks(db: Db, tenant: string, now: Date): Promise<Found[]> {
  const { name, from, lastDay } = isoWeekOf(addDays(localDay(now), -7));
  const counts = await db.all<{ unit: string; received: number }>(
    `select unit, sum(n) as received from day_counts where tenant = ? and length(day) = 10 and day >= ? and day <= ?
     group by unit having sum(n) >= ? order by unit`,
    [tenant, from, lastDay, SMALLEST_GROUP],
  );
  return counts.map(({ unit, received }) => ({
    kind: 'responses.weekly',
    event: `${name}.${unit}`,
    at: `${lastDay}T17:00:00.000Z`,
    data: { unit, week: name, received: Number(received) },
  }));
}

async function closes(db: Db, tenant: string): Promise<Found[]> {
  const rows = await db.all<{ period: string; at: string }>(
    'select period, closed_at as at from periods where tenant = ? and closed_at is not null',
    [tenant],
  );
  return rows.map(({ period, at }) => ({ kind: 'period.closed', event: `${period}.${at}`, at, data: { period } }));
}

async function publications(db: Db, tenant: string, now: Date): Promise<Found[]> {
  const rows = await db.all<{ period: string; seq: number; at: string }>(
    'select period, seq, shown_from as at from publications where tenant = ? and ended_as is null and shown_from <= ?',
    [tenant, now.toISOString()],
  );
  return rows.map(({ period, seq, at }) => ({
    kind: 'period.published',
    event: `${period}.${seq}`,
    at,
    data: { period },
  }));
}

/**
 * What each address is still to be told since `from`, before which no record says what it was told; what it was told adds nothing. One
 * that switched itself off is told once it is on again.
 */
export async function findWebhookEvents(
  db: Db,
  tenant: string,
  webhooks: readonly StoredWebhook[],
  now: Date,
  from: Date,
): Promise<Statement[]> {
  const found = [
    ...(await weeks(db, tenant, now)),
    ...(await closes(db, tenant)),
    ...(await publications(db, tenant, now)),
  ].filter(({ at }) => at >= from.toISOString());
  return webhooks.flatMap(({ id, kinds, createdAt, offAt, offReason }) =>
    found
      .filter(({ kind, at }) => offReason !== 'asked' && kinds.includes(kind) && at >= createdAt)
      .map(({ kind, event, at, data }) => {
        const body = JSON.stringify({ type: kind, timestamp: at, data });
        return insertDelivery(
          tenant,
          { webhook: id, event: `${kind}.${event}`, kind, body },
          now,
          offAt === null ? now : null,
        );
      }),
  );
}
