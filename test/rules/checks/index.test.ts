import { describe, expect, it } from 'vitest';
import type { Seen } from '#rules/checks/check.ts';
import { CHECKS } from '#rules/checks/index.ts';

const SEEN: Seen = {
  about: { unit: 'xa-mau-01', officer: null },
  k: 4711,
  n: 98_765,
  value: 48,
  low: 46,
  high: 49,
  unit: 'share',
  said: {},
  hits: [],
  evidence: [],
};

describe.each(CHECKS.map((check) => [check.id, check] as const))('%s', (_, check) => {
  it('has a name, asks somebody, and two or three explanations, each a sentence of its own', () => {
    expect(check.name).not.toBe('');
    expect(check.asks.length).toBeGreaterThan(0);
    expect([2, 3]).toContain(check.explanations.length);
    expect(new Set(check.explanations).size).toBe(check.explanations.length);
    for (const text of check.explanations) expect(text).toMatch(/^\p{Lu}.*\.$/u);
  });

  it('has its floor no higher than its cap', () => {
    const { tolerance } = check;
    if (tolerance) expect(tolerance.floor).toBeLessThanOrEqual(tolerance.cap);
  });
});

it('every check is in the list once', () => {
  expect(new Set(CHECKS.map(({ id }) => id)).size).toBe(CHECKS.length);
});

// Families `figures` count numbers and lines of tables instead of cases.
it.each(
  CHECKS.filter(({ family }) => family === 'self' || family === 'dates').map((check) => [check.id, check] as const),
)('the sentence of %s tells its n and ends', (_, check) => {
  const sentence = check.sentence(SEEN, 150);
  expect(sentence).toContain('98.765');
  expect(sentence).toMatch(/\.$/);
});
