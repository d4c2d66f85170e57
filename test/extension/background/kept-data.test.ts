import 'fake-indexeddb/auto';
import '../fake-browser.ts';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { type Database, openDatabase } from '../../../extension/background/database.ts';
import { diagnose } from '../../../extension/background/diagnose.ts';
import { rememberReadings } from '../../../extension/background/dossiers.ts';
import { settings } from '../../../extension/background/settings.ts';
import { storedContent } from '../../../extension/background/stored-content.ts';
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
  const text = JSON.stringify(await storedContent(db));
  expect(text).toContain('H99.01-261110-0042');
  expect(text).toContain('Sở A');
  expect(text).not.toContain('bi-mat');
});
