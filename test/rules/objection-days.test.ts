import { expect, it } from 'vitest';
import { DEFAULT_OFFICE } from '#rules/calendar/working-time.ts';
import { objectionDue } from '#rules/objection-days.ts';

it('gives five working days for an answer', () => {
  // Friday 20/11/2026: 23, 25, 26, 27, 30; 24/11 is the day of Vietnamese culture, a day off.
  expect(objectionDue('2026-11-20', DEFAULT_OFFICE)).toBe('2026-11-30');
});

it('gives a week where the calendar does not reach', () => {
  expect(objectionDue('2099-11-20', DEFAULT_OFFICE)).toBe('2099-11-27');
});
