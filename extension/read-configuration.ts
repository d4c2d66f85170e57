import type { Configuration, Keys, Reminders } from './configuration.ts';
import { texts } from './language.ts';
import { serverOrigin } from './server-origin.ts';
import { originOf } from './site-pattern.ts';

/** A field that cannot be taken, by its path in the file, and a sentence on what belongs there. */
export interface FieldFault {
  readonly field: string;
  readonly sentence: string;
}

const say = texts(
  {
    object: 'Phải là một nhóm trường trong dấu ngoặc nhọn.',
    unknown: 'Phần mềm không có mục này. Xóa mục này rồi nhập lại.',
    server: 'Phải là địa chỉ bắt đầu bằng https://.',
    hint: 'Phải là một câu, tối đa 200 ký tự.',
    sites: 'Phải là danh sách tối đa 50 địa chỉ trang.',
    site: 'Phải là địa chỉ trang bắt đầu bằng https:// hoặc http://.',
    language: 'Phải là vi hoặc en.',
    look: 'Phải là system, light hoặc dark.',
    switch: 'Phải là true (bật) hoặc false (tắt).',
    clock: 'Phải là giờ dạng 07:45.',
    key: 'Phải là một chữ cái không trùng phím của trình duyệt hay bộ gõ tiếng Việt: không dùng B, D, E, F, H, S, T, V, Z.',
    twice: 'Hai phím phải khác nhau.',
  },
  {
    object: 'Must be a group of fields in braces.',
    unknown: 'There is no such setting. Remove it and import again.',
    server: 'Must be an address that begins with https://.',
    hint: 'Must be a sentence of at most 200 characters.',
    sites: 'Must be a list of at most 50 site addresses.',
    site: 'Must be a site address that begins with https:// or http://.',
    language: 'Must be vi or en.',
    look: 'Must be system, light or dark.',
    switch: 'Must be true (on) or false (off).',
    clock: 'Must be a time like 07:45.',
    key: 'Must be one letter that neither the browser nor a Vietnamese keyboard uses: not B, D, E, F, H, S, T, V, Z.',
    twice: 'The two keys must differ.',
  },
);
type Wanted = Parameters<typeof say>[0];

const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
const isClock = (value: unknown): boolean => typeof value === 'string' && /^([01]\d|2[0-3]):[0-5]\d$/.test(value);
const isSwitch = (value: unknown): boolean => typeof value === 'boolean';
/** Alt with one of the others opens a menu or the address bar of a browser, or turns a Vietnamese keyboard on and off. */
export const KEY_LETTERS: readonly string[] = [...'ACGIJKLMNOPQRUWXY'];
const isKey = (value: unknown): boolean => KEY_LETTERS.includes(value as string);

type Check = readonly [fits: (value: unknown) => boolean, wanted: Wanted];
const SIMPLE: Readonly<Record<'server' | 'enrolmentHint' | 'language' | 'look', Check>> = {
  server: [(value) => typeof value === 'string' && value.length <= 300 && serverOrigin(value) !== null, 'server'],
  enrolmentHint: [(value) => typeof value === 'string' && value.length <= 200, 'hint'],
  language: [(value) => value === 'vi' || value === 'en', 'language'],
  look: [(value) => value === 'system' || value === 'light' || value === 'dark', 'look'],
};
const REMINDERS: Readonly<Record<keyof Reminders, Check>> = {
  morning: [isSwitch, 'switch'],
  at: [isClock, 'clock'],
  quietFrom: [isClock, 'clock'],
  quietTo: [isClock, 'clock'],
};
const KEYS: Readonly<Record<keyof Keys, Check>> = { hide: [isKey, 'key'], open: [isKey, 'key'] };
const FEATURE_ID = /^[a-z0-9-]{1,40}$/;
const MOST_SITES = 50;

/**
 * What a file, a policy or a page wants to set. Parts that do not fit are left out and named; the others stand.
 * @param value anything: it comes from outside.
 */
export function readConfiguration(value: unknown): {
  readonly configuration: Configuration;
  readonly faults: readonly FieldFault[];
} {
  const faults: FieldFault[] = [];
  const fault = (field: string, wanted: Wanted): void => void faults.push({ field, sentence: say(wanted) });
  const group = (name: string, given: unknown, checkOf: (key: string) => Check | null): Record<string, unknown> => {
    const taken: Record<string, unknown> = {};
    if (!isObject(given)) fault(name, 'object');
    else
      for (const [key, each] of Object.entries(given)) {
        const check = checkOf(key);
        const field = name ? `${name}.${key}` : key;
        if (!check) fault(field, 'unknown');
        else if (!check[0](each)) fault(field, check[1]);
        else taken[key] = each;
      }
    return taken;
  };
  const { sites, features, reminders, keys, ...simple } = isObject(value) ? value : { '': value };
  const read: Record<string, unknown> = group('', isObject(value) ? simple : value, (key) =>
    Object.hasOwn(SIMPLE, key) ? SIMPLE[key as keyof typeof SIMPLE] : null,
  );
  if (sites !== undefined) {
    if (!Array.isArray(sites) || sites.length > MOST_SITES) fault('sites', 'sites');
    else
      read.sites = sites.flatMap((site, i) => {
        const origin = typeof site === 'string' && site.length <= 300 ? originOf(site) : null;
        if (!origin) fault(`sites[${i}]`, 'site');
        return origin ?? [];
      });
  }
  if (features !== undefined)
    read.features = group('features', features, (key) => (FEATURE_ID.test(key) ? [isSwitch, 'switch'] : null));
  if (reminders !== undefined)
    read.reminders = group('reminders', reminders, (key) =>
      Object.hasOwn(REMINDERS, key) ? REMINDERS[key as keyof Reminders] : null,
    );
  if (keys !== undefined) {
    read.keys = group('keys', keys, (key) => (Object.hasOwn(KEYS, key) ? KEYS[key as keyof Keys] : null));
    const { hide, open } = read.keys as Partial<Keys>;
    if (hide !== undefined && hide === open) {
      fault('keys', 'twice');
      delete read.keys;
    }
  }
  return { configuration: read as Configuration, faults };
}
