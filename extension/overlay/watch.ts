/** What a change of the host's page asks for. */
export interface Watcher {
  /** At once, before the browser paints: drop what no longer fits. */
  readonly check: () => void;
  /** Soon: read the page again and draw. */
  readonly read: () => void;
  /** Next frame: same marks, other places. */
  readonly move: () => void;
}

const SOON_MS = 150;

/** Watches the page until `signal`. `bind` narrows the attentive observer to the list found; `null` when there is none. */
export function watchPage(
  { check, read, move }: Watcher,
  signal: AbortSignal,
): { bind: (list: Element | null) => void } {
  let timer: ReturnType<typeof setTimeout> | null = null;
  let frame: number | null = null;
  let bound: Element | null = null;

  const soon = (): void => {
    timer ??= setTimeout(() => {
      timer = null;
      requestAnimationFrame(() => requestAnimationFrame(() => signal.aborted || read()));
    }, SOON_MS);
  };
  const moving = (): void => {
    frame ??= requestAnimationFrame(() => {
      frame = null;
      if (!signal.aborted) move();
    });
  };
  const changed = (): void => {
    check();
    soon();
  };

  const list = new MutationObserver(changed);
  const page = new MutationObserver(changed);
  const sizes = new ResizeObserver(moving);
  page.observe(document.body, { childList: true, subtree: true });
  for (const event of ['hashchange', 'popstate'] as const) addEventListener(event, changed, { signal });
  addEventListener('resize', soon, { signal });
  addEventListener('resize', moving, { signal });
  // Captured, because scrolling of an inner container does not bubble.
  addEventListener('scroll', moving, { signal, capture: true, passive: true });
  const minute = setInterval(soon, 60_000);
  signal.addEventListener('abort', () => {
    for (const observer of [list, page, sizes]) observer.disconnect();
    clearInterval(minute);
    if (timer) clearTimeout(timer);
    if (frame) cancelAnimationFrame(frame);
  });
  return {
    bind: (element) => {
      if (element === bound) return;
      bound = element;
      list.disconnect();
      sizes.disconnect();
      if (!element) return;
      list.observe(element, {
        childList: true,
        characterData: true,
        subtree: true,
        attributes: true,
        attributeFilter: ['class', 'style', 'hidden'],
      });
      sizes.observe(element);
    },
  };
}
