import { browser } from 'wxt/browser';

const PANEL = '/sidepanel.html';

/** Firefox only; not among the types of the common browser. */
const { sidebarAction } = browser as { sidebarAction?: { open(): Promise<void> } };

/** The panel as an ordinary tab: the one already open, or a new one. */
export async function openPanelTab(): Promise<void> {
  const url = browser.runtime.getURL(PANEL as '/');
  const [open] = await browser.tabs.query({ url });
  if (open?.id === undefined) await browser.tabs.create({ url });
  else await browser.tabs.update(open.id, { active: true });
}

/**
 * Opens the panel beside the tab: Chromium's side panel, Firefox's sidebar, else an ordinary tab. Called in the same turn as the
 * officer's press: later the gesture no longer counts.
 */
export function openPanel(tabId: number | undefined): void {
  const opened =
    tabId !== undefined && browser.sidePanel
      ? browser.sidePanel.open({ tabId })
      : (sidebarAction?.open() ?? Promise.reject(new Error('no panel')));
  opened.catch(openPanelTab);
}

/**
 * A button has one deed. Where there is a side panel or a sidebar it opens that: it stays open beside the list, which a popup does
 * not. Elsewhere (Cốc Cốc) it opens the popup, because a tab would cover the list.
 */
export function setButton(): void {
  if (!browser.sidePanel && !sidebarAction) void browser.action.setPopup({ popup: 'popup.html' });
}
