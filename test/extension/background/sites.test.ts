import 'fake-indexeddb/auto';
import '../fake-browser.ts';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { isEnabled } from '../../../extension/background/answer-overlay.ts';
import { showBadge } from '../../../extension/background/badge.ts';
import { type Database, openDatabase } from '../../../extension/background/database.ts';
import { rememberReadings } from '../../../extension/background/dossiers.ts';
import { settings } from '../../../extension/background/settings.ts';
import { disableSite, enableSite, lostSites, restoreSites } from '../../../extension/background/sites.ts';
import { allowed } from '../fake-browser.ts';
import { readingOf } from '../reading.ts';

const SITE = 'https://motcua.example.vn';
const registered = new Map<string, { id: string; matches?: string[]; allFrames?: boolean }>();
let db: Database;
let opened = 0;

beforeEach(async () => {
  fakeBrowser.reset();
  allowed.clear();
  registered.clear();
  Object.assign(fakeBrowser.scripting, {
    getRegisteredContentScripts: async ({ ids = [] }: { ids?: string[] }) => ids.filter((id) => registered.has(id)),
    registerContentScripts: async (scripts: { id: string }[]) => {
      for (const script of scripts) registered.set(script.id, script);
    },
    updateContentScripts: async (scripts: { id: string }[]) => {
      for (const script of scripts) registered.set(script.id, script);
    },
    unregisterContentScripts: async ({ ids = [] }: { ids?: string[] }) => {
      for (const id of ids) registered.delete(id);
    },
    executeScript: async () => [],
  });
  Object.assign(fakeBrowser.permissions, {
    remove: async ({ origins = [] }: { origins?: string[] }) => {
      for (const origin of origins) allowed.delete(origin);
      return true;
    },
  });
  vi.useFakeTimers({ now: new Date('2026-11-26T03:00:00Z'), toFake: ['Date'] });
  opened += 1;
  db = await openDatabase(`sites-${opened}`);
});
afterEach(() => {
  db.close();
  vi.useRealTimers();
});

const badge = async (): Promise<string> => {
  await showBadge(db);
  return fakeBrowser.action.getBadgeText({});
};

it('a site is enabled only once the browser allows it, for that host alone', async () => {
  expect(await enableSite(SITE)).toContain('Bấm Bật lại và chọn Cho phép.');
  expect(registered.size).toBe(0);
  allowed.add('https://motcua.example.vn/*');
  expect(await enableSite(SITE)).toBeNull();
  expect([...registered.values()].map(({ matches }) => matches)).toEqual([['https://motcua.example.vn/*']]);
});

it('what an older version registered for the page alone is brought up to its frames', async () => {
  allowed.add('https://motcua.example.vn/*');
  registered.set(`overlay:${SITE}`, { id: `overlay:${SITE}`, allFrames: false });
  await settings.keep('sites', [SITE]);
  await restoreSites();
  expect([...registered.values()].map(({ allFrames }) => allFrames)).toEqual([true]);
});

it('the badge counts what is due today and overdue, and says "!" as soon as a permission is lost', async () => {
  allowed.add('https://motcua.example.vn/*');
  await enableSite(SITE);
  const readings = [
    readingOf({ code: 'H99.01-261110-0001', promised: '2026-11-23T17:00' }),
    readingOf({ code: 'H99.01-261110-0002', promised: '2026-11-26T17:00' }),
    readingOf({ code: 'H99.01-261110-0003', promised: '2026-12-04T17:00' }),
    readingOf({ code: 'H99.01-261110-0004', promised: null }),
  ];
  await rememberReadings(db, readings, '2026-11-26T10:00');
  expect(await badge()).toBe('2');
  allowed.clear();
  expect(await lostSites()).toEqual([SITE]);
  expect(await badge()).toBe('!');
  allowed.add('https://motcua.example.vn/*');
  expect(await enableSite(SITE)).toBeNull();
  expect(await badge()).toBe('2');
  await settings.keep('revoked', true);
  expect(await badge()).toBe('!');
});

it('a page that was being read is refused as soon as the browser takes the permission back', async () => {
  allowed.add('https://motcua.example.vn/*');
  await enableSite(SITE);
  expect(await isEnabled({ origin: SITE })).toBe(true);
  expect(await isEnabled({ origin: `${SITE}:8443` })).toBe(false);
  allowed.clear();
  expect(await isEnabled({ origin: SITE })).toBe(false);
});

it('the server is lost too when nothing may be sent to it any more', async () => {
  await settings.keep('server', 'https://danhgia.example.vn');
  expect(await lostSites()).toEqual([]);
  const device = { key: 'k', device: 'may-1', tenant: 'mau', unit: 'so-a', unitName: 'Sở A', officers: [] };
  await settings.keep('device', device);
  expect([await lostSites(), await badge()]).toEqual([['https://danhgia.example.vn'], '!']);
  allowed.add('https://danhgia.example.vn/*');
  expect([await lostSites(), await badge()]).toEqual([[], '']);
});

it('a site of the province is lost until the officer allows it, and is not turned off here', async () => {
  await fakeBrowser.storage.managed.set({ sites: [SITE] });
  expect(await lostSites()).toEqual([SITE]);
  allowed.add('https://motcua.example.vn/*');
  expect(await enableSite(SITE)).toBeNull();
  expect(await disableSite(SITE)).toContain('do tỉnh thiết lập');
  expect(registered.size).toBe(1);
  expect(allowed.size).toBe(1);
});

it('turning a site off gives its permission back, unless another port or the server of the same host needs it', async () => {
  allowed.add('https://motcua.example.vn/*');
  await enableSite(SITE);
  await enableSite(`${SITE}:8443`);
  expect(await disableSite(SITE)).toBeNull();
  expect([...allowed]).toEqual(['https://motcua.example.vn/*']);
  await disableSite(`${SITE}:8443`);
  expect(allowed.size).toBe(0);
  allowed.add('https://motcua.example.vn/*');
  await settings.keep('server', SITE);
  await enableSite(SITE);
  await disableSite(SITE);
  expect(allowed.size).toBe(1);
});
