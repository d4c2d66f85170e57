import '../fake-browser.ts';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { configure } from '../../../extension/background/configure.ts';
import { currentPreferences, readPolicy } from '../../../extension/background/preferences.ts';
import { settings } from '../../../extension/background/settings.ts';
import { enabledSites } from '../../../extension/background/sites.ts';
import { DEFAULT_PREFERENCES } from '../../../extension/configuration.ts';
import { isOn } from '../../../extension/features/switches.ts';
import { language, speak } from '../../../extension/language.ts';

beforeEach(() => fakeBrowser.reset());
afterEach(() => {
  vi.restoreAllMocks();
  speak('vi');
});

it('is the usual where nobody chose anything', async () => {
  expect(await currentPreferences()).toEqual(DEFAULT_PREFERENCES);
});

it('adds what the officer chooses to what he chose before', async () => {
  await configure({ language: 'en', features: { 'self-score': false } });
  await configure({ reminders: { at: '08:15' }, features: { 'apology-owed': false } });
  expect(await currentPreferences()).toEqual({
    ...DEFAULT_PREFERENCES,
    language: 'en',
    features: { 'self-score': false, 'apology-owed': false },
    reminders: { ...DEFAULT_PREFERENCES.reminders, at: '08:15' },
  });
  expect(language()).toBe('en');
  expect(isOn('self-score')).toBe(false);
  expect(isOn('deadline-mark')).toBe(true);
});

it('puts what the province settled above the choice of the officer, part by part', async () => {
  await configure({ language: 'en', reminders: { at: '08:15', quietTo: '06:00' }, features: { 'self-score': false } });
  await fakeBrowser.storage.managed.set({
    language: 'vi',
    reminders: { at: '07:30' },
    features: { 'self-score': true },
  });
  const preferences = await currentPreferences();
  expect(preferences.language).toBe('vi');
  expect(preferences.reminders).toEqual({ morning: false, at: '07:30', quietFrom: '17:00', quietTo: '06:00' });
  expect(preferences.features['self-score']).toBe(true);
});

it('uses what can be used of a faulty policy and names the rest', async () => {
  await fakeBrowser.storage.managed.set({ server: 'http://danhgia.example.vn', look: 'dark', sites: ['motcua'] });
  const { configuration, faults } = await readPolicy();
  expect(configuration).toEqual({ look: 'dark', sites: [] });
  expect(faults.map(({ field }) => field)).toEqual(['server', 'sites[0]']);
});

it('does without a policy where the browser has none to give', async () => {
  vi.spyOn(fakeBrowser.storage.managed, 'get').mockRejectedValue(new Error('Managed storage manifest not found'));
  expect(await readPolicy()).toEqual({ configuration: {}, faults: [] });
});

it('refuses one key for two deeds, also when only one of them is set', async () => {
  expect(await configure({ keys: { hide: 'J' } })).toMatchObject({ ok: false });
  expect((await currentPreferences()).keys).toEqual({ hide: 'M', open: 'J' });
});

it('adds the sites of a file and takes none away; the province stands first', async () => {
  await settings.keep('sites', ['https://a.example.vn']);
  await fakeBrowser.storage.managed.set({ sites: ['https://tinh.example.vn'] });
  await configure({ sites: ['https://b.example.vn', 'https://a.example.vn'] });
  expect(await enabledSites()).toEqual(['https://tinh.example.vn', 'https://a.example.vn', 'https://b.example.vn']);
});

it('takes a server from a file only before enrolment: the key belongs to its server', async () => {
  await configure({ server: 'https://mot.example.vn' });
  expect(await settings.kept('server')).toBe('https://mot.example.vn');
  await settings.keep('device', { key: 'k', device: 'd', tenant: 't', unit: 'u', unitName: 'U', officers: [] });
  await configure({ server: 'https://hai.example.vn' });
  expect(await settings.kept('server')).toBe('https://mot.example.vn');
});
