import { afterEach, expect, it } from 'vitest';
import { DEFAULT_PREFERENCES, overlaid } from '../../extension/configuration.ts';
import { speak } from '../../extension/language.ts';
import { readConfiguration } from '../../extension/read-configuration.ts';

afterEach(() => speak('vi'));

const WHOLE = {
  server: 'https://danhgia.example.vn',
  enrolmentHint: 'Xin mã tại Văn phòng Sở, máy lẻ 123.',
  sites: ['https://motcua.example.vn/danh-sach?x=1', 'http://10.0.0.5:8080'],
  language: 'en',
  look: 'dark',
  features: { 'deadline-mark': true, 'self-score': false },
  reminders: { morning: true, at: '07:45', quietFrom: '17:00', quietTo: '07:00' },
  keys: { hide: 'K', open: 'L' },
};

it('takes a whole configuration; of a site only its origin is kept', () => {
  const { configuration, faults } = readConfiguration(WHOLE);
  expect(faults).toEqual([]);
  expect(configuration).toEqual({ ...WHOLE, sites: ['https://motcua.example.vn', 'http://10.0.0.5:8080'] });
});

it.each<[string, unknown, string]>([
  ['a server in the clear', { server: 'http://danhgia.example.vn' }, 'server'],
  ['a server that is no address', { server: 'danhgia' }, 'server'],
  ['a server that is no text', { server: 7 }, 'server'],
  ['a hint too long', { enrolmentHint: 'x'.repeat(201) }, 'enrolmentHint'],
  ['sites that are no list', { sites: 'https://motcua.example.vn' }, 'sites'],
  ['too many sites', { sites: Array.from({ length: 51 }, (_, i) => `https://m${i}.vn`) }, 'sites'],
  ['a site that is a script', { sites: ['https://a.vn', 'javascript:alert(1)'] }, 'sites[1]'],
  ['a site that is a file', { sites: ['file:///etc/passwd'] }, 'sites[0]'],
  ['a language nobody speaks', { language: 'fr' }, 'language'],
  ['a look that is none', { look: 'pink' }, 'look'],
  ['features that are a list', { features: ['deadline-mark'] }, 'features'],
  ['a switch that is a word', { features: { 'deadline-mark': 'off' } }, 'features.deadline-mark'],
  ['a feature with a strange id', { features: { __proto__x: true } }, 'features.__proto__x'],
  ['an hour that is none', { reminders: { at: '24:00' } }, 'reminders.at'],
  ['an hour without its nought', { reminders: { quietTo: '7:00' } }, 'reminders.quietTo'],
  ['a reminder that is none', { reminders: { snooze: true } }, 'reminders.snooze'],
  ['the key of the address bar', { keys: { hide: 'D' } }, 'keys.hide'],
  ['the key of Vietnamese keyboards', { keys: { open: 'Z' } }, 'keys.open'],
  ['a small letter', { keys: { open: 'j' } }, 'keys.open'],
  ['one key for two deeds', { keys: { hide: 'J', open: 'J' } }, 'keys'],
  ['a setting there is none of', { key: 'secret' }, 'key'],
  ['no object at all', [1, 2], ''],
])('names the field of %s and leaves it out', (_what, value, field) => {
  const { configuration, faults } = readConfiguration(value);
  expect(faults.map((fault) => fault.field)).toEqual([field]);
  expect(faults[0]?.sentence).toMatch(/\.$/);
  const left = JSON.stringify(configuration);
  expect(left).not.toMatch(/javascript|passwd|secret|"fr"|pink|"D"|"Z"|24:00/);
});

it('one fault leaves the other parts standing', () => {
  const { configuration, faults } = readConfiguration({
    ...WHOLE,
    language: 'xx',
    reminders: { at: '99', quietTo: '06:30' },
  });
  expect(faults.map(({ field }) => field)).toEqual(['language', 'reminders.at']);
  expect(configuration).toMatchObject({
    look: 'dark',
    reminders: { quietTo: '06:30' },
    keys: { hide: 'K', open: 'L' },
  });
  expect(configuration.language).toBeUndefined();
});

it('says what belongs there in the language spoken', () => {
  const sentence = (): string | undefined => readConfiguration({ language: 'xx' }).faults[0]?.sentence;
  expect(sentence()).toBe('Phải là vi hoặc en.');
  speak('en');
  expect(sentence()).toBe('Must be vi or en.');
});

it('lays a part over the whole without losing its neighbours', () => {
  const laid = overlaid(DEFAULT_PREFERENCES, { reminders: { at: '08:00' }, features: { 'self-score': false } });
  expect(laid).toEqual({
    language: 'vi',
    look: 'system',
    features: { 'self-score': false },
    reminders: { morning: false, at: '08:00', quietFrom: '17:00', quietTo: '07:00' },
    keys: { hide: 'M', open: 'J' },
  });
});
