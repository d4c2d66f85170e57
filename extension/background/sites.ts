import { browser } from 'wxt/browser';
import { patternOf } from '../site-pattern.ts';
import { broadcast } from './broadcast.ts';
import { settings } from './settings.ts';

const SCRIPT = 'content-scripts/overlay.js';

const idOf = (origin: string): string => `overlay:${origin}`;

async function register(origin: string): Promise<void> {
  const there = await browser.scripting.getRegisteredContentScripts({ ids: [idOf(origin)] });
  if (there.length > 0) return;
  await browser.scripting.registerContentScripts([
    {
      id: idOf(origin),
      js: [SCRIPT],
      matches: [patternOf(origin)],
      runAt: 'document_idle',
      persistAcrossSessions: true,
    },
  ]);
}

/** Draws on the tabs that are already open; the registration serves the later ones. */
async function inject(origin: string): Promise<void> {
  for (const { id } of await browser.tabs.query({ url: patternOf(origin) }))
    if (id !== undefined)
      await browser.scripting.executeScript({ target: { tabId: id }, files: [`/${SCRIPT}`] }).catch(() => {});
}

/** The page asked the officer for the permission before; without it this says so. */
export async function enableSite(origin: string): Promise<string | null> {
  if (!(await browser.permissions.contains({ origins: [patternOf(origin)] })))
    return `Trình duyệt chưa cho đọc ${origin}. Bấm Bật lại và chọn Cho phép.`;
  await register(origin);
  const sites = (await settings.kept('sites')) ?? [];
  await settings.keep('sites', [...new Set([...sites, origin])]);
  await inject(origin);
  return null;
}

export async function disableSite(origin: string): Promise<void> {
  const sites = ((await settings.kept('sites')) ?? []).filter((site) => site !== origin);
  await settings.keep('sites', sites);
  await browser.scripting.unregisterContentScripts({ ids: [idOf(origin)] }).catch(() => {});
  // Open pages ask again, are refused and take their marks away; afterwards the tabs can no longer be named.
  await broadcast({ tabsOf: [origin] });
  const server = await settings.kept('server');
  if (server && patternOf(server) === patternOf(origin)) return;
  await browser.permissions.remove({ origins: [patternOf(origin)] }).catch(() => {});
}

/** After an update or a restart: registrations are made anew, open pages get the new script in place of the old. */
export async function restoreSites(): Promise<void> {
  for (const origin of (await settings.kept('sites')) ?? [])
    if (await browser.permissions.contains({ origins: [patternOf(origin)] })) {
      await register(origin);
      await inject(origin);
    }
}

/** Whether the browser took back a site the officer had enabled. */
export async function permissionLost(): Promise<boolean> {
  for (const origin of (await settings.kept('sites')) ?? [])
    if (!(await browser.permissions.contains({ origins: [patternOf(origin)] }))) return true;
  return false;
}
