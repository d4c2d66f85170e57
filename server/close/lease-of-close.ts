import { randomUUID } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import { Refusal } from '../refusal.ts';
import type { Services } from '../services.ts';
import type { Statement } from '../store/db.ts';
import { dropLease, renewLease, takeLease } from '../store/leases.ts';
import { isOvertaken } from '../store/overtaken.ts';
import { leaseOfClose } from '../store/period-hold.ts';

/** Another process may be nearly done. */
const TRIES = 20;
const PAUSE_MS = 250;

/** The right to compute a period; no two processes have it at a time. */
export interface CloseLease {
  /** Goes into each transaction: keeps the right, and lets the transaction fall once it was lost. */
  readonly renew: () => Statement;
  readonly drop: () => Promise<void>;
}

const noResult = () => undefined;

/** Tells to wait for whoever computes the period. */
export const closing = (period: string) =>
  new Refusal(409, 'period.closing', `Kỳ ${period} đang được tính hoặc khóa sổ ở nơi khác. Đợi xong rồi xem lại kỳ.`, {
    headers: { 'retry-after': '60' },
  });

/** @throws Refusal 409 `period.closing` when another still has it after a few seconds. */
async function take(
  { db, now }: Pick<Services, 'db' | 'now'>,
  tenant: string,
  period: string,
  isDone: () => Promise<boolean>,
  name: string,
): Promise<CloseLease | null> {
  const holder = randomUUID();
  for (let tries = 0; tries < TRIES; tries += 1) {
    if (await isDone()) return null;
    if (await takeLease(db, tenant, name, holder, now())) {
      // Where it cannot be given back it runs out by itself; what is told is why the work failed.
      const drop = () => db.batch([dropLease(tenant, name, holder)]).then(noResult, noResult);
      // Whoever had it may have ended between the question above and the taking.
      if (!(await isDone())) return { renew: () => renewLease(tenant, name, holder, now()), drop };
      await drop();
      return null;
    }
    await sleep(PAUSE_MS);
  }
  throw closing(period);
}

/**
 * Waits a few seconds for whoever has it. `null` = `isDone` came true meanwhile, so nothing is left to do.
 * @throws Refusal 409 `period.closing`, with Retry-After, when another still has it.
 */
export function takeClose(
  parts: Pick<Services, 'db' | 'now'>,
  tenant: string,
  period: string,
  isDone: () => Promise<boolean>,
): Promise<CloseLease | null> {
  return take(parts, tenant, period, isDone, leaseOfClose(period));
}

/** The same right to seal: records may change meanwhile, for no figure is made of them. */
export function takeSeal(
  parts: Pick<Services, 'db' | 'now'>,
  tenant: string,
  period: string,
  isDone: () => Promise<boolean>,
): Promise<CloseLease | null> {
  return take(parts, tenant, period, isDone, `seal/${period}`);
}

/** Whether a transaction fell because the right had run out and was taken by another process, or by a write that was let in. */
export function isLeaseLost(error: unknown): boolean {
  return isOvertaken(error, 'leases.holder');
}
