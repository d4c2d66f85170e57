import { closePeriod } from '../close/close.ts';
import { log } from '../log.ts';
import type { Services } from '../services.ts';
import { isLeased } from '../store/leases.ts';
import { leaseOfClose } from '../store/period-hold.ts';
import { periodsOf, type StoredPeriod } from '../store/periods.ts';
import { forEachTenant, type Job, startJob } from './job.ts';

type Parts = Pick<Services, 'db' | 'keys' | 'now' | 'stopping'>;

const FIRST_MS = 60_000;
/** Where it falls for good, such as over a lost key, it does not keep the processor busy. */
const EVERY_MS = 300_000;
/** Whoever closes it takes the lease right after the first step. */
const JUST_SHUT_MS = 60_000;

class Stopped extends Error {}

/** Closed a while ago, by a clock that may have been set back since, and without a snapshot. */
const isLeftHalfWay = ({ state, snapshot, closedAt }: StoredPeriod, now: Date) =>
  state === 'closed' && snapshot === null && Math.abs(now.getTime() - Date.parse(closedAt ?? '')) > JUST_SHUT_MS;

/**
 * Goes on with every first close of `tenant` that was cut short and that nobody computes: until it has its snapshot, no dossier of the province
 * is taken. Begun by a person, who settled what had to be; what is done here is logged as the server's.
 * @throws what `closePeriod` throws.
 */
export async function resumeCloses(parts: Parts, tenant: string): Promise<void> {
  const { db, now, stopping } = parts;
  const goOn = () => {
    if (stopping.aborted) throw new Stopped();
  };
  for (const period of await periodsOf(db, tenant)) {
    if (!isLeftHalfWay(period, now()) || (await isLeased(db, tenant, leaseOfClose(period.period), now()))) continue;
    try {
      await closePeriod(parts, tenant, period, 'server', goOn);
    } catch (error) {
      if (error instanceof Stopped) return;
      throw error;
    }
  }
}

/** Resumes for each tenant, every five minutes, the closes that were cut short. Several processes share it by the lease of the close. */
export function startResumingCloses(parts: Parts): Job {
  const work = () =>
    forEachTenant(parts, [(tenant) => resumeCloses(parts, tenant)], {
      stopped: () => parts.stopping.aborted,
      tell: (fault) => log.error(fault, 'closes'),
    });
  return startJob(work, EVERY_MS, FIRST_MS);
}
