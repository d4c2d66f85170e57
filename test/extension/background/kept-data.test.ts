import { readFileSync } from 'node:fs';
import 'fake-indexeddb/auto';
import '../fake-browser.ts';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { type Database, openDatabase, writing } from '../../../extension/background/database.ts';
import { diagnose } from '../../../extension/background/diagnose.ts';
import { forgetOld, rememberReadings, seenOnLastDay, seenToday } from '../../../extension/background/dossiers.ts';
import { settings } from '../../../extension/background/settings.ts';
import { storedContent } from '../../../extension/background/stored-content.ts';
import type { ScoreRecord } from '../../../extension/messages.ts';
import { readingOf } from '../reading.ts';

let db: Database;
let opened = 0;

beforeEach(async () => {
  fakeBrowser.reset();
  opened += 1;
  db = await openDatabase(`kept-${opened}`);
  const officers = [{ officer: 'CB-0117', label: 'CB-0117 · Trần Thị Bình' }];
  await settings.keep('server', 'https://danhgia.example.vn');
  await settings.keep('device', {
    ...{ key: 'khoa-bi-mat', device: 'mau.A1', tenant: 'mau', unit: 'so-a', unitName: 'Sở A' },
    officers,
  });
  await settings.setSession('person', {
    ...{ token: 'phien-bi-mat', officer: 'CB-0117', label: 'CB-0117 · Trần Thị Bình' },
    expires: '2099-01-01T00:00:00Z',
  });
  await settings.keep('sites', ['https://motcua.example.vn']);
  await fakeBrowser.storage.managed.set({ look: 'pink', language: 'vi' });
  await rememberReadings(db, [readingOf()], '2026-11-26T10:00');
});
afterEach(() => db.close());

it('a diagnosis counts and names no dossier, no officer, no key', async () => {
  vi.stubGlobal('navigator', { userAgent: 'Firefox/153.0' });
  const lines = await diagnose(db);
  const text = lines.join('\n');
  expect(text).toContain('Máy chủ: https://danhgia.example.vn');
  expect(text).toContain('Đăng ký: có');
  expect(text).toContain('Trang: https://motcua.example.vn chưa được phép');
  expect(text).toContain('Đang lưu: 1 hồ sơ, 0 phiếu tự chấm, 0 việc chưa gửi');
  expect(text).toContain('Tỉnh thiết lập: language');
  expect(text).toContain('Mục không dùng được: look:');
  expect(text).not.toMatch(/H99|CB-|Bình|bi-mat|mau\.A1/);
});

it('shows everything that is stored, without the key and the session', async () => {
  const slip = { code: 'H99.01-261110-0042', url: 'https://danhgia.example.vn/k/x', expires: '2027-01-25' };
  await settings.setSession('slip', slip);
  await settings.keep('summarised', '2026-11-26');
  const content = await storedContent(db);
  const text = JSON.stringify(content);
  expect(text).toContain('H99.01-261110-0042');
  expect(text).toContain('Sở A');
  expect(content.settings).toMatchObject({ summarised: '2026-11-26', session: { slip } });
  expect(text).not.toContain('bi-mat');
});

it('every place that is written to is shown', async () => {
  const { device, session, ...shown } = (await storedContent(db)).settings as Record<string, object>;
  const source = readFileSync('extension/background/settings.ts', 'utf8');
  const keysOf = (name: string) =>
    [...(source.split(`interface ${name} {`)[1]?.split('\n}')[0] ?? '').matchAll(/^ {2}(\w+):/gm)].map(
      ([, key]) => key,
    );
  expect(
    keysOf('Kept')
      .filter((key) => key !== 'device')
      .sort(),
  ).toEqual(Object.keys(shown).sort());
  expect(keysOf('Session').sort()).toEqual(Object.keys(session ?? {}).sort());
  expect(device).toBeTruthy();
});

const seenOn = async (now: string) => (await seenToday(db, now)).map(({ code }) => code);

it('what was seen while the clock was ahead is of no other day, and counts as seen now at the next start', async () => {
  await rememberReadings(db, [readingOf({ code: 'H99.01-261110-0043' })], '2030-01-01T09:00');
  expect(await seenOn('2026-11-26T10:00')).toEqual(['H99.01-261110-0042']);
  expect((await seenOnLastDay(db, '2026-11-27T07:45')).map(({ code }) => code)).toEqual(['H99.01-261110-0042']);
  await forgetOld(db, '2026-11-27T08:00');
  expect(await seenOn('2026-11-27T08:00')).toEqual(['H99.01-261110-0043']);
});

it('after 90 days unseen a dossier is forgotten, and its score with it once the server has that', async () => {
  const score = (code: string, state: ScoreRecord['state']): ScoreRecord => ({
    ...{ code, id: `mau.${code}`, officer: 'CB-0117', officerLabel: 'Quầy 1', at: '2026-11-26T10:02' },
    ...{ shown: 20, own: 20, state, problem: null, conflict: false },
  });
  await rememberReadings(db, [readingOf({ code: 'H99.01-261110-0043' })], '2027-02-24T10:00');
  const tx = writing(db);
  await tx.objectStore('scores').put(score('H99.01-261110-0042', 'sent'));
  await tx.objectStore('scores').put(score('H99.01-261110-0043', 'sent'));
  await tx.objectStore('scores').put(score('H99.01-261110-0044', 'queued'));
  await tx.done;
  await forgetOld(db, '2027-02-24T10:00');
  expect(await db.count('scores')).toBe(3);
  await forgetOld(db, '2027-02-25T10:00');
  expect(await db.getAllKeys('dossiers')).toEqual(['H99.01-261110-0043']);
  expect(await db.getAllKeys('scores')).toEqual(['H99.01-261110-0043', 'H99.01-261110-0044']);
});
