import 'fake-indexeddb/auto';
import '../fake-browser.ts';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { confirmBatch, confirmScore } from '../../../extension/background/confirm-score.ts';
import { rememberReadings } from '../../../extension/background/dossiers.ts';
import { queueReadings } from '../../../extension/background/queue-readings.ts';
import { discardRefused, refusedItems, retryRefused } from '../../../extension/background/refused-items.ts';
import { settings } from '../../../extension/background/settings.ts';
import { transmit } from '../../../extension/background/transmit.ts';
import { undoBatch } from '../../../extension/background/undo-batch.ts';
import { unscored } from '../../../extension/background/unscored.ts';
import type { ScoreValues } from '../../../extension/messages.ts';
import { standingSelfScores } from '../../../server/store/self-scores.ts';
import { NOW } from '../../server/test-server.ts';
import { type AtWork, atWork } from '../at-work.ts';
import { finishedOf } from '../reading.ts';

const CODES = ['H99.01-261102-0001', 'H99.01-261102-0002', 'H99.01-261102-0003'];
const VALUES: ScoreValues = { 1: { shown: 10, points: 10 }, 7: { shown: null, points: null } };
/** Seconds the list was looked at. */
const UNHURRIED = 600;
const READINGS = CODES.map((code, i) => finishedOf(code, `2026-11-06T1${i}:00`));

let work: AtWork;
beforeEach(async () => {
  vi.useFakeTimers({ now: NOW, toFake: ['Date'] });
  work = await atWork();
  await queueReadings(work.db, await rememberReadings(work.db, READINGS, '2026-11-10T09:00'), Date.now());
});
afterEach(async () => {
  vi.useRealTimers();
  await work.close();
});

const batchOf = (codes: readonly string[]) => codes.map((code) => ({ code, values: VALUES }));
const standing = async () => [...(await standingSelfScores(work.server.db, 'mau', CODES)).keys()].sort();
const records = async () => (await work.db.getAll('scores')).map(({ code, state }) => [code, state]);
const listed = async (officer: string | null = 'CB-01') => (await unscored(work.db, officer)).map(({ code }) => code);
const batchId = async () => (await work.db.getAll('scores'))[0]?.batch ?? 0;

it('what has a result and no self-score is found, the newest first, and confirmed together once', async () => {
  expect(await listed()).toEqual([...CODES].reverse());
  expect(await confirmBatch(work.db, batchOf(CODES), UNHURRIED)).toEqual({ ok: true });
  // A second press before the list came back.
  expect(await confirmBatch(work.db, batchOf(CODES), UNHURRIED)).toEqual({ ok: true });
  expect(await listed()).toEqual([]);
  await transmit(work.db, true);
  expect(await standing()).toEqual(CODES);
  expect(await work.server.db.all('select max(revision) as n from self_scores')).toEqual([{ n: 1 }]);
  expect(await records()).toEqual(CODES.map((code) => [code, 'sent']));
});

it('a changed value is in no batch, whatever a page asks', async () => {
  const note = 'Chờ ý kiến của đơn vị phối hợp.';
  const changed: ScoreValues = { 1: { shown: 10, points: 20, note, evidence: 'Công văn 12' } };
  const reply = await confirmBatch(
    work.db,
    [...batchOf(CODES.slice(0, 1)), { code: CODES[1] ?? '', values: changed }],
    UNHURRIED,
  );
  expect(reply).toMatchObject({ ok: false, message: expect.stringContaining('không xác nhận cả đợt được') });
  expect(await work.db.count('scores')).toBe(0);
  expect(await confirmScore(work.db, CODES[1] ?? '', { 1: { shown: 10, points: 20, note } }, 30)).toMatchObject({
    ok: false,
    message: expect.stringContaining('Ghi minh chứng'),
  });
  expect(await confirmScore(work.db, CODES[1] ?? '', changed, 30)).toEqual({ ok: true });
});

it('undone before it was sent it leaves the queue and the server never hears of it', async () => {
  await work.reach(false);
  await confirmBatch(work.db, batchOf(CODES), UNHURRIED);
  expect(await undoBatch(work.db, await batchId(), Date.now())).toEqual({ ok: true });
  expect(await records()).toEqual([]);
  expect((await work.db.getAll('queue')).map(({ kind }) => kind)).toEqual(['dossier', 'dossier', 'dossier']);
  await work.reach(true);
  await transmit(work.db, true);
  expect(await work.server.db.all('select * from self_scores')).toEqual([]);
  expect(await listed()).toHaveLength(3);
});

it('undone after it was sent it is taken back on the server, also what may only have arrived', async () => {
  await confirmBatch(work.db, batchOf(CODES.slice(0, 2)), UNHURRIED);
  await transmit(work.db, true);
  expect(await standing()).toEqual(CODES.slice(0, 2));
  await work.reach(false);
  await undoBatch(work.db, await batchId(), Date.now());
  await transmit(work.db, true);
  expect(await records()).toEqual(CODES.slice(0, 2).map((code) => [code, 'withdrawing']));
  await work.reach(true);
  await transmit(work.db, true);
  expect(await standing()).toEqual([]);
  expect(await records()).toEqual([]);
  expect(await work.db.count('queue')).toBe(0);
  // Tried without an answer: the server is asked all the same, and has nothing to take back.
  await work.reach(false);
  await confirmBatch(work.db, batchOf(CODES.slice(2)), UNHURRIED);
  await transmit(work.db, true);
  await undoBatch(work.db, await batchId(), Date.now());
  expect((await work.db.getAll('queue')).map(({ kind }) => kind)).toEqual(['withdrawal']);
  await work.reach(true);
  await transmit(work.db, true);
  expect([await work.db.count('queue'), await records()]).toEqual([0, []]);
});

it('is undone for ten minutes, by whoever confirmed it', async () => {
  await confirmBatch(work.db, batchOf(CODES), UNHURRIED);
  const batch = await batchId();
  await work.another();
  expect(await undoBatch(work.db, batch, Date.now())).toMatchObject({
    ok: false,
    message: expect.stringContaining('Chỉ người đã xác nhận'),
  });
  await work.again();
  expect(await undoBatch(work.db, batch, batch + 600_001)).toMatchObject({
    ok: false,
    message: expect.stringContaining('Đã quá 10 phút'),
  });
  expect(await undoBatch(work.db, batch, batch + 600_000)).toEqual({ ok: true });
});

it('what another officer looked at on the same computer is that officer’s', async () => {
  await rememberReadings(work.db, READINGS.slice(0, 1), '2026-11-10T09:30', 'CB-07');
  expect(await listed('CB-01')).toEqual([CODES[2], CODES[1]]);
  expect(await listed('CB-07')).toHaveLength(3);
});

it('what was queued keeps its author when another officer takes over', async () => {
  await work.reach(false);
  await confirmBatch(work.db, batchOf(CODES.slice(0, 1)), UNHURRIED);
  await work.reach(true);
  await work.another();
  await confirmBatch(work.db, batchOf(CODES.slice(1, 2)), UNHURRIED);
  await transmit(work.db, true);
  expect(await work.server.db.all('select dossier, officer from self_scores order by dossier')).toEqual([
    { dossier: CODES[0], officer: 'CB-01' },
    { dossier: CODES[1], officer: 'CB-07' },
  ]);
});

it('a conflict is told with the other’s name, sent again or put away, and comes into no batch again', async () => {
  const [code = ''] = CODES;
  await confirmBatch(work.db, batchOf([code]), UNHURRIED);
  await transmit(work.db, true);
  await work.db.clear('scores');
  await work.another();
  await confirmBatch(work.db, batchOf([code]), UNHURRIED);
  await transmit(work.db, true);
  const [refused] = refusedItems(await work.db.getAll('queue'));
  expect(refused).toMatchObject({ kind: 'selfScore', code, officerLabel: 'Quầy 7' });
  expect(refused?.problem).toMatch(/^CB-01 đã chấm hồ sơ này lúc /);
  expect(await work.db.get('scores', code)).toMatchObject({ state: 'refused', conflict: true });
  await retryRefused(work.db, refused?.id ?? '');
  expect(await records()).toEqual([[code, 'queued']]);
  await transmit(work.db, true);
  expect(refusedItems(await work.db.getAll('queue'))).toHaveLength(1);
  await discardRefused(work.db, refused?.id ?? '');
  expect(await work.db.count('queue')).toBe(0);
  expect(await records()).toEqual([[code, 'refused']]);
  expect(await listed('CB-07')).not.toContain(code);
});

it('a batch replaces nothing the officer confirmed on another computer', async () => {
  const [code = ''] = CODES;
  const note = 'Chờ ý kiến của đơn vị phối hợp.';
  await confirmScore(work.db, code, { 1: { shown: 10, points: 20, note, evidence: 'Công văn 12' } }, 30);
  await transmit(work.db, true);
  await work.db.clear('scores');
  await confirmBatch(work.db, batchOf([code]), UNHURRIED);
  await transmit(work.db, true);
  expect(refusedItems(await work.db.getAll('queue'))[0]?.problem).toMatch(/trên máy khác nên điểm đó giữ nguyên/);
  const [stored] = (await standingSelfScores(work.server.db, 'mau', [code])).values();
  expect(stored?.values['1']?.points).toBe(20);
});

it('a session that ended takes nothing away: the officer gives the PIN again', async () => {
  const person = await settings.session('person');
  await settings.setSession('person', person && { ...person, expires: '2026-11-10T01:00:00Z' });
  expect(await confirmBatch(work.db, batchOf(CODES), UNHURRIED)).toEqual({
    ok: false,
    message: 'Phiên làm việc đã hết. Bấm Đổi người và nhập lại mã PIN; nội dung đang nhập vẫn còn.',
  });
});

it('a dossier that was read and not queued before the browser ended goes ahead of what is said of it', async () => {
  const cut = READINGS.map((reading, i) => ({ ...reading, code: `H99.01-261102-001${i}` }));
  const codes = cut.map(({ code }) => code);
  await rememberReadings(work.db, cut, '2026-11-10T09:00');
  expect(await confirmBatch(work.db, batchOf(codes.slice(1)), UNHURRIED)).toEqual({ ok: true });
  expect(await confirmScore(work.db, codes[0] ?? '', VALUES, 30)).toEqual({ ok: true });
  await transmit(work.db, true);
  expect([...(await standingSelfScores(work.server.db, 'mau', codes)).keys()].sort()).toEqual(codes);
});

it('how long was looked goes with each score, shared among those of one list', async () => {
  const [first = '', ...rest] = CODES;
  // 90 seconds over two dossiers are 45 each; a dossier alone was seen for 7,36 seconds, told to a tenth.
  await confirmBatch(work.db, batchOf(rest), 90);
  await confirmScore(work.db, first, VALUES, 7.36);
  await transmit(work.db, true);
  const looked = async () =>
    (await work.server.db.all<{ looked: number | null }>('select looked from self_scores order by dossier')).map(
      (row) => row.looked,
    );
  expect(await looked()).toEqual([7.4, 45, 45]);
  // Taken back, what stood before would stand again, which nobody looked at for so long.
  await undoBatch(work.db, (await work.db.get('scores', CODES[1] ?? ''))?.batch ?? 0, Date.now());
  await transmit(work.db, true);
  expect(await looked()).toEqual([7.4, 45, null, 45, null]);
});

it('who has not agreed to the text that names it sends his scores without it', async () => {
  await settings.keep('consent', { version: 2, at: '2026-11-10T09:00' });
  await confirmBatch(work.db, batchOf(CODES), 90);
  await transmit(work.db, true);
  expect(await standing()).toEqual(CODES);
  expect(await work.server.db.all('select distinct looked from self_scores')).toEqual([{ looked: null }]);
});
