import { describe, expect, it } from 'vitest';
import type { Check, CheckId, Outcome } from '#rules/checks/check.ts';
import { control, largestTaken } from '#rules/checks/control.ts';

const officer = (name: string) => ({ unit: 'xa-mau-01', officer: name });

const seen = (name: string, p: number): Outcome => ({
  is: 'seen',
  p,
  seen: {
    about: officer(name),
    n: 40,
    k: 20,
    value: 500,
    low: 338,
    high: 662,
    unit: 'share',
    said: { d: 7 },
    hits: [],
    evidence: [],
  },
});

const check = (id: CheckId, more: Partial<Check> = {}): Check => ({
  id,
  family: 'self',
  asks: ['officer'],
  name: id,
  smallestN: 30,
  tolerance: null,
  rule: false,
  alpha: null,
  sentence: ({ n, said }) => `${said.d} trên ${n}`,
  explanations: ['a', 'b'],
  judge: () => ({ usual: null, outcomes: [] }),
  ...more,
});

const flagsOf = (...all: [Check, Outcome[]][]) =>
  control(all.map(([check, outcomes]) => ({ check, found: { usual: 150, outcomes } }))).flags.map(({ id }) => id);

describe('Benjamini–Hochberg', () => {
  // Their own example (1995, section 3.2): 15 p-values at 5 %, the first four are taken.
  const ps = [
    0.0001, 0.0004, 0.0019, 0.0095, 0.0201, 0.0278, 0.0298, 0.0344, 0.0459, 0.324, 0.4262, 0.5719, 0.6528, 0.759, 1,
  ];
  it('takes the first four of the fifteen of its paper', () => {
    expect(largestTaken(ps, 0.05)).toBe(0.0095);
    expect(largestTaken([...ps].reverse(), 0.05)).toBe(0.0095);
  });

  it('takes none where none is small', () => {
    expect(largestTaken([0.06, 0.5], 0.05)).toBe(-1);
    expect(largestTaken([], 0.05)).toBe(-1);
  });

  // 0,04 alone is above 0,05 / 2, but with 0,05 at the second place both are taken.
  it('takes a p above its own step when a later one is within its step', () => {
    expect(largestTaken([0.04, 0.05], 0.05)).toBe(0.05);
  });
});

describe('control', () => {
  it('divides 1 % of a subject by the checks that ask such subjects', () => {
    const one = check('selfAbove');
    const other = check('straightLine');
    expect(flagsOf([one, [seen('CB-1', 0.009)]])).toEqual(['selfAbove/xa-mau-01/CB-1']);
    expect(flagsOf([one, [seen('CB-1', 0.009)]], [other, []])).toEqual([]);
    expect(flagsOf([one, [seen('CB-1', 0.005)]], [other, []])).toEqual(['selfAbove/xa-mau-01/CB-1']);
    expect(flagsOf([one, [seen('CB-1', 0.009)]], [check('kioskPresses', { asks: ['unit'] }), []])).toHaveLength(1);
  });

  // Ten p of a family: 0,006 needs to be within 0,05 · 1 / 10 = 0,005.
  it('holds the family to 5 % of wrong questions as well', () => {
    const honest = Array.from({ length: 9 }, (_, i) => seen(`CB-${i}`, 0.9));
    expect(flagsOf([check('selfAbove'), [seen('CB-x', 0.006), ...honest]])).toEqual([]);
    expect(flagsOf([check('selfAbove'), [seen('CB-x', 0.005), ...honest]])).toHaveLength(1);
  });

  it('leaves checks that go by a number out of the family, and lets a check be stricter', () => {
    const honest = Array.from({ length: 9 }, (_, i) => seen(`CB-${i}`, 0.9));
    expect(flagsOf([check('scoreBurst', { rule: true }), [seen('CB-x', 0.006), ...honest]])).toHaveLength(1);
    expect(flagsOf([check('quarterJump', { alpha: 0.0001 }), [seen('CB-x', 0.001)]])).toEqual([]);
  });

  it('writes the flag whole, and counts those with too little', () => {
    const few: Outcome = { is: 'few', about: officer('CB-2'), n: 3 };
    const { flags, judged } = control([
      { check: check('selfAbove'), found: { usual: 150, outcomes: [seen('CB-1', 0), few] } },
    ]);
    expect(judged).toEqual([{ check: 'selfAbove', enough: 1, few: 1, usual: 150 }]);
    expect(flags).toEqual([
      {
        id: 'selfAbove/xa-mau-01/CB-1',
        check: 'selfAbove',
        family: 'self',
        about: officer('CB-1'),
        n: 40,
        k: 20,
        value: 500,
        low: 338,
        high: 662,
        unit: 'share',
        p: 0,
        usual: 150,
        sentence: '7 trên 40',
        explanations: ['a', 'b'],
        certainty: 'reading',
        hits: [],
        evidence: [],
      },
    ]);
  });
});
