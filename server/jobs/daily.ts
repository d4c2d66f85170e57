import { randomUUID } from 'node:crypto';
import { localDay } from '../clock.ts';
import { log } from '../log.ts';
import type { Services } from '../services.ts';
import { tidyKiosks } from '../store/kiosk-tidy.ts';
import { runRetention } from '../store/retention.ts';
import { renewUnits } from '../store/unit-spans.ts';
import { forEachTenant, type Job, startJob } from './job.ts';
import { renewAllTimeliness } from './renew-timeliness.ts';

const FIRST_MS = 60_000;
const EVERY_MS = 3_600_000;

type Parts = Pick<Services, 'db' | 'keys' | 'now' | 'stopping'>;

/** Once for every tenant what `startDaily` does again and again. What falls is tried again within the hour; the server goes on serving. */
export function workDaily(parts: Parts, holder: string, stopped: () => boolean): Promise<void> {
  const { db, now } = parts;
  return forEachTenant(
    parts,
    [
      async (tenant) => db.batch([renewUnits(tenant, localDay(now()))]),
      async (tenant) => tidyKiosks(db, tenant, now()),
      async (tenant) => runRetention(db, tenant, { ...{ actor: 'server', holder, now, oncePerDay: true }, stopped }),
      async (tenant) => renewAllTimeliness(parts, tenant),
    ],
    { stopped, tell: (fault) => log.error(fault, 'daily') },
  );
}

/**
 * Does for each tenant what is done by itself, once a day or, of what is counted while a period runs, once an hour; asked hourly, so that a server that was off at some hour misses
 * nothing. Several processes share it by lease.
 */
export function startDaily(parts: Parts): Job {
  const holder = randomUUID();
  let stopping = false;
  const job = startJob(() => workDaily(parts, holder, () => stopping), EVERY_MS, FIRST_MS);
  return {
    stop() {
      stopping = true;
      return job.stop();
    },
  };
}
