import { browser } from 'wxt/browser';
import type { PanelMessage, PanelState, Reply } from '../messages.ts';

const LOST: Reply = { ok: false, message: 'Phần mềm vừa khởi động lại. Thử lại lần nữa.' };

/** Asks the background for everything the panel shows. */
export async function askState(): Promise<PanelState | null> {
  return browser.runtime.sendMessage({ type: 'panel.state' } satisfies PanelMessage);
}

/** Asks the background to do something; resolves to `null` when done, else to a sentence for the officer. */
export async function askDo(message: Exclude<PanelMessage, { type: 'panel.state' }>): Promise<string | null> {
  const reply: Reply = ((await browser.runtime.sendMessage(message).catch(() => null)) as Reply | null) ?? LOST;
  return reply.ok ? null : reply.message;
}
