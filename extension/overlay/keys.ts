import type { Keys } from '../configuration.ts';

/** Whether a list stands in a frame of this page: its keys work while the keyboard is out here. */
export const marksInFrames = (): boolean =>
  [...document.getElementsByTagName('iframe')].some((each) => each.contentDocument?.querySelector('dvc-overlay'));

/**
 * Alt with the letters the officer chose, wherever on the page the keyboard is. A key pressed by a script of the host does nothing.
 * @param keys `null` = there is nothing to hide, and the keys are the host's.
 */
export function watchKeys(
  keys: () => Keys | null,
  on: { readonly hide: () => void; readonly open: () => void },
  signal: AbortSignal,
): void {
  addEventListener(
    'keydown',
    (event) => {
      if (!event.isTrusted || !event.altKey || event.ctrlKey || event.metaKey || event.shiftKey) return;
      const known = keys();
      if (event.code === `Key${known?.hide}`) on.hide();
      else if (event.code === `Key${known?.open}`) on.open();
      else return;
      event.preventDefault();
    },
    { signal, capture: true },
  );
}
