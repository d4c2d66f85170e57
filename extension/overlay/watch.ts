import { afterLayout } from './after-layout.ts';

/** What a change of the host's page asks for. */
export interface Watcher {
  /** At once, before the browser paints: drop what no longer fits. */
  readonly check: () => void;
  /**
   * In the next frame, once it is laid out: same list, other places. `changed` = its rows may say something else; `resized` = what was
   * measured of it no longer holds.
   */
  readonly frame: (changed: boolean, resized: boolean) => void;
  /** Soon: read the page again and draw. */
  readonly read: () => void;
  /** The layer was taken out of the page. */
  readonly own: Element;
  /** Milliseconds the next reading has to wait for. */
  readonly rest: () => number;
}

export interface Watch {
  /** Narrows the attentive observer to the lists found. */
  readonly bind: (lists: readonly Element[]) => void;
  readonly soon: () => void;
  /** Only to look where things are: in the next frame, once the host has laid it out, so that asking costs nothing. */
  readonly glance: (run: () => void) => void;
}

const SOON_MS = 150;
/** Presses and choices of the officer that may show another list without putting anything into the page or taking it out. */
const ACTS = ['click', 'change', 'hashchange', 'popstate'] as const;
const MOVES = ['scroll', 'transitionend', 'animationend', 'fullscreenchange'] as const;

const isOwn = (records: readonly MutationRecord[], own: Element): boolean =>
  records.every(
    ({ type, addedNodes, removedNodes }) =>
      type === 'childList' && [...addedNodes, ...removedNodes].every((node) => node === own),
  );

/** Watches the page until `signal`. The page is never asked to do anything: a program of another world cannot, and need not. */
export function watchPage({ check, frame, read, own, rest }: Watcher, signal: AbortSignal): Watch {
  const laidOut = afterLayout(signal);
  let timer: ReturnType<typeof setTimeout> | null = null;
  let waiting: number | null = null;
  let dirty = false;
  let stretched = false;
  let bound: readonly Element[] = [];

  const soon = (): void => {
    timer ??= setTimeout(
      () => {
        timer = null;
        requestAnimationFrame(() => requestAnimationFrame(() => laidOut(read)));
      },
      Math.max(SOON_MS, rest()),
    );
  };
  const nextFrame = (): void => {
    waiting ??= requestAnimationFrame(() => {
      waiting = null;
      laidOut(() => {
        const [changed, measured] = [dirty, stretched];
        dirty = false;
        stretched = false;
        frame(changed, changed || measured);
      });
    });
  };
  const changed = (records: readonly MutationRecord[]): void => {
    nextFrame();
    if (isOwn(records, own)) return;
    dirty = true;
    check();
    soon();
  };

  const list = new MutationObserver(changed);
  const page = new MutationObserver(changed);
  // Told between layout and painting: the marks of a list that was pushed down are there in the same frame.
  const sizes = new ResizeObserver(() => signal.aborted || frame(false, true));
  // The document, since its root may be replaced as a whole.
  page.observe(document, { childList: true, subtree: true });
  const passive = { signal, capture: true, passive: true };
  for (const event of ACTS) addEventListener(event, soon, passive);
  // Captured, because scrolling of an inner container does not bubble.
  for (const event of MOVES) addEventListener(event, nextFrame, passive);
  const resized = (): void => {
    stretched = true;
    nextFrame();
    soon();
  };
  addEventListener('resize', resized, { signal });
  // Tells of addresses changed by the page's own script, where the browser knows it.
  (globalThis as { navigation?: EventTarget }).navigation?.addEventListener('currententrychange', soon, { signal });
  const minute = setInterval(soon, 60_000);
  signal.addEventListener('abort', () => {
    for (const observer of [list, page, sizes]) observer.disconnect();
    clearInterval(minute);
    if (timer) clearTimeout(timer);
    if (waiting) cancelAnimationFrame(waiting);
  });
  return {
    soon,
    glance: (run) => void requestAnimationFrame(() => laidOut(run)),
    bind(lists) {
      if (lists.length === bound.length && lists.every((each, i) => each === bound[i])) return;
      bound = lists;
      list.disconnect();
      sizes.disconnect();
      const attributeFilter = ['class', 'style', 'hidden'];
      for (const element of lists) {
        list.observe(element, { characterData: true, subtree: true, attributes: true, attributeFilter });
        sizes.observe(element);
      }
    },
  };
}
