import type { RefObject } from 'preact';
import { useEffect } from 'preact/hooks';

/** What can stand for a control that is gone, and is read out as one thing. */
const PLACES = 'tr, li, section, dialog, main';

function placesAround(control: Element): Element[] {
  const places: Element[] = [];
  for (let at = control.closest(PLACES); at; at = at.parentElement?.closest(PLACES) ?? null) places.push(at);
  return places;
}

/**
 * A control that did its work is often gone after it: a button of a step that is done, of a row that is removed. Focus then goes to
 * the nearest row, item or heading of a part that is still there, and does not fall to the top of the page.
 */
export function useKeptFocus(main: RefObject<HTMLElement | null>): void {
  useEffect(() => {
    if (!main.current) return;
    let held: Element | null = null;
    let places: Element[] = [];
    const stop = new AbortController();
    document.addEventListener(
      'focusin',
      ({ target }) => {
        held = target instanceof Element ? target : null;
        places = held ? placesAround(held) : [];
      },
      { signal: stop.signal },
    );
    const watch = new MutationObserver(() => {
      if (!held || held.isConnected || document.activeElement !== document.body) return;
      const place = places.find((each) => each.isConnected);
      const next = place?.matches('tr, li') ? place : place?.querySelector('h1, h2');
      if (!(next instanceof HTMLElement)) return;
      next.tabIndex = -1;
      next.focus({ preventScroll: true });
    });
    watch.observe(main.current, { childList: true, subtree: true });
    return () => {
      stop.abort();
      watch.disconnect();
    };
  }, []);
}
