import '../fake-browser.ts';
import { beforeEach, expect, test } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { readOverlayMessage } from '../../../extension/background/read-message.ts';
import { rememberLook } from '../../../extension/background/remember-look.ts';
import { settings } from '../../../extension/background/settings.ts';

const SITE = 'https://motcua.example.vn';
const AT = '2026-11-26T10:00';
const LOOK = {
  count: { total: 20, read: 18, noCode: 0, noDate: 2, duplicates: 0 },
  unreadable: false,
  by: 'pack:motcua-mau',
};

beforeEach(() => fakeBrowser.reset());

test('a page tells counts and the name of its reader, and nothing else', () => {
  expect(readOverlayMessage({ type: 'overlay.look', look: LOOK })).toEqual({ type: 'overlay.look', look: LOOK });
  for (const look of [
    { ...LOOK, rows: ['NGUYỄN VĂN GIẢ ĐỊNH'] },
    { ...LOOK, by: 'Nguyễn Văn' },
    { ...LOOK, by: 'a'.repeat(61) },
    { ...LOOK, count: { ...LOOK.count, read: -1 } },
    { ...LOOK, unreadable: 1 },
    null,
  ])
    expect(readOverlayMessage({ type: 'overlay.look', look })).toBeNull();
});

test('the chip may open the teaching screen', () => {
  const message = { type: 'overlay.open', code: null, view: 'teach' };
  expect(readOverlayMessage(message)).toEqual(message);
});

test('looks of several pages at once are all kept, and one that says the same changes nothing', async () => {
  const other = 'https://khac.example.vn';
  expect(await Promise.all([SITE, other].map((origin) => rememberLook(origin, LOOK, AT)))).toEqual([true, true]);
  expect(Object.keys((await settings.kept('health')) ?? {})).toEqual([SITE, other]);
  expect(await rememberLook(SITE, LOOK, '2026-11-26T10:05')).toBe(false);
});
