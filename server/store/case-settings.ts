import { NATIONAL_CALENDAR } from '#rules/calendar/calendar.ts';
import type { IsoDate } from '#rules/law.ts';
import { DEFAULT_REPLY_DAYS, replyDeadline } from '#rules/reply-deadline.ts';
import { type Db, oneOrNull, type Statement } from './db.ts';
import { tenantOf } from './tenants.ts';

/** Working days the province gives itself for a reply. */
export async function replyDaysOf(db: Db, tenant: string): Promise<number> {
  const row = await oneOrNull<{ days: number }>(db, 'select reply_days as days from case_settings where tenant = ?', [
    tenant,
  ]);
  return row?.days ?? DEFAULT_REPLY_DAYS;
}

export function putReplyDays(tenant: string, days: number): Statement {
  return {
    sql: `insert into case_settings (tenant, reply_days) values (?, ?)
      on conflict (tenant) do update set reply_days = excluded.reply_days`,
    params: [tenant, days],
  };
}

/** The last day for a reply asked for on a day, by the province's own days and office hours. */
export async function deadlinesOf(db: Db, tenant: string): Promise<(asked: IsoDate) => IsoDate> {
  const [days, { hours }] = await Promise.all([replyDaysOf(db, tenant), tenantOf(db, tenant)]);
  return (asked) => replyDeadline(asked, days, { calendar: NATIONAL_CALENDAR, hours });
}
