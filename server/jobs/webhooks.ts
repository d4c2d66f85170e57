import { randomUUID } from 'node:crypto';
import { log } from '../log.ts';
import type { Services } from '../services.ts';
import { deliverWebhooks } from './deliver-webhooks.ts';
import { forEachTenant, type Job, startJob } from './job.ts';

const EVERY_MS = 60_000;

/** Tells once, for every tenant, what is to be told. What falls is tried again in a minute; what another process took over is its own by now. */
export function workWebhooks(services: Services, holder: string): Promise<void> {
  return forEachTenant(services, [(tenant) => deliverWebhooks(services, tenant, holder)], {
    stopped: () => services.stopping.aborted,
    tell: (fault) => log.warn(fault, 'webhooks'),
  });
}

/** Tells other systems what they asked to be told, for each tenant, every minute. Several processes share it by lease. */
export function startWebhooks(services: Services): Job {
  const holder = randomUUID();
  return startJob(() => workWebhooks(services, holder), EVERY_MS);
}
