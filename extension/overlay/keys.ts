import type { Keys } from '../configuration.ts';

/**
 * Alt with the letters the officer chose, wherever on the page the keyboard is. A key pressed by a script of the host does nothing.
 * @param on returns whether it took the key; one that was not taken stays the host's.
 */
export function watchKeys(
  keys: () => Keys,
  on: { readonly hide: () => boolean; readonly open: () => boolean },
  signal: AbortSignal,
): void {
  addEventListener(
    'keydown',
    (event) => {
      if (!event.isTrusted || !event.altKey || event.ctrlKey || event.metaKey || event.shiftKey) return;
      const { hide, open } = keys();
      const taken = event.code === `Key${hide}` ? on.hide() : event.code === `Key${open}` ? on.open() : false;
      if (taken) event.preventDefault();
    },
    { signal, capture: true },
  );
}
