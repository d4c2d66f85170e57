import { browser } from 'wxt/browser';
import type { ChangedMessage } from '../messages.ts';
import { patternOf } from '../site-pattern.ts';
import { settings } from './settings.ts';

const CHANGED: ChangedMessage = { type: 'changed' };
const nobody = (): void => {};

/** Tells the extension's pages and, when marks are touched by it, every enabled tab to ask again. */
export async function broadcast(tabsToo = false): Promise<void> {
  void browser.runtime.sendMessage(CHANGED).catch(nobody);
  if (!tabsToo) return;
  const sites = (await settings.kept('sites')) ?? [];
  for (const site of sites)
    for (const { id } of await browser.tabs.query({ url: patternOf(site) }))
      if (id !== undefined) void browser.tabs.sendMessage(id, CHANGED).catch(nobody);
}
