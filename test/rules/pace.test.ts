import { describe, expect, it } from 'vitest';
import { medianPace, type Pace, paceOf } from '#rules/pace.ts';

describe('the pace of a form', () => {
  it('is the first bound it stayed under', () => {
    expect([0, 29, 30, 59, 60, 119, 120, 299, 300, 599, 600, 86_400].map(paceOf)).toEqual([
      '30',
      '30',
      '60',
      '60',
      '120',
      '120',
      '300',
      '300',
      '600',
      '600',
      'more',
      'more',
    ]);
  });

  it('is none where nothing was told or a clock was set', () => {
    expect([undefined, -1, 86_401].map(paceOf)).toEqual([null, null, null]);
  });
});

describe('the median', () => {
  const of = (counts: Partial<Record<Pace, number>>) => medianPace(new Map(Object.entries(counts) as [Pace, number][]));

  it('lies in the pace of the middle one', () => {
    // Places 1–4: under 30 s; 5–9: from 60 s to under 120 s; the fifth of nine is in the second.
    expect(of({ 30: 4, 120: 5 })).toEqual({ low: 60, high: 120 });
    expect(of({ 30: 5, 120: 4 })).toEqual({ low: 0, high: 30 });
  });

  it('of an even number spans both middle ones', () => {
    expect(of({ 30: 4, 300: 4 })).toEqual({ low: 0, high: 300 });
  });

  it('of the slowest has no upper bound; of nobody there is none', () => {
    expect(of({ 60: 1, more: 3 })).toEqual({ low: 600, high: null });
    expect(of({})).toBeNull();
  });
});
