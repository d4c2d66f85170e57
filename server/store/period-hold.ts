import { Refusal } from '../refusal.ts';
import { type Db, oneOrNull, type Statement } from './db.ts';
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

/** Lets the transaction through only while no period of the tenant is being computed: closed, without a snapshot. */
export function holdSettled(tenant: string): Statement {
  return {
    sql: "update periods set state = null where tenant = ? and state = 'closed' and snapshot is null",
    params: [tenant],
  };
}

/**
 * Runs `write`, whose transaction holds `holdSettled`.
 * @throws Refusal 503 `period.closing` with Retry-After when it fell because a period is being computed: seconds later the
 * same can be sent again, so senders keep it.
 */
export async function whileSettled<T>(db: Db, tenant: string, write: () => Promise<T>): Promise<T> {
  try {
    return await write();
  } catch (error) {
    const closing = await oneOrNull<{ period: string }>(
      db,
      "select period from periods where tenant = ? and state = 'closed' and snapshot is null",
      [tenant],
    );
    if (!closing) throw error;
    throw new Refusal(503, 'period.closing', `Kỳ ${closing.period} đang được chốt. Gửi lại sau một phút.`, {
      headers: { 'retry-after': '60' },
    });
  }
}
