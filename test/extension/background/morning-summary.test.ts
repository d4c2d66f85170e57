import 'fake-indexeddb/auto';
import '../fake-browser.ts';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { setAlarms } from '../../../extension/background/alarms.ts';
import { configure } from '../../../extension/background/configure.ts';
import { type Database, openDatabase } from '../../../extension/background/database.ts';
import { rememberReadings } from '../../../extension/background/dossiers.ts';
import { sayMorningSummary } from '../../../extension/background/morning-summary.ts';
import { settings } from '../../../extension/background/settings.ts';
import { speak } from '../../../extension/language.ts';
import { readingOf } from '../reading.ts';

let db: Database;
let opened = 0;
const said: string[] = [];

/** Office time in Hanoi. */
const at = (time: string): void => void vi.setSystemTime(new Date(`${time}:00+07:00`));
const morningAlarm = async (): Promise<string | null> => {
  const alarm = await fakeBrowser.alarms.get('morning');
  return alarm ? new Date(alarm.scheduledTime).toISOString() : null;
};

beforeEach(async () => {
  fakeBrowser.reset();
  said.length = 0;
  Object.assign(fakeBrowser, {
    notifications: { create: async (_id: string, { message }: { message: string }) => void said.push(message) },
  });
  vi.useFakeTimers({ now: new Date('2026-11-26T07:45:00+07:00'), toFake: ['Date'] });
  opened += 1;
  db = await openDatabase(`morning-${opened}`);
  await rememberReadings(
    db,
    [
      readingOf({ code: 'H99.01-261110-0001', promised: '2026-11-24T17:00' }),
      readingOf({ code: 'H99.01-261110-0002', promised: '2026-11-26T17:00' }),
      readingOf({ code: 'H99.01-261110-0003', promised: '2026-12-04T17:00' }),
      readingOf({
        code: 'H99.01-261110-0004',
        promised: '2026-11-20T17:00',
        state: 'returned',
        returned: '2026-11-20T10:00',
      }),
    ],
    '2026-11-25T16:40',
  );
  // Seen a day earlier than the rest and perhaps handed over since: not counted.
  await rememberReadings(
    db,
    [readingOf({ code: 'H99.01-261101-0009', promised: '2026-11-10T17:00' })],
    '2026-11-24T09:00',
  );
});
afterEach(() => {
  db.close();
  vi.useRealTimers();
  speak('vi');
});

it('says once a day what is due, from the list read last, and from which list', async () => {
  await configure({ reminders: { morning: true } });
  await sayMorningSummary(db);
  await sayMorningSummary(db);
  expect(said).toEqual(['Hôm nay: 1 quá hạn, 1 đến hạn, 1 cần xin lỗi. Theo danh sách đọc lúc 16:40 ngày 25/11/2026.']);
  at('2026-11-27T07:45');
  await sayMorningSummary(db);
  expect(said).toHaveLength(2);
});

it('says it in English to whoever chose English', async () => {
  await configure({ language: 'en', reminders: { morning: true } });
  await sayMorningSummary(db);
  expect(said[0]).toMatch(/^Today: 1 overdue, 1 due, 1 owe an apology\./);
});

it.each([
  ['while it is off', '2026-11-26T07:45', false],
  ['in quiet hours', '2026-11-26T17:30', true],
  ['on a Saturday', '2026-11-28T07:45', true],
])('says nothing %s', async (_when, time, morning) => {
  await configure({ reminders: { morning } });
  at(time);
  await sayMorningSummary(db);
  expect(said).toEqual([]);
});

it('says nothing where the browser does not allow notices, and says it once it does', async () => {
  await configure({ reminders: { morning: true } });
  const { notifications } = fakeBrowser;
  Object.assign(fakeBrowser, { notifications: undefined });
  await sayMorningSummary(db);
  expect(await settings.kept('summarised')).toBeNull();
  Object.assign(fakeBrowser, { notifications });
  await sayMorningSummary(db);
  expect(said).toHaveLength(1);
});

it('of a list read more than a week ago it says only that it is old', async () => {
  await configure({ reminders: { morning: true } });
  at('2026-12-03T07:45');
  await sayMorningSummary(db);
  expect(said).toEqual(['Danh sách đọc lần cuối lúc 16:40 ngày 25/11/2026, đã cũ. Mở trang một cửa để đọc lại.']);
});

it('makes the alarms that are missing, each time the worker starts, and moves the one whose time was changed', async () => {
  await setAlarms();
  expect((await fakeBrowser.alarms.getAll()).map(({ name }) => name)).toEqual(['tick']);
  await configure({ reminders: { morning: true } });
  // 07:45 of today is now: the next one is tomorrow's.
  expect(await morningAlarm()).toBe('2026-11-27T00:45:00.000Z');
  await fakeBrowser.alarms.clearAll();
  await setAlarms();
  expect(await morningAlarm()).toBe('2026-11-27T00:45:00.000Z');
  expect(await fakeBrowser.alarms.get('tick')).toMatchObject({ periodInMinutes: 10 });
  await configure({ reminders: { at: '08:30' } });
  expect(await morningAlarm()).toBe('2026-11-26T01:30:00.000Z');
  await configure({ reminders: { morning: false } });
  expect(await morningAlarm()).toBeNull();
});
