import { browser } from 'wxt/browser';
import { texts } from '../language.ts';
import { patternOf } from '../site-pattern.ts';
import { broadcast } from './broadcast.ts';
import { readPolicy } from './preferences.ts';
import { settings } from './settings.ts';

/** The second takes from the first. */
const SCRIPTS = ['shared.js', 'overlay.js'] as const;

const say = texts(
  {
    notAllowed: 'Trình duyệt chưa cho đọc {site}. Bấm Bật lại và chọn Cho phép.',
    managed: '{site} do tỉnh thiết lập, không tắt được ở đây.',
  },
  {
    notAllowed: 'The browser does not allow reading {site} yet. Press Enable again and choose Allow.',
    managed: '{site} is set by the province and cannot be turned off here.',
  },
);

const idOf = (origin: string): string => `overlay:${origin}`;

async function register(origin: string): Promise<void> {
  const script = {
    id: idOf(origin),
    js: [...SCRIPTS],
    matches: [patternOf(origin)],
    // Portals show lists in frames of their own.
    allFrames: true,
    runAt: 'document_idle' as const,
    persistAcrossSessions: true,
  };
  const there = await browser.scripting.getRegisteredContentScripts({ ids: [script.id] });
  // One registered by an older version is brought up to date.
  if (there.length > 0) await browser.scripting.updateContentScripts([script]);
  else await browser.scripting.registerContentScripts([script]);
}

/** Draws on the tabs that are already open; the registration serves the later ones. */
async function inject(origin: string): Promise<void> {
  for (const { id } of await browser.tabs.query({ url: patternOf(origin) }))
    if (id !== undefined)
      await browser.scripting
        .executeScript({
          target: { tabId: id, allFrames: true },
          files: SCRIPTS.map((script) => `/${script}` as const),
        })
        .catch(() => {});
}

/** Sites to be drawn on: the officer's own and the province's. Whether the browser lets us is another matter. */
export async function enabledSites(): Promise<readonly string[]> {
  const [own, { configuration }] = await Promise.all([settings.kept('sites'), readPolicy()]);
  return [...new Set([...(configuration.sites ?? []), ...(own ?? [])])];
}

/** Whether the browser lets us now; what an officer or the browser took back is taken back at once. */
export const isAllowed = (origin: string): Promise<boolean> =>
  browser.permissions.contains({ origins: [patternOf(origin)] });

/** The page asked the officer for the permission before; without it this says so. */
export async function enableSite(origin: string): Promise<string | null> {
  if (!(await isAllowed(origin))) return say('notAllowed', { site: origin });
  await register(origin);
  const sites = (await settings.kept('sites')) ?? [];
  await settings.keep('sites', [...new Set([...sites, origin])]);
  await inject(origin);
  return null;
}

/** Takes the marks away and gives the permission back; the province's sites stay. */
export async function disableSite(origin: string): Promise<string | null> {
  if ((await readPolicy()).configuration.sites?.includes(origin)) return say('managed', { site: origin });
  const sites = ((await settings.kept('sites')) ?? []).filter((site) => site !== origin);
  await settings.keep('sites', sites);
  await browser.scripting.unregisterContentScripts({ ids: [idOf(origin)] }).catch(() => {});
  // Open pages ask again, are refused and take their marks away; afterwards the tabs can no longer be named.
  await broadcast({ tabsOf: [origin] });
  const server = await settings.kept('server');
  const stillNeeded = [...(await enabledSites()), ...(server ? [server] : [])];
  if (!stillNeeded.some((each) => patternOf(each) === patternOf(origin)))
    await browser.permissions.remove({ origins: [patternOf(origin)] }).catch(() => {});
  return null;
}

/** After an update or a restart: registrations are made anew, open pages get the new script in place of the old. */
export async function restoreSites(): Promise<void> {
  for (const origin of await enabledSites())
    if (await isAllowed(origin)) {
      await register(origin);
      await inject(origin);
    }
}

/**
 * Enabled sites the browser does not let us read, and the server if it does not let us send to it: it took the permission back, or nobody
 * has given it yet.
 */
export async function lostSites(): Promise<readonly string[]> {
  const [sites, device, server] = await Promise.all([enabledSites(), settings.kept('device'), settings.kept('server')]);
  const needed = [...new Set([...sites, ...(device && server ? [server] : [])])];
  const allowed = await Promise.all(needed.map(isAllowed));
  return needed.filter((_, i) => !allowed[i]);
}
