import { describe, expect, it } from 'vitest';
import { readOverlayMessage, readPanelMessage } from '../../../extension/background/read-message.ts';
import { readingOf } from '../reading.ts';

const count = { total: 1, read: 1, noCode: 0, noDate: 0, duplicates: 0 };
const reading = (part: object) => ({ type: 'overlay.reading', count, readings: [{ ...readingOf(), ...part }] });

describe('a back-office page', () => {
  it('may start, report readings, open a dossier and hide marks', () => {
    for (const message of [
      { type: 'overlay.start', first: true },
      reading({}),
      { type: 'overlay.open', code: 'H99.01-261110-0042', view: 'score' },
      { type: 'overlay.open', code: null, view: 'today' },
      { type: 'overlay.hide', hidden: true },
    ])
      expect(readOverlayMessage(message)).toEqual(message);
  });

  it.each([
    ['a field there is no place for', reading({ applicant: 'NGUYỄN VĂN GIẢ' })],
    ['a code that is none', reading({ code: '<img src=x>' })],
    ['a state nobody defined', reading({ state: 'lost' })],
    ['a time in another form', reading({ promised: '24/11/2026' })],
    ['a day that does not exist', reading({ promised: '2026-02-30T17:00' })],
    ['an hour that does not exist', reading({ promised: '2026-11-24T24:30' })],
    ['a bare day of no field', reading({ dateOnly: ['promised', { of: 'x'.repeat(1_000) }] })],
    ['half a request', reading({ supplements: 1.5 })],
    ['a count below zero', { ...reading({}), count: { ...count, total: -1 } }],
    ['more rows than a page has', { ...reading({}), readings: Array.from({ length: 1001 }, () => readingOf()) }],
    ['a message of the panel', { type: 'panel.state' }],
    ['a letter', { type: 'panel.letter', code: 'H99.01-261110-0042', promised: '2026-12-01T17:00', reason: 'other' }],
    ['a history nobody may state', reading({ promises: [] })],
    ['a self-score', { type: 'panel.score', code: 'H99.01-261110-0042', values: {} }],
    ['nothing', null],
    ['text', 'overlay.start'],
  ])('is not heard with %s', (_what, message) => {
    expect(readOverlayMessage(message)).toBeNull();
  });
});

describe('a page of the extension', () => {
  it('may confirm a self-score with points the circular knows', () => {
    const message = {
      type: 'panel.score',
      code: 'H99.01-261110-0042',
      values: { 1: { shown: 0, points: 20, note: 'x' } },
      seconds: 4.2,
    };
    expect(readPanelMessage(message)).toEqual(message);
  });

  it.each([
    ['no value at all', {}],
    ['points between the steps', { 1: { shown: 0, points: 15 } }],
    ['an indicator that is not scored per dossier', { 5: { shown: 0, points: 0 } }],
    ['a note without end', { 1: { shown: 0, points: 0, note: 'x'.repeat(501) } }],
  ])('is not heard with %s', (_what, values) => {
    expect(readPanelMessage({ type: 'panel.score', code: 'H99.01-261110-0042', values, seconds: 1 })).toBeNull();
  });

  it.each([undefined, -1, 86_401, '5', Number.NaN])('is not heard with a score seen for %s seconds', (seconds) => {
    const values = { 1: { shown: 0, points: 0 } };
    expect(readPanelMessage({ type: 'panel.score', code: 'H99.01-261110-0042', values, seconds })).toBeNull();
  });

  it('may answer a flag, in a text with an end', () => {
    const answer = { id: 'mau.01KAGHZ0000000000000000001', period: '2026-q4', flag: 'selfAbove/so-a/CB-01', text: 'x' };
    const message = { type: 'panel.answerFlag', answer };
    expect(readPanelMessage(message)).toEqual(message);
    for (const part of [{ id: 'x' }, { flag: null }, { text: 'x'.repeat(1001) }, { period: 4 }])
      expect(readPanelMessage({ ...message, answer: { ...answer, ...part } })).toBeNull();
    expect(readPanelMessage({ type: 'panel.answerFlag', answer: 'kept' })).toBeNull();
  });

  it('may put a letter of apology on record: a dossier, the new date, a kind of reason', () => {
    const message = {
      type: 'panel.letter',
      code: 'H99.01-261110-0042',
      promised: '2026-12-01T17:00',
      reason: 'workload',
    };
    expect(readPanelMessage(message)).toEqual(message);
    expect(readPanelMessage({ ...message, name: 'NGUYỄN VĂN GIẢ' })).toEqual(message);
  });

  it.each([
    ['a date in another form', { promised: '01/12/2026 17:00' }],
    ['no date', { promised: null }],
    ['a reason in words', { reason: 'Nhiều hồ sơ' }],
    ['no code', { code: null }],
  ])('records no letter with %s', (_what, part) => {
    const message = {
      type: 'panel.letter',
      code: 'H99.01-261110-0042',
      promised: '2026-12-01T17:00',
      reason: 'workload',
    };
    expect(readPanelMessage({ ...message, ...part })).toBeNull();
  });
});
