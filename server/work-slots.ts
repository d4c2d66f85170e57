import { Refusal } from './refusal.ts';
import { untilTaken } from './until-taken.ts';

/** Documents and computations at a time: more would only make each of them later, and each holds its data. */
const MOST = 4;
/** So that one caller leaves room for another. */
const MOST_OF_ONE = 2;
/** A screen's own request may wait a little; a longer line is told so. */
const MOST_WAITING = 32;
const WAIT_MS = 10_000;
/** A reader that takes nothing for so long is gone. */
const STALLED_MS = 120_000;
/** A constant: nobody can know how long the works under way last; most end within it. */
const RETRY_SECONDS = 5;

export interface WorkSlots {
  /**
   * Does `work` when there is room and keeps its place until the last byte of the answer is taken.
   * @param caller whose works are counted together.
   * @throws Refusal 503 `work.busy` with Retry-After.
   */
  run(caller: string, work: () => Promise<Response>): Promise<Response>;
  /** Works under way and waiting. */
  count(): { readonly running: number; readonly waiting: number };
}

const busy = () =>
  new Refusal(503, 'work.busy', 'Máy chủ đang làm nhiều việc nặng cùng lúc. Đợi vài giây rồi thử lại.', {
    headers: { 'retry-after': String(RETRY_SECONDS) },
  });

/** Bounds works of one kind in this process. */
export function createWorkSlots({
  most = MOST,
  mostOfOne = MOST_OF_ONE,
  mostWaiting = MOST_WAITING,
  waitMs = WAIT_MS,
  stalledMs = STALLED_MS,
} = {}): WorkSlots {
  const running = new Map<string, number>();
  const waiting: { readonly caller: string; readonly begin: () => void }[] = [];
  let total = 0;

  const fits = (caller: string) => total < most && (running.get(caller) ?? 0) < mostOfOne;
  function begin(caller: string): void {
    total += 1;
    running.set(caller, (running.get(caller) ?? 0) + 1);
  }
  function end(caller: string): void {
    total -= 1;
    const left = (running.get(caller) ?? 0) - 1;
    if (left > 0) running.set(caller, left);
    else running.delete(caller);
    // The first in line whose caller has room.
    const next = waiting.findIndex((one) => fits(one.caller));
    if (next >= 0) waiting.splice(next, 1)[0]?.begin();
  }

  function turn(caller: string): Promise<void> {
    if (fits(caller)) {
      begin(caller);
      return Promise.resolve();
    }
    if (waiting.length >= mostWaiting) return Promise.reject(busy());
    return new Promise((resolve, reject) => {
      const one = {
        caller,
        begin() {
          clearTimeout(late);
          begin(caller);
          resolve();
        },
      };
      const late = setTimeout(() => {
        waiting.splice(waiting.indexOf(one), 1);
        reject(busy());
      }, waitMs);
      waiting.push(one);
    });
  }

  return {
    async run(caller, work) {
      await turn(caller);
      let open = true;
      const done = () => {
        if (open) end(caller);
        open = false;
      };
      try {
        return await untilTaken(await work(), done, stalledMs);
      } catch (error) {
        done();
        throw error;
      }
    },
    count: () => ({ running: total, waiting: waiting.length }),
  };
}
