import { expect, test } from 'vitest';
import { DEFAULT_OFFICE } from '#rules/calendar/working-time.ts';
import { flagDue } from '#rules/flag-days.ts';
import { flagState } from '#rules/flag-state.ts';

const of = (...words: ('accepted' | 'verify' | 'withdrawn')[]) => words.map((verdict) => ({ verdict }));

test('the last verdict that stands tells, else whether anybody answered; a withdrawal brings the one before back', () => {
  expect(flagState(0, [])).toBe('new');
  expect(flagState(2, [])).toBe('answered');
  expect(flagState(0, of('verify'))).toBe('verify');
  expect(flagState(1, of('verify', 'accepted'))).toBe('accepted');
  expect(flagState(1, of('verify', 'accepted', 'withdrawn'))).toBe('verify');
  expect(flagState(1, of('verify', 'withdrawn'))).toBe('answered');
  expect(flagState(0, of('withdrawn', 'accepted'))).toBe('accepted');
});

test('closed on Monday 4/1/2027, five working days end on Monday 11/1/2027', () => {
  expect(flagDue('2027-01-04', DEFAULT_OFFICE)).toBe('2027-01-11');
});
