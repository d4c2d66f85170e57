import { expect, it } from 'vitest';
import { DEFAULT_OFFICE } from '#rules/calendar/working-time.ts';
import { objectionDue } from '#rules/objection-days.ts';

it('gives five working days for an answer', () => {
  // Friday 20/11/2026: 23, 25, 26, 27, 30; 24/11 is the day of Vietnamese culture, a day off.
  expect(objectionDue('2026-11-20', DEFAULT_OFFICE)).toBe('2026-11-30');
});

it('gives half as many days more where the calendar does not reach', () => {
  // 5 · 1.5 = 7.5, so eight days.
  expect(objectionDue('2099-11-20', DEFAULT_OFFICE)).toBe('2099-11-28');
});
