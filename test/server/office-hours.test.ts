import { describe, expect, it } from 'vitest';
import { momentNumber } from '#rules/calendar/date.ts';
import { closingOf, DEFAULT_OFFICE } from '#rules/calendar/working-time.ts';
import { officeHours } from '#wire/office-hours.ts';

describe('the hours of an office', () => {
  const until = (to: number) => officeHours.safeParse({ sessions: { 1: [{ from: 450, to }] }, counted: [1] });

  it('close at 23:59 at the latest, a moment that can be written', () => {
    const { data: hours } = until(1439);
    const closing = hours && closingOf('2026-11-23', { ...DEFAULT_OFFICE, hours });
    expect(closing).toBe('2026-11-23T23:59');
    expect(() => momentNumber(closing ?? '')).not.toThrow();
  });

  it('do not close at 24:00, which is no moment of that day', () => {
    const { error } = until(1440);
    expect(error?.issues).toMatchObject([
      { path: ['sessions', '1', 0, 'to'], message: 'phút trong ngày: từ 0 đến 1439 (23:59)' },
    ]);
    expect(() => momentNumber('2026-11-23T24:00')).toThrow(RangeError);
  });
});
