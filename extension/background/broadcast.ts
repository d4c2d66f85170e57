import { browser } from 'wxt/browser';
import type { ChangedMessage } from '../messages.ts';
import { patternOf } from '../site-pattern.ts';

const CHANGED: ChangedMessage = { type: 'changed' };
const nobody = (): void => {};

/**
 * Tells the extension's pages, and the open tabs of the sites named, to ask again. `all`: also those of a site whose permission is gone,
 * which can no longer be named.
 */
export async function broadcast({ tabsOf = [] }: { tabsOf?: readonly string[] | 'all' } = {}): Promise<void> {
  void browser.runtime.sendMessage(CHANGED).catch(nobody);
  for (const which of tabsOf === 'all' ? [{}] : tabsOf.map((site) => ({ url: patternOf(site) })))
    for (const { id } of await browser.tabs.query(which))
      if (id !== undefined) void browser.tabs.sendMessage(id, CHANGED).catch(nobody);
}
