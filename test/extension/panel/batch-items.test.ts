import { afterEach, expect, it } from 'vitest';
import type { Standing } from '#wire/standing-score.ts';
import type { Drafts } from '../../../extension/features/score-entries.ts';
import { switchFeatures } from '../../../extension/features/switches.ts';
import type { KnownReading, SeenPromise } from '../../../extension/known-reading.ts';
import { UNSETTLED } from '../../../extension/office-rules.ts';
import { batchItems, unlookedAt } from '../../../extension/panel/batch-items.ts';
import { readingOf } from '../reading.ts';

const CODE = 'H99.01-261110-0042';
const NOW = '2026-11-26T10:00';
/** Promised 23/11 17:00, result 20/11: before the day, so 2 points on indicator 1 (Điều 13 TT 01/2018). */
const DONE = readingOf({ state: 'returned', ready: '2026-11-20T10:00', returned: '2026-11-20T14:00' });

const itemOf = (part: Partial<KnownReading>, drafts: Drafts = {}) => {
  const [item] = batchItems([{ ...DONE, ...part }], drafts, UNSETTLED, NOW);
  if (!item) throw new Error('no item');
  return item;
};
const reasons = (part: Partial<KnownReading>, drafts: Drafts = {}) => itemOf(part, drafts).reasons;
const promise = (date: string, first: string, last: string): SeenPromise => ({
  ...{ date, first, last, dayOnly: false, afterWait: false },
});

afterEach(() => switchFeatures({}));

it('a dossier without a remark is confirmed as the system filled it in; missing stays missing', () => {
  const item = itemOf({});
  expect(item.reasons).toEqual([]);
  expect(item.values).toMatchObject({ 1: { shown: 20, points: 20 }, 7: { shown: null, points: null } });
});

it('a changed value is an exception, also once its reason and evidence are there', () => {
  const draft = (note: string, evidence: string): Drafts => ({ [CODE]: { 1: { points: 10, note, evidence } } });
  expect(reasons({}, draft('', ''))).toEqual(['lacks']);
  expect(reasons({}, draft('Ngày có kết quả nhập muộn', ''))).toEqual(['lacks']);
  expect(reasons({}, draft('Ngày có kết quả nhập muộn', 'Sổ 12'))).toEqual(['changed']);
  // Put back as it was: nothing is changed any more.
  expect(reasons({}, { [CODE]: { 1: { points: 20, note: 'đã ghi thử', evidence: '' } } })).toEqual([]);
});

it('a promised date moved after it had passed is an exception, one moved in time is none', () => {
  const [old, next] = ['2026-11-18T17:00', '2026-11-23T17:00'];
  const late = [promise(old, '2026-11-10T09:00', '2026-11-19T09:00'), promise(next, '2026-11-19T15:00', NOW)];
  expect(reasons({ promises: late })).toContain('moved');
  const early = [promise(old, '2026-11-10T09:00', '2026-11-12T09:00'), promise(next, '2026-11-12T15:00', NOW)];
  expect(reasons({ promises: early })).not.toContain('moved');
});

it('a second supplement is an exception, one is none', () => {
  expect(reasons({ supplements: 1 })).toEqual([]);
  expect(reasons({ supplements: 2 })).toEqual(['supplement']);
});

it('a feature that is off makes no exception; what the score itself lacks stays one', () => {
  expect(unlookedAt()).toEqual([]);
  switchFeatures({ 'supplement-count': false, 'promise-moved': false, 'deadline-mark': false });
  const late = [
    promise('2026-11-18T17:00', '2026-11-10T09:00', '2026-11-19T09:00'),
    promise('2026-11-23T17:00', '2026-11-19T15:00', NOW),
  ];
  expect(reasons({ supplements: 2, promises: late })).toEqual([]);
  expect(reasons({ supplements: 2, promised: null })).toEqual(['noPromise']);
  expect(reasons({}, { [CODE]: { 1: { points: 10, note: '', evidence: '' } } })).toEqual(['lacks']);
  expect(unlookedAt().map(({ id }) => id)).toEqual(['promise-moved', 'supplement-count']);
});

it('what the server has a score of, or takes none of any more, is an exception before anything is sent', () => {
  const score = { id: 'mau.1', officer: 'CB-07', officerLabel: 'Quầy 7', at: '2026-11-20T15:00', values: {} };
  const of = (standing: Omit<Standing, 'dossier'>) =>
    batchItems([DONE], {}, UNSETTLED, NOW, [{ dossier: CODE, ...standing }])[0]?.reasons;
  expect(of({ takes: 'open', score: null })).toEqual([]);
  expect(of({ takes: 'open', score })).toEqual(['elsewhere']);
  expect(of({ takes: 'closed', score })).toEqual(['closed', 'elsewhere']);
  // It has not heard of the result yet: the dossier goes there before the score.
  expect(of({ takes: 'early', score: null })).toEqual([]);
  expect(of({ takes: 'unknown', score: null })).toEqual([]);
});

it('a missing day of the result or of the promise is an exception, and nothing is confirmed without a result', () => {
  expect(itemOf({ ready: null, returned: null })).toMatchObject({ values: null, reasons: ['noEnd'] });
  expect(reasons({ promised: null })).toEqual(['noPromise']);
});
