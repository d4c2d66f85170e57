import { describe, expect, it } from 'vitest';
import type { DossierLife } from '../../server/simulate/dossier-life.ts';
import { seenAt } from '../../server/simulate/seen-at.ts';

/** Taken in on a Monday, asked for papers, transferred, late, apologised for, its date rewritten; ready and handed over. */
const LIFE: DossierLife = {
  received: '2026-03-02T08:00',
  givenUp: null,
  moved: { at: '2026-03-19T09:00', from: '2026-03-09T17:00', to: '2026-03-20T17:00' },
  reappointed: [{ at: '2026-03-18T09:00', date: '2026-03-20T17:00' }],
  acts: {
    handedOver: '2026-03-02T10:00',
    supplementNotices: ['2026-03-03T09:00'],
    apologies: ['2026-03-18T09:00'],
    corrected: '2026-03-30T09:00',
  },
  dossier: {
    code: 'H99.01-260302-0001',
    procedure: '9.000001',
    unit: 'so-mau-01',
    officer: 'CB-01-2',
    channel: 'counter',
    state: 'returned',
    received: '2026-03-02T08:00',
    promised: '2026-03-09T17:00',
    reappointed: [],
    ready: '2026-03-20T09:00',
    returned: '2026-03-23T09:00',
    pauses: [{ kind: 'supplement', from: '2026-03-03T09:00', to: '2026-03-10T09:00' }],
    supplements: 1,
    limitDays: 5,
    steps: [{ unit: 'so-mau-01', officer: 'CB-01-2', due: '2026-03-17T17:00', ended: '2026-03-20T09:00' }],
    handlers: [
      { officer: 'CB-01-1', from: '2026-03-02T08:00' },
      { officer: 'CB-01-2', from: '2026-03-12T09:00' },
    ],
  },
};

const at = (now: string) => seenAt(LIFE, now)?.dossier;

describe('a dossier seen at a moment of its life', () => {
  it('is not there before it comes, and there from that minute', () => {
    expect(seenAt(LIFE, '2026-03-02T07:59')).toBeNull();
    expect(at('2026-03-02T08:00')).toMatchObject({ state: 'received', supplements: 0, pauses: [], ready: null });
  });

  it('is processed from the minute it is handed over', () => {
    expect(at('2026-03-02T09:59')?.state).toBe('received');
    expect(at('2026-03-02T10:00')?.state).toBe('processing');
  });

  it('waits from the request until the papers are there', () => {
    const waiting = { state: 'waitingSupplement', supplements: 1 };
    expect(at('2026-03-03T08:59')).toMatchObject({ state: 'processing', supplements: 0 });
    expect(at('2026-03-03T09:00')).toMatchObject(waiting);
    expect(at('2026-03-10T08:59')).toMatchObject({ ...waiting, pauses: [{ to: null }] });
    expect(at('2026-03-10T09:00')).toMatchObject({ state: 'processing', pauses: [{ to: '2026-03-10T09:00' }] });
  });

  it('waits for a fee under a state of its own', () => {
    const pauses = [{ kind: 'payment', from: '2026-03-03T09:00', to: '2026-03-10T09:00' }] as const;
    const life = { ...LIFE, dossier: { ...LIFE.dossier, pauses } };
    expect(seenAt(life, '2026-03-05T09:00')?.dossier).toMatchObject({ state: 'waitingPayment', supplements: 0 });
  });

  it('belongs to whoever has it', () => {
    expect(at('2026-03-12T08:59')).toMatchObject({ officer: 'CB-01-1', handlers: [{ officer: 'CB-01-1' }] });
    expect(at('2026-03-12T09:00')).toMatchObject({ officer: 'CB-01-2', handlers: [{}, {}] });
  });

  it('shows a new date and a rewritten one from the minute they are given', () => {
    expect(at('2026-03-18T08:59')?.reappointed).toEqual([]);
    expect(at('2026-03-18T09:00')?.reappointed).toEqual(['2026-03-20T17:00']);
    expect(seenAt(LIFE, '2026-03-19T08:59')).toMatchObject({ changes: [], dossier: { promised: '2026-03-09T17:00' } });
    expect(seenAt(LIFE, '2026-03-19T09:00')).toMatchObject({
      changes: [LIFE.moved],
      dossier: { promised: '2026-03-20T17:00' },
    });
  });

  it('is ready, then returned', () => {
    expect(at('2026-03-20T08:59')).toMatchObject({ state: 'processing', ready: null, steps: [{ ended: null }] });
    expect(at('2026-03-20T09:00')).toMatchObject({
      state: 'ready',
      returned: null,
      steps: [{ ended: '2026-03-20T09:00' }],
    });
    expect(at('2026-03-23T08:59')?.state).toBe('ready');
    expect(at('2026-03-23T09:00')).toMatchObject({ state: 'returned', returned: '2026-03-23T09:00' });
  });

  it('ends without a result in the minute it is given up', () => {
    const dossier = { ...LIFE.dossier, state: 'refused', ready: null, returned: null } as const;
    const life = { ...LIFE, dossier, givenUp: '2026-03-16T09:00' };
    expect(seenAt(life, '2026-03-16T08:59')?.dossier.state).toBe('processing');
    expect(seenAt(life, '2026-03-16T09:00')?.dossier.state).toBe('refused');
  });

  it('knows of an act that it has not happened yet', () => {
    expect(seenAt(LIFE, '2026-03-02T09:00')?.acts).toEqual({
      handedOver: null,
      supplementNotices: [],
      apologies: [],
      corrected: null,
    });
    expect(seenAt(LIFE, '2026-03-30T09:00')?.acts).toEqual(LIFE.acts);
  });
});
