import { randomUUID } from 'node:crypto';
import { faultPlace, log } from '../log.ts';
import type { Services } from '../services.ts';
import { tenantIds } from '../store/tenants.ts';
import type { Daily } from './daily.ts';
import { deliverWebhooks } from './deliver-webhooks.ts';

const EVERY_MS = 60_000;

/** Tells other systems what they asked to be told, for each tenant, every minute. Several processes share it by lease. */
export function startWebhooks(services: Services): Daily {
  const holder = randomUUID();
  let running: Promise<void> | null = null;

  async function work(): Promise<void> {
    try {
      for (const tenant of await tenantIds(services.db)) {
        if (services.stopping.aborted) return;
        await deliverWebhooks(services, tenant, holder);
      }
    } catch (error) {
      // Tried again in a minute; what another process took over is its own by now.
      log.warn(faultPlace(error), 'webhooks');
    }
  }
  const timer = setInterval(() => {
    running ??= work().finally(() => {
      running = null;
    });
  }, EVERY_MS).unref();

  return {
    async stop() {
      clearInterval(timer);
      await running;
    },
  };
}
