import { Refusal } from '../refusal.ts';
import { type Db, oneOrNull, type Statement, type Value } from './db.ts';
import type { StoredPeriod } from './periods.ts';

/**
 * Lets the transaction through only while the period is open. Otherwise its state would become null, which the column
 * refuses, and the whole transaction falls: nothing enters a period between the look at it and the write.
 */
export function holdOpen(tenant: string, period: string): Statement {
  return {
    sql: "update periods set state = case when state = 'open' then state end where tenant = ? and period = ?",
    params: [tenant, period],
  };
}

/** Lets the transaction through only while the period is in the state the writer saw it in. */
export function holdState(tenant: string, period: string, state: StoredPeriod['state']): Statement {
  return {
    sql: 'update periods set state = case when state = ? then state end where tenant = ? and period = ?',
    params: [state, tenant, period],
  };
}

export const leaseOfClose = (period: string) => `close/${period}`;

/** Further ahead than a lease ever runs, also seen by a writer that waited its turn: the clock was set back since. */
const TOO_FAR_MS = 5 * 60_000;

/** Which periods are being computed: closed without a snapshot, or scored anew or corrected by whoever holds the lease on it. */
function computed(tenant: string, at: Date): { readonly sql: string; readonly params: readonly Value[] } {
  return {
    sql: `tenant = ? and ((state = 'closed' and snapshot is null) or exists (select 1 from leases l
      where l.tenant = periods.tenant and l.name = '${leaseOfClose('')}' || periods.period and l.until_at >= ? and l.until_at <= ?))`,
    params: [tenant, at.toISOString(), new Date(at.getTime() + TOO_FAR_MS).toISOString()],
  };
}

/**
 * Lets the transaction through only while no period of the tenant is being computed: a dossier that moves meanwhile would be
 * counted twice or not at all. Whoever computed one and let the lease on it run out loses it to the write that is let in: what was
 * read before no longer stands, however soon the holder wakes (`renewLease`).
 */
export function holdSettled(tenant: string, at: Date): Statement[] {
  const { sql, params } = computed(tenant, at);
  return [
    { sql: `update periods set state = null where ${sql}`, params },
    {
      sql: `update leases set holder = '', until_at = '' where tenant = ? and name like '${leaseOfClose('%')}' and holder <> ''`,
      params: [tenant],
    },
  ];
}

/**
 * Runs `write`, whose transaction holds `holdSettled`.
 * @throws Refusal 503 `period.closing` with Retry-After when it fell because a period is being computed: seconds later the
 * same can be sent again, so senders keep it.
 */
export async function whileSettled<T>(db: Db, tenant: string, at: Date, write: () => Promise<T>): Promise<T> {
  try {
    return await write();
  } catch (error) {
    const { sql, params } = computed(tenant, at);
    const closing = await oneOrNull<{ period: string }>(db, `select period from periods where ${sql} limit 1`, params);
    if (!closing) throw error;
    throw new Refusal(503, 'period.closing', `Kỳ ${closing.period} đang được tính. Gửi lại sau một phút.`, {
      headers: { 'retry-after': '60' },
    });
  }
}
