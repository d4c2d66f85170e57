import { setTimeout as sleep } from 'node:timers/promises';

/** Waits until `is` holds. @throws Error naming `what` once `seconds` have passed. */
export async function until(what: string, is: () => Promise<boolean> | boolean, seconds = 120): Promise<void> {
  const last = Date.now() + seconds * 1000;
  while (!(await is())) {
    if (Date.now() > last) throw new Error(`${what}: not within ${seconds} s`);
    await sleep(100);
  }
}
