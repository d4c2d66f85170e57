import 'fake-indexeddb/auto';
import '../fake-browser.ts';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { type Database, openDatabase } from '../../../extension/background/database.ts';
import { rememberReadings } from '../../../extension/background/dossiers.ts';
import { enrol } from '../../../extension/background/enrol.ts';
import { recordLetter } from '../../../extension/background/letters.ts';
import { queueReadings } from '../../../extension/background/queue-readings.ts';
import { settings } from '../../../extension/background/settings.ts';
import { transmit } from '../../../extension/background/transmit.ts';
import { type Listening, listen } from '../../../server/listen.ts';
import { type TestServer, testServer } from '../../server/test-server.ts';
import { readingOf } from '../reading.ts';

const CODE = 'H99.01-261102-0007';
/** 11/11/2026 09:30, a Wednesday: the promised date of 9/11 has passed. */
const NOW = new Date('2026-11-11T02:30:00Z');
const READING = readingOf({ code: CODE, received: '2026-11-02T08:15', promised: '2026-11-09T17:00' });

let server: TestServer;
let listening: Listening;
let db: Database;

const record = (promised = '2026-11-16T17:00', made = NOW.getTime()) =>
  recordLetter(db, CODE, promised, 'coordination', made);
const letters = async () => (await db.get('dossiers', CODE))?.reading.letters;
const onServer = () =>
  server.db.all("select dossier, sent, promised, reason from apology_letters where tenant = 'mau'");

beforeEach(async () => {
  vi.useFakeTimers({ now: NOW, toFake: ['Date'] });
  fakeBrowser.reset();
  server = await testServer();
  server.clock.now = NOW;
  listening = await listen(server.app, { host: '127.0.0.1', port: 0, baseUrl: null });
  db = await openDatabase('letters');
  await settings.keep('consent', '2026-11-10T09:00');
  const asked = { unit: 'so-a', label: 'Quầy 1' };
  const { body } = await server.request<{ code: string }>(
    'POST',
    '/v1/enrolments',
    asked,
    server.credentials.mau['province-admin'],
  );
  await enrol(db, listening.url, body.code, 'Máy quầy 1');
  const stored = await rememberReadings(db, [READING], '2026-11-11T09:00', null);
  await queueReadings(db, stored, NOW.getTime() - 60_000);
});
afterEach(async () => {
  await Promise.all((['dossiers', 'queue', 'scores'] as const).map((store) => db.clear(store)));
  db.close();
  await listening.close();
  await server.close();
  vi.useRealTimers();
});

it('is on the disk before it is said to be recorded, and on the server once, after its dossier', async () => {
  expect(await record()).toEqual({ ok: true });
  expect(await letters()).toEqual([
    { sent: '2026-11-11T09:30', promised: '2026-11-16T17:00', state: 'queued', problem: null },
  ]);
  await transmit(db, true);
  expect(await onServer()).toEqual([
    { dossier: CODE, sent: '2026-11-11T09:30', promised: '2026-11-16T17:00', reason: 'coordination' },
  ]);
  expect(await letters()).toMatchObject([{ state: 'sent', problem: null }]);
  expect(await db.count('queue')).toBe(0);
  await transmit(db, true);
  expect(await onServer()).toHaveLength(1);
});

it('its new date is among those of the dossier, told by the letter alone', async () => {
  await record();
  await transmit(db, true);
  const [row] = await server.db.all<{ reappointed: string }>(
    "select reappointed from dossiers where tenant = 'mau' and code = ?",
    [CODE],
  );
  expect(JSON.parse(row?.reappointed ?? '')).toEqual(['2026-11-16T17:00']);
  // The list is read again: nothing of the letter goes with the dossier.
  const stored = await rememberReadings(db, [READING], '2026-11-11T09:40', null);
  expect(await queueReadings(db, stored, NOW.getTime())).toBe(0);
});

it('a later reading of the page leaves it in place', async () => {
  await record();
  await rememberReadings(db, [READING], '2026-11-11T09:40', null);
  expect(await letters()).toHaveLength(1);
});

it.each([
  ['a day off', '2026-11-14T09:00', '14/11/2026 cơ quan không làm việc'],
  ['a moment gone by', '2026-11-10T17:00', 'phải sau lúc này'],
])('a new date on %s is not recorded', async (_what, promised, sentence) => {
  expect(await record(promised)).toEqual({ ok: false, message: expect.stringContaining(sentence) });
  expect([await letters(), await onServer()]).toEqual([undefined, []]);
});

it('a second one is refused by the rule, here and before anything is sent', async () => {
  await record();
  expect(await record('2026-11-18T17:00', NOW.getTime() + 120_000)).toEqual({
    ok: false,
    message: 'Hồ sơ đã hẹn lại một lần. Quy định không cho hẹn lại lần thứ hai (khoản 6 Điều 19 NĐ 118/2025/NĐ-CP).',
  });
  expect(await letters()).toHaveLength(1);
});

it('the same minute twice is one letter', async () => {
  await record();
  expect(await record()).toMatchObject({ ok: false, message: expect.stringContaining('đã được ghi') });
});

it('a letter of a dossier the server does not know is refused with its words; then another may be recorded', async () => {
  await db.clear('queue');
  await record();
  await transmit(db, true);
  expect(await letters()).toMatchObject([{ state: 'refused', problem: expect.stringContaining(CODE) }]);
  expect(await record('2026-11-18T17:00', NOW.getTime() + 120_000)).toEqual({ ok: true });
});

it('a computer whose clock is ahead keeps its letter until the minute has come', async () => {
  server.clock.now = new Date(NOW.getTime() - 180_000);
  await record();
  await transmit(db, true);
  expect([await onServer(), await letters()]).toEqual([[], [expect.objectContaining({ state: 'queued' })]]);
  server.clock.now = NOW;
  vi.setSystemTime(NOW.getTime() + 3_600_000);
  await transmit(db, true);
  expect([(await onServer()).length, await letters()]).toEqual([1, [expect.objectContaining({ state: 'sent' })]]);
});

it('without enrolment or consent nothing is recorded', async () => {
  await settings.keep('consent', null);
  expect(await record()).toMatchObject({ ok: false, message: expect.stringContaining('chưa đồng ý gửi') });
  await settings.keep('device', null);
  expect(await record()).toMatchObject({ ok: false, message: expect.stringContaining('chưa đăng ký') });
  expect(await letters()).toBeUndefined();
});

it('the device may record letters of its own unit and of no other', async () => {
  await transmit(db, true);
  await record();
  const other = { ...READING, code: 'H99.02-261102-0001' };
  const { steps: _s, source: _o, dateOnly: _d, hostVerdict: _h, status: _t, procedureName: _p, ...facts } = other;
  const body = { ...facts, unit: 'so-b', officer: null, channel: null, pauses: [], limitDays: null };
  await server.request('POST', '/v1/dossiers', [body], server.credentials.mau['province-admin']);
  const letter = { dossier: other.code, sent: '2026-11-11T09:00', promised: '2026-11-16T17:00', reason: 'other' };
  const key = (await settings.kept('device'))?.key;
  const answer = await server.request<{ outcomes: { outcome: string; status?: number }[] }>(
    'POST',
    '/v1/apologies',
    [letter],
    {
      authorization: `Bearer ${key}`,
    },
  );
  expect(answer.body.outcomes).toMatchObject([{ outcome: 'refused', status: 403 }]);
  expect(
    (await server.request('GET', `/v1/apologies?dossier=${CODE}`, undefined, { authorization: `Bearer ${key}` }))
      .status,
  ).toBe(403);
});
