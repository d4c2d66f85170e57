import { faultPlace } from '../log.ts';
import type { Services } from '../services.ts';
import { tenantIds } from '../store/tenants.ts';

/** Work the server does by itself. */
export interface Job {
  /** Lets the piece under way end and starts nothing more. */
  stop(): Promise<void>;
}

/** Runs `work` after `firstMs` and then every `everyMs`; a time at which it still runs is left out. It throws nothing. */
export function startJob(work: () => Promise<void>, everyMs: number, firstMs = everyMs): Job {
  let running: Promise<void> | null = null;
  const begin = () => {
    running ??= work().finally(() => {
      running = null;
    });
  };
  const first = setTimeout(begin, firstMs).unref();
  const next = setInterval(begin, everyMs).unref();
  return {
    async stop() {
      clearTimeout(first);
      clearInterval(next);
      await running;
    },
  };
}

/**
 * Does each of `works` for each tenant, one after another, until `stopped`. One that throws keeps no other from being done: neither the next
 * kind for the same tenant nor anything for the tenants after it.
 * @param tell what was thrown and where, nothing of its words.
 */
export async function forEachTenant(
  { db }: Pick<Services, 'db'>,
  works: readonly ((tenant: string) => Promise<unknown>)[],
  { stopped, tell }: { readonly stopped: () => boolean; readonly tell: (fault: ReturnType<typeof faultPlace>) => void },
): Promise<void> {
  const tenants = await tenantIds(db).catch((error: unknown) => {
    tell(faultPlace(error));
    return [];
  });
  for (const tenant of tenants)
    for (const work of works) {
      if (stopped()) return;
      await work(tenant).catch((error: unknown) => tell(faultPlace(error)));
    }
}
