import 'fake-indexeddb/auto';
import '../fake-browser.ts';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { answerPanel } from '../../../extension/background/answer-panel.ts';
import { confirmScore } from '../../../extension/background/confirm-score.ts';
import { rememberReadings } from '../../../extension/background/dossiers.ts';
import { queueReadings } from '../../../extension/background/queue-readings.ts';
import { forgetStandings, keepStanding, standingScores } from '../../../extension/background/standing-scores.ts';
import { transmit } from '../../../extension/background/transmit.ts';
import { unscored } from '../../../extension/background/unscored.ts';
import { NOW } from '../../server/test-server.ts';
import { type AtWork, atWork } from '../at-work.ts';
import { finishedOf } from '../reading.ts';

const CODE = 'H99.01-261102-0001';
const DONE = finishedOf(CODE);
/** As if from another computer: the record of this one is taken away. */
async function scoredElsewhere(): Promise<void> {
  await confirmScore(work.db, CODE, { 1: { shown: 10, points: 10 } }, 30);
  await transmit(work.db, true);
  await work.db.delete('scores', CODE);
}

let work: AtWork;
beforeEach(async () => {
  vi.useFakeTimers({ now: NOW, toFake: ['Date'] });
  forgetStandings();
  work = await atWork();
  await queueReadings(work.db, await rememberReadings(work.db, [DONE], '2026-11-10T09:00'), Date.now());
  await transmit(work.db, true);
});
afterEach(async () => {
  vi.useRealTimers();
  await work.close();
});

const ask = async (later = 0) => {
  const answer = await standingScores([CODE], Date.now() + later);
  return answer.ok ? answer.value[0] : answer.message;
};

it('is asked before anything is typed, and once a minute', async () => {
  expect(await ask()).toEqual({ dossier: CODE, takes: 'open', score: null });
  await work.reach(false);
  expect(await ask(59_000)).toMatchObject({ takes: 'open' });
  expect(await ask(60_000)).toContain('Không kết nối được máy chủ');
  await work.reach(true);
  expect(await ask(60_000)).toMatchObject({ takes: 'open' });
});

it('what one officer was told is not told to the next', async () => {
  await scoredElsewhere();
  await work.another();
  await work.reach(false);
  expect(await ask()).toContain('Không kết nối được máy chủ');
  await work.reach(true);
  expect(await ask()).toMatchObject({ score: { officer: 'CB-01', values: { 1: { shown: 10, points: 10 } } } });
});

it('is asked anew after a score went out', async () => {
  await ask();
  await scoredElsewhere();
  expect(await ask()).toMatchObject({ score: { officer: 'CB-01' } });
});

it('an answer that was under way when a score went out is not kept', async () => {
  const underWay = ask();
  forgetStandings();
  expect(await underWay).toMatchObject({ score: null });
  await work.reach(false);
  expect(await ask()).toContain('Không kết nối được máy chủ');
});

it('the officer lets it stand: the dossier counts as scored here, by whoever scored it, and nothing is sent', async () => {
  await scoredElsewhere();
  await work.another();
  expect(await answerPanel(work.db, { type: 'panel.keepStanding', code: CODE })).toEqual({ ok: true });
  expect(await work.db.getAll('scores')).toMatchObject([
    { code: CODE, officer: 'CB-01', at: '2026-11-10T09:00', shown: 10, own: 10, state: 'sent' },
  ]);
  expect([await unscored(work.db, 'CB-07'), await work.db.count('queue')]).toEqual([[], 0]);
});

it('a score of this computer that waits, or was refused, gives way to the one that is kept', async () => {
  await scoredElsewhere();
  await work.another();
  await work.reach(false);
  await confirmScore(work.db, CODE, { 1: { shown: 10, points: 10 } }, 30);
  await work.reach(true);
  await keepStanding(work.db, CODE, Date.now());
  expect([await work.db.count('queue'), await work.db.getAll('scores')]).toMatchObject([0, [{ officer: 'CB-01' }]]);
});

it('with nothing to keep, or none to ask, nothing changes', async () => {
  expect(await keepStanding(work.db, CODE, Date.now())).toEqual({ ok: true });
  await work.reach(false);
  expect(await keepStanding(work.db, CODE, Date.now() + 60_000)).toMatchObject({ ok: false });
  expect(await work.db.count('scores')).toBe(0);
});
