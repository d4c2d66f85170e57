import type { ListReading } from '../hosts/host.ts';
import type { PageReading } from '../hosts/read-page.ts';

/** The longest the page waits for us at a time. */
const SLICE_MS = 8;
/** After any work we rest this many times as long: a host that changes without end loses a twentieth of its time at most. */
const REST = 19;
const LATEST_MS = 500;

interface Reader {
  readonly look: () => PageReading;
  /** Rows in sight have been read; `whole` = all have. */
  readonly took: (found: PageReading, whole: boolean) => void;
}

export interface Slices {
  /** Reads the page at once, as far as it is in sight, and the rest when the browser has nothing better to do. */
  readonly now: () => void;
  /** Milliseconds to wait before the next `now`. */
  readonly rest: () => number;
}

function whenIdle(run: () => void, after: number): void {
  const idle = (): void => {
    if ('requestIdleCallback' in globalThis) requestIdleCallback(run, { timeout: LATEST_MS });
    else setTimeout(run);
  };
  if (after > 0) setTimeout(idle, after);
  else idle();
}

export function readInSlices({ look, took }: Reader, signal: AbortSignal): Slices {
  let turn = 0;
  let nextSight = 0;
  let nextRest = 0;

  const further = (mine: number, found: PageReading, list: ListReading, spent: number): void => {
    if (mine !== turn || signal.aborted || !list.more) return;
    const start = performance.now();
    const grown = list.more(() => performance.now() - start >= SLICE_MS);
    if (!grown.more) took({ ...found, list: grown }, true);
    const end = performance.now();
    const all = spent + end - start;
    if (grown.more) whenIdle(() => further(mine, found, grown, all), 0);
    else nextRest = end + REST * all;
  };

  return {
    now() {
      turn += 1;
      const mine = turn;
      const start = performance.now();
      const found = look();
      const { list } = found;
      took(found, !list?.more);
      const end = performance.now();
      nextSight = end + REST * (end - start);
      if (list?.more) whenIdle(() => further(mine, found, list, 0), nextRest - end);
    },
    rest: () => Math.max(0, nextSight - performance.now()),
  };
}
