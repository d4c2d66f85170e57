import 'fake-indexeddb/auto';
import '../fake-browser.ts';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { answerPanel } from '../../../extension/background/answer-panel.ts';
import { confirmBatch } from '../../../extension/background/confirm-score.ts';
import { rememberReadings } from '../../../extension/background/dossiers.ts';
import { queueReadings } from '../../../extension/background/queue-readings.ts';
import { answerSecondLook, noteOpened } from '../../../extension/background/second-look.ts';
import { settings } from '../../../extension/background/settings.ts';
import { transmit } from '../../../extension/background/transmit.ts';
import type { ScoreValues } from '../../../extension/messages.ts';
import { NOW } from '../../server/test-server.ts';
import { type AtWork, atWork } from '../at-work.ts';
import { finishedOf } from '../reading.ts';

const CODES = Array.from({ length: 21 }, (_, i) => `H99.01-261102-${String(i).padStart(4, '0')}`);
const VALUES: ScoreValues = { 1: { shown: 10, points: 10 } };
const READINGS = CODES.map((code) => finishedOf(code));

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

const confirm = (codes: readonly string[], seconds: number) =>
  confirmBatch(
    work.db,
    codes.map((code) => ({ code, values: VALUES })),
    seconds,
  );
const offer = () => settings.session('secondLook');
const waiting = async () =>
  (await work.db.getAll('queue')).flatMap((item) => (item.kind === 'secondLook' ? [item.body] : []));
const onServer = async () => {
  await transmit(work.db, true);
  return work.server.db.all('select officer, confirmed, seconds, answer, opened from second_looks');
};

it('a batch nobody can have read is offered for a second look, and that it was is on the server though nobody answers', async () => {
  await confirm(CODES, 11.6);
  expect(await offer()).toMatchObject({ officer: 'CB-01', confirmed: 21, seconds: 12, answer: 'none' });
  expect(await onServer()).toEqual([{ officer: 'CB-01', confirmed: 21, seconds: 12, answer: 'none', opened: 0 }]);
  expect(await work.db.count('queue')).toBe(0);
});

it('few, or slowly, is no matter; a second press makes no second offer', async () => {
  await confirm(CODES.slice(0, 20), 5);
  expect(await offer()).toBeNull();
  await confirm(CODES, 5);
  expect([await offer(), await waiting()]).toEqual([null, []]);
});

it('what was done is sent once more under the same id: asked for three, opened two of them', async () => {
  await confirm(CODES, 12);
  await transmit(work.db, true);
  await answerSecondLook(work.db, 'looked', Date.now() + 1);
  const picked = (await offer())?.picked ?? [];
  expect(new Set(picked).size).toBe(3);
  // Opening the score of a dossier is how a look is noticed; the same one twice, or one outside the sample, is no more.
  for (const code of [picked[0], picked[0], picked[1], CODES.find((each) => !picked.includes(each))])
    await answerPanel(work.db, { type: 'panel.select', code: code ?? '', view: 'score' });
  await answerSecondLook(work.db, 'kept', Date.now() + 2);
  expect(await onServer()).toEqual([{ officer: 'CB-01', confirmed: 21, seconds: 12, answer: 'looked', opened: 2 }]);
});

it('without a network one item waits, the newest; no dossier is named in it', async () => {
  await work.reach(false);
  await confirm(CODES, 12);
  await answerSecondLook(work.db, 'kept', Date.now() + 1);
  expect(await waiting()).toEqual([
    { id: expect.stringMatching(/^mau\./), confirmed: 21, seconds: 12, answer: 'kept', opened: 0 },
  ]);
  await work.reach(true);
  expect(await onServer()).toEqual([{ officer: 'CB-01', confirmed: 21, seconds: 12, answer: 'kept', opened: 0 }]);
});

it('whoever sits down next has no part in it', async () => {
  await confirm(CODES, 12);
  const before = await offer();
  await work.another();
  expect(await offer()).toBeNull();
  await settings.setSession('secondLook', before);
  await answerSecondLook(work.db, 'kept', Date.now() + 1);
  await noteOpened(work.db, CODES[0] ?? '', Date.now() + 2);
  expect(await onServer()).toMatchObject([{ officer: 'CB-01', answer: 'none', opened: 0 }]);
});
