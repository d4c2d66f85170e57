import { randomUUID } from 'node:crypto';
import { localDay } from '../clock.ts';
import { faultPlace, log } from '../log.ts';
import type { Services } from '../services.ts';
import { tidyKiosks } from '../store/kiosk-tidy.ts';
import { runRetention } from '../store/retention.ts';
import { tenantIds } from '../store/tenants.ts';
import { renewUnits } from '../store/unit-spans.ts';
import { renewAllTimeliness } from './renew-timeliness.ts';

const FIRST_MS = 60_000;
const EVERY_MS = 3_600_000;

export interface Daily {
  /** Lets the transaction under way end and starts nothing more. */
  stop(): Promise<void>;
}

/**
 * Does for each tenant what is done by itself, once a day or, of what is counted while a period runs, once an hour; asked hourly, so that a server that was off at some hour misses
 * nothing. Several processes share it by lease.
 */
export function startDaily(parts: Pick<Services, 'db' | 'keys' | 'now' | 'stopping'>): Daily {
  const { db, now } = parts;
  const holder = randomUUID();
  let stopping = false;
  let running: Promise<void> = Promise.resolve();

  async function work(): Promise<void> {
    try {
      for (const tenant of await tenantIds(db)) {
        if (stopping) return;
        await db.batch([renewUnits(tenant, localDay(now()))]);
        await tidyKiosks(db, tenant, now());
        await runRetention(db, tenant, {
          ...{ actor: 'server', holder, now, oncePerDay: true },
          stopped: () => stopping,
        });
        await renewAllTimeliness(parts, tenant);
      }
    } catch (error) {
      // Tried again within the hour; the server goes on serving.
      log.error(faultPlace(error), 'daily');
    }
  }
  const begin = () => {
    running = running.then(work);
  };
  const first = setTimeout(begin, FIRST_MS).unref();
  const next = setInterval(begin, EVERY_MS).unref();

  return {
    async stop() {
      stopping = true;
      clearTimeout(first);
      clearInterval(next);
      await running;
    },
  };
}
