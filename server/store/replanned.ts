import { setTimeout as sleep } from 'node:timers/promises';
import { isOvertaken, pauseMs } from './overtaken.ts';
import { storeBusy } from './store-busy.ts';

const ATTEMPTS = 30;

/**
 * Runs `plan`, which reads, decides and writes in one transaction. When that falls because another process wrote in between,
 * it is planned anew on what now stands; a refusal is an answer and is not tried again, nor is a fault.
 * @param attempts after which it gives up; more for work nobody waits for at a screen.
 * @throws Refusal 503 `store.busy` when others wrote in between every time.
 */
export async function replanned<T>(plan: () => Promise<T>, attempts = ATTEMPTS): Promise<T> {
  for (let attempt = 1; ; attempt += 1)
    try {
      return await plan();
    } catch (error) {
      // A lease that is another's is not won back by trying.
      if (!isOvertaken(error) || isOvertaken(error, 'leases.holder')) throw error;
      if (attempt === attempts) throw storeBusy();
      await sleep(pauseMs(attempt));
    }
}
