import { setImmediate } from 'node:timers/promises';
import { localTime } from '../clock.ts';
import { runningCountsOf } from '../close/running-counts.ts';
import { faultPlace, log } from '../log.ts';
import type { Services } from '../services.ts';
import { dropLease, renewLease, takeLease } from '../store/leases.ts';
import { partsOf, periodsOf, type StoredPeriod } from '../store/periods.ts';
import { countedAt, dropEnded, putRunning } from '../store/running-timeliness.ts';
import { randomCrockford } from '../store/secret.ts';
import { unitsIn } from '../store/unit-spans.ts';

type Parts = Pick<Services, 'db' | 'keys' | 'now' | 'stopping'>;

/** What was counted longer ago is counted anew: by itself, and when somebody asks for it. */
const HOUR_MS = 3_600_000;
const ASKED_MS = 60_000;

const leaseName = (period: string) => `timeliness/${period}`;

class Stopped extends Error {}

/** Those never counted first. */
async function staleUnits(
  { db, now }: Parts,
  tenant: string,
  period: StoredPeriod,
  olderMs: number,
): Promise<string[]> {
  const before = new Date(now().getTime() - olderMs).toISOString();
  const at = await countedAt(db, tenant, period.period);
  const stale = (await unitsIn(db, tenant, period)).map(({ unit }) => ({ unit, at: at.get(unit) ?? '' }));
  return stale
    .filter((each) => each.at < before)
    .sort((a, b) => (a.at < b.at ? -1 : 1))
    .map(({ unit }) => unit);
}

/**
 * Counts anew what is old of the time of one open period, unit by unit, beside what the server does; one process at a time. What was
 * counted before a stop stays.
 */
export async function renewTimeliness(
  parts: Parts,
  tenant: string,
  period: StoredPeriod,
  olderMs = HOUR_MS,
): Promise<void> {
  const { db, now, stopping } = parts;
  if (partsOf(period).length > 0 || period.state !== 'open') return;
  const stale = await staleUnits(parts, tenant, period, olderMs);
  if (stale.length === 0) return;
  const [name, holder] = [leaseName(period.period), randomCrockford(16)];
  if (!(await takeLease(db, tenant, name, holder, now()))) return;
  let renewedAt = now().getTime();
  const pause = async () => {
    if (stopping.aborted) throw new Stopped();
    await setImmediate();
    // A unit may take longer than a lease lasts.
    if (now().getTime() - renewedAt < 10_000) return;
    renewedAt = now().getTime();
    await db.batch([renewLease(tenant, name, holder, now())]);
  };
  try {
    for (const unit of stale) {
      const at = now();
      const rows = await runningCountsOf(parts, tenant, period, unit, localTime(at), pause);
      const made = { unit, madeAt: at.toISOString(), rows };
      await db.batch([putRunning(tenant, period.period, made), renewLease(tenant, name, holder, now())]);
      await pause();
    }
  } catch (error) {
    if (!(error instanceof Stopped)) throw error;
  } finally {
    if (!stopping.aborted) await db.batch([dropLease(tenant, name, holder)]);
  }
}

/** Counts anew what is old in every open period of `tenant`. */
export async function renewAllTimeliness(parts: Parts, tenant: string): Promise<void> {
  await parts.db.batch([dropEnded(tenant)]);
  for (const period of await periodsOf(parts.db, tenant)) await renewTimeliness(parts, tenant, period);
}

/** Begins it because somebody asks for it, without making him wait. */
export function renewSoon(parts: Parts, tenant: string, period: StoredPeriod): void {
  renewTimeliness(parts, tenant, period, ASKED_MS).catch((error: unknown) => {
    if (!parts.stopping.aborted) log.error(faultPlace(error), 'timeliness');
  });
}
