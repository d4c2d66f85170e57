import { describe, expect, it } from 'vitest';
import { distributions } from '../../server/distributions.ts';

const { binomialTail, poissonTail, normalTail, betaQuantile } = distributions;

describe('distributions', () => {
  // 1/16 · (4 + 1) of four tosses with three or more heads.
  it('binomial: as many or more', () => {
    expect(binomialTail(3, 4, 0.5)).toBeCloseTo(5 / 16, 14);
    expect(binomialTail(0, 4, 0.5)).toBe(1);
    expect(binomialTail(5, 4, 0.5)).toBe(0);
    expect(binomialTail(40, 40, 0.1) / 1e-40).toBeCloseTo(1, 9);
  });

  it('Poisson: as many or more', () => {
    expect(poissonTail(1, 2)).toBeCloseTo(1 - Math.exp(-2), 14);
    expect(poissonTail(2, 2)).toBeCloseTo(1 - 3 * Math.exp(-2), 14);
    expect(poissonTail(0, 2)).toBe(1);
  });

  it('normal: as far or farther', () => {
    expect(normalTail(1.959963984540054)).toBeCloseTo(0.025, 14);
    expect(normalTail(0)).toBe(0.5);
    expect(normalTail(-1)).toBeGreaterThan(0.84);
  });

  // x² of beta(2, 1) and 1 − (1 − x)² of beta(1, 2).
  it('beta: the place of a share', () => {
    expect(betaQuantile(0.25, 2, 1)).toBeCloseTo(0.5, 12);
    expect(betaQuantile(0.75, 1, 2)).toBeCloseTo(0.5, 12);
  });
});
