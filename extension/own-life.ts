import { browser } from 'wxt/browser';

const WATCH_MS = 400;

/** Scripts of ours that live in this page, by name, in the world that is ours alone. */
declare global {
  var dvcLives: Map<string, AbortController> | undefined;
}

/**
 * A signal that ends when the extension is gone (removed, turned off, replaced by a new version) or when script `name` is put into the
 * page once more. Nothing the page does ends it: the framework's own way listens to an event that any script of the page can send.
 */
export function ownLife(name: string): AbortSignal {
  globalThis.dvcLives ??= new Map();
  globalThis.dvcLives.get(name)?.abort();
  const life = new AbortController();
  globalThis.dvcLives.set(name, life);
  // The page outlives the extension, and nobody tells.
  const watch = setInterval(() => browser.runtime?.id || life.abort(), WATCH_MS);
  life.signal.addEventListener('abort', () => clearInterval(watch));
  return life.signal;
}
