import { browser } from 'wxt/browser';
import type { ChangedMessage } from '../messages.ts';
import { patternOf } from '../site-pattern.ts';

const CHANGED: ChangedMessage = { type: 'changed' };
const nobody = (): void => {};

/** Tells the extension's pages, and the open tabs of the sites named, to ask again. */
export async function broadcast({ tabsOf = [] }: { tabsOf?: readonly string[] } = {}): Promise<void> {
  void browser.runtime.sendMessage(CHANGED).catch(nobody);
  for (const site of tabsOf)
    for (const { id } of await browser.tabs.query({ url: patternOf(site) }))
      if (id !== undefined) void browser.tabs.sendMessage(id, CHANGED).catch(nobody);
}
