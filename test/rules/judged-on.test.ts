import { describe, expect, it } from 'vitest';
import { judgedOn } from '#rules/judged-on.ts';
import { custom, year } from '#rules/period.ts';
import { LEVELS } from '#rules/rulesets/tt01-2018.ts';

describe('the day that judges a unit', () => {
  it('is the one given where nothing is stated of its level, or its level goes on', () => {
    expect(judgedOn(year(2025), '2025-12-31', undefined, LEVELS)).toBe('2025-12-31');
    expect(judgedOn(year(2025), '2025-12-31', 'commune', LEVELS)).toBe('2025-12-31');
    expect(judgedOn(year(2025), '2025-12-31', 'province', LEVELS)).toBe('2025-12-31');
  });

  it('is the last of a level that ended within the period, on the day it ended as on those after', () => {
    expect(judgedOn(year(2025), '2025-06-30', 'district', LEVELS)).toBe('2025-06-30');
    expect(judgedOn(year(2025), '2025-05-31', 'district', LEVELS)).toBe('2025-05-31');
    expect(judgedOn(year(2025), '2025-07-01', 'district', LEVELS)).toBe('2025-06-30');
    expect(judgedOn(year(2025), '2025-12-31', 'district', LEVELS)).toBe('2025-06-30');
    expect(judgedOn(custom('2025-06-30', '2025-07-31'), '2025-07-31', 'district', LEVELS)).toBe('2025-06-30');
  });

  it('is not moved to before a period that begins when the level is gone', () => {
    expect(judgedOn(custom('2025-07-01', '2025-07-31'), '2025-07-31', 'district', LEVELS)).toBe('2025-07-31');
    expect(judgedOn(year(2026), '2026-12-31', 'district', LEVELS)).toBe('2026-12-31');
  });
});
