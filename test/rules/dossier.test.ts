import { describe, expect, it } from 'vitest';
import { type Dossier, type DossierState, endOf, pausedFor } from '#rules/dossier.ts';
import { known } from '#rules/known.ts';
import { NotInForce } from '#rules/law.ts';
import { dossierOf } from './dossier-of.ts';

const READY = '2026-11-20T10:00';
const RETURNED = '2026-11-24T09:00';

describe('how processing ended', () => {
  it.each<[string, Partial<Dossier>, ReturnType<typeof endOf>]>([
    ['the result goes before its collection', { ready: READY, returned: RETURNED }, { at: READY, by: 'ready' }],
    ['only the collection is on record', { returned: RETURNED, state: 'returned' }, { at: RETURNED, by: 'returned' }],
    ['a date goes before the state', { ready: READY, state: 'stopped' }, { at: READY, by: 'ready' }],
    ['it runs', {}, null],
  ])('%s', (_name, facts, end) => {
    expect(endOf(dossierOf(facts))).toEqual(end);
  });

  it.each<[DossierState, boolean]>([
    ['new', false],
    ['received', false],
    ['processing', false],
    ['waitingSupplement', false],
    ['waitingPayment', false],
    ['ready', true],
    ['returned', true],
    ['stopped', true],
    ['refused', true],
    ['withdrawn', true],
  ])('state %s without a date: ended %s', (state, ended) => {
    expect(endOf(dossierOf({ state }))).toEqual(ended ? { at: null, by: state } : null);
  });
});

describe('what the clock stands still for', () => {
  const closed = { kind: 'payment', from: '2026-11-02T08:00', to: '2026-11-03T08:00' } as const;
  const open = { kind: 'payment', from: '2026-11-04T08:00', to: null } as const;

  it.each<[string, Partial<Dossier>, ReturnType<typeof pausedFor>]>([
    ['an open pause says it', { pauses: [closed, open], state: 'waitingSupplement' }, 'payment'],
    ['a pause that ended says nothing', { pauses: [closed] }, null],
    ['waiting for a supplement', { state: 'waitingSupplement' }, 'supplement'],
    ['waiting for a payment', { state: 'waitingPayment' }, 'payment'],
    ['it runs', {}, null],
  ])('%s', (_name, facts, kind) => {
    expect(pausedFor(dossierOf(facts))).toBe(kind);
  });
});

describe('a fact that may not be found', () => {
  it('is null outside the calendar and for a day that does not exist, and hides no other fault', () => {
    const failing = (error: Error) => () => {
      throw error;
    };
    expect(known(() => 7)).toBe(7);
    expect(known(failing(new NotInForce('Lịch', '2040-01-01')))).toBeNull();
    expect(known(failing(new RangeError('ngày')))).toBeNull();
    expect(() => known(failing(new TypeError('lỗi chương trình')))).toThrow('lỗi chương trình');
  });
});
