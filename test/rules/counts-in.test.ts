import { describe, expect, it } from 'vitest';
import { DEFAULT_OFFICE } from '#rules/calendar/working-time.ts';
import { type Choices, DEFAULT_CHOICES } from '#rules/choices.ts';
import { countsIn } from '#rules/counts-in.ts';
import type { Dossier } from '#rules/dossier.ts';
import { deadlineOf } from '#rules/due.ts';
import { quarter } from '#rules/period.ts';
import { punctuality } from '#rules/punctuality.ts';
import { dossierOf } from './dossier-of.ts';

const of = (dossier: Dossier, choices: Partial<Choices> = {}) =>
  punctuality(dossier, '2026-11-26T10:00', DEFAULT_OFFICE, { ...DEFAULT_CHOICES, ...choices });

describe('period of a dossier', () => {
  const q3 = quarter(2026, 3);
  const q4 = quarter(2026, 4);
  const counts = (dossier: Dossier, period = q3, choices: Partial<Choices> = {}) =>
    countsIn(dossier, period, DEFAULT_OFFICE, { ...DEFAULT_CHOICES, ...choices });

  it('finished in time: the period it ended in', () => {
    const dossier = dossierOf({ promised: '2026-10-05T17:00', ready: '2026-09-30T17:00' });
    expect(counts(dossier)).toEqual({ timeliness: true, rest: true });
    expect(counts(dossier, q4)).toEqual({ timeliness: false, rest: false });
  });

  it('late across the boundary: lateness once, where it fell due; the rest where it ended', () => {
    const open = dossierOf({ promised: '2026-09-28T17:00' });
    const finished = dossierOf({ promised: '2026-09-28T17:00', ready: '2026-10-02T09:00' });
    expect(counts(open)).toEqual({ timeliness: true, rest: false });
    expect(counts(finished)).toEqual({ timeliness: true, rest: false });
    expect(counts(finished, q4)).toEqual({ timeliness: false, rest: true });
    expect(counts(finished, q4, { 'index1.unfinishedOverdue': 'leaveOut' })).toEqual({ timeliness: true, rest: true });
  });

  it('promised on a day the calendar does not cover: the period it ended in, as unknown', () => {
    const ended = { received: '2026-09-01T08:00', ready: '2026-09-28T10:00', limitDays: 400 };
    const legal = { compareWith: 'legal' } as const;
    // 400 working days after 01/09/2026 end in 2028, after the last day of the calendar.
    expect(() => deadlineOf(dossierOf(ended), DEFAULT_OFFICE, { ...DEFAULT_CHOICES, ...legal })).toThrow('2028');
    expect(counts(dossierOf(ended), q3, legal)).toEqual({ timeliness: true, rest: true });
    expect(of(dossierOf(ended), legal).status).toBe('unknown');
    expect(counts(dossierOf({ ...ended, ready: null }), q3, legal)).toEqual({ timeliness: false, rest: false });
  });

  it('received before the calendar begins: the promise alone is compared, no day is counted', () => {
    const old = dossierOf({ received: '2016-05-10T08:00', promised: '2026-09-28T17:00', ready: '2026-09-29T09:00' });
    expect(of(old).status).toBe('overdue');
    expect(counts(old)).toEqual({ timeliness: true, rest: true });
  });

  it('ended at an unknown moment: nowhere', () => {
    expect(counts(dossierOf({ promised: '2026-09-28T17:00', state: 'withdrawn' }))).toEqual({
      timeliness: false,
      rest: false,
    });
  });
});
