import { setTimeout as sleep } from 'node:timers/promises';
import { isOvertaken, pauseMs } from './overtaken.ts';

const ATTEMPTS = 30;

/**
 * Runs `plan`, which reads, decides and writes in one transaction. When that falls because another process wrote in between,
 * it is planned anew on what now stands; a refusal is an answer and is not tried again, nor is a fault.
 * @param attempts after which what it fell on is told; more for work nobody waits for at a screen.
 */
export async function replanned<T>(plan: () => Promise<T>, attempts = ATTEMPTS): Promise<T> {
  for (let attempt = 1; ; attempt += 1)
    try {
      return await plan();
    } catch (error) {
      // A lease that is another's is not won back by trying.
      if (!isOvertaken(error) || isOvertaken(error, 'leases.holder') || attempt === attempts) throw error;
      await sleep(pauseMs(attempt));
    }
}
