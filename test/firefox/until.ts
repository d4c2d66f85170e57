import { setTimeout as wait } from 'node:timers/promises';

const LOOK_MS = 200;
const PATIENCE_MS = 30_000;

/** Asks until the answer pleases; gives the last one when it never does, for the test to show. */
export async function until<T>(ask: () => Promise<T>, pleases: (answer: T) => boolean): Promise<T> {
  let answer = await ask();
  for (const end = Date.now() + PATIENCE_MS; !pleases(answer) && Date.now() < end; answer = await ask())
    await wait(LOOK_MS);
  return answer;
}
