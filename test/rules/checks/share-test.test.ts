import { describe, expect, it } from 'vitest';
import { judgeShares, testShare, usualOf } from '#rules/checks/share-test.ts';
import { distributions } from '../../../server/distributions.ts';

const TOLERANCE = { floor: 150, cap: 250 };

describe('what is usual in a province', () => {
  // Shares of those with 30 or more: 5, 9, 12 %; the middle one doubled is 18 %.
  it('is twice the median, of those with enough cases', () => {
    const shares = [
      { k: 5, n: 100 },
      { k: 18, n: 200 },
      { k: 12, n: 100 },
      { k: 29, n: 29 },
    ];
    expect(usualOf(shares, TOLERANCE)).toBe(180);
  });

  it('never leaves floor and cap; where nobody has enough it is the floor', () => {
    expect(usualOf([{ k: 1, n: 100 }], TOLERANCE)).toBe(150);
    expect(usualOf([{ k: 40, n: 100 }], TOLERANCE)).toBe(250);
    expect(usualOf([{ k: 20, n: 20 }], TOLERANCE)).toBe(150);
  });

  it('does not follow a minority of cheats', () => {
    const shares = [...Array(7).fill({ k: 4, n: 100 }), ...Array(3).fill({ k: 90, n: 100 })];
    expect(usualOf(shares, TOLERANCE)).toBe(150);
  });
});

describe('a share against it', () => {
  // X ~ Bin(3, 0,5): P(X >= 2) = 3/8 + 1/8.
  it('has the exact chance of as many or more', () => {
    expect(testShare(2, 3, 500, distributions).p).toBeCloseTo(0.5, 12);
    expect(testShare(0, 3, 500, distributions).p).toBe(1);
    expect(testShare(3, 3, 500, distributions).p).toBeCloseTo(0.125, 12);
  });

  it('says nothing of 29 cases and something of 30', () => {
    const unit = (name: string, k: number, n: number) => ({ about: { unit: name, officer: null }, k, n });
    const { usual, outcomes } = judgeShares([unit('a', 29, 29), unit('b', 30, 30)], TOLERANCE, 'unit', distributions);
    expect(usual).toBe(250);
    expect(outcomes[0]).toEqual({ is: 'few', about: { unit: 'a', officer: null }, n: 29 });
    expect(outcomes[1]).toMatchObject({ is: 'seen', seen: { k: 30, n: 30, value: 1000, low: 884, high: 1000 } });
    expect(outcomes[1]?.is === 'seen' && outcomes[1].p).toBeCloseTo(0.25 ** 30, 30);
  });
});
