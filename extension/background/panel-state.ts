import { browser } from 'wxt/browser';
import type { DossierBody } from '#wire/dossier.ts';
import { localNow } from '../clock.ts';
import { agreedVersion } from '../consent-text.ts';
import type { PanelState } from '../messages.ts';
import { UNSETTLED } from '../office-rules.ts';
import { originOf } from '../site-pattern.ts';
import type { Database } from './database.ts';
import { dossierBody } from './dossier-body.ts';
import { seenToday } from './dossiers.ts';
import { draftsOf } from './kept-drafts.ts';
import { currentPreferences, readPolicy } from './preferences.ts';
import { unsentCount } from './queue.ts';
import { refusedItems } from './refused-items.ts';
import { settings } from './settings.ts';
import { enabledSites, lostSites } from './sites.ts';
import { currentPerson } from './switch-person.ts';

const PREVIEWED = 3;
const byPromise = (a: DossierBody, b: DossierBody): number => (a.promised ?? '').localeCompare(b.promised ?? '');

/** Sites worth offering: where the officer last pressed the button, and open pages this browser may already read. */
async function offeredSites(): Promise<string[]> {
  const pressed = (await settings.session('offered')) ?? [];
  const open = (await browser.tabs.query({})).flatMap(({ url }) => (url && originOf(url)) || []);
  return [...new Set([...pressed, ...open])];
}

/** Everything the panel shows, in one answer. Secrets stay here. */
export async function panelState(db: Database): Promise<PanelState> {
  const now = localNow();
  const [device, person, stored] = await Promise.all([settings.kept('device'), currentPerson(), seenToday(db, now)]);
  const { key: _key, ...publicDevice } = device ?? { key: '' };
  const { token: _token, ...publicPerson } = person ?? { token: '' };
  const queue = await db.getAll('queue');
  const refused = queue.filter(({ state }) => state.is === 'refused').length;
  const selected = (await settings.session('selected')) ?? { code: null, view: 'today' as const };
  const chosen = selected.code ? await db.get('dossiers', selected.code) : undefined;
  const all = chosen && !stored.some(({ code }) => code === chosen.code) ? [...stored, chosen] : stored;
  return {
    now,
    server: await settings.kept('server'),
    device: device ? (publicDevice as PanelState['device']) : null,
    revoked: (await settings.kept('revoked')) ?? false,
    consent: agreedVersion(await settings.kept('consent')),
    settings: (await settings.kept('settings')) ?? UNSETTLED,
    preferences: await currentPreferences(),
    managed: (await readPolicy()).configuration,
    sites: await enabledSites(),
    lost: await lostSites(),
    offered: await offeredSites(),
    person: person ? (publicPerson as PanelState['person']) : null,
    left: (await settings.session('left')) ?? false,
    drafts: await draftsOf(person?.officer ?? null),
    hidden: (await settings.session('hidden')) ?? false,
    seen: all.map(({ reading, seen }) => ({ reading, seen })),
    count: await settings.session('count'),
    selected,
    scores: await db.getAll('scores'),
    unsent: await unsentCount(db, Date.now()),
    refused: refusedItems(queue),
    secondLook: await settings.session('secondLook'),
    trouble: await settings.session('trouble'),
    preview: device
      ? {
          dossiers: stored
            .flatMap(({ reading }) => dossierBody(reading, device.unit) ?? [])
            .sort(byPromise)
            .slice(0, PREVIEWED),
        }
      : null,
    stored: {
      dossiers: await db.count('dossiers'),
      waiting: queue.length - refused,
      refused,
      scores: await db.count('scores'),
    },
  };
}
