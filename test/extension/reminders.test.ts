import { expect, it } from 'vitest';
import { DEFAULT_OFFICE } from '#rules/calendar/working-time.ts';
import { DEFAULT_PREFERENCES, type Reminders } from '../../extension/configuration.ts';
import { isQuiet, nextSummary, summaryDue } from '../../extension/reminders.ts';

const ON: Reminders = { ...DEFAULT_PREFERENCES.reminders, morning: true };
const due = (now: string, last: string | null = null, reminders = ON): boolean =>
  summaryDue(now, last, reminders, DEFAULT_OFFICE);
const next = (now: string, reminders = ON): string | null => nextSummary(now, reminders, DEFAULT_OFFICE);

it.each([
  ['06:59', true],
  ['07:00', false],
  ['16:59', false],
  ['17:00', true],
  ['00:00', true],
])('from 17:00 to 07:00 nothing is said: %s → %s', (clock, quiet) => expect(isQuiet(clock, ON)).toBe(quiet));

it('quiet hours may lie within a day, and equal ends are none', () => {
  const noon = { ...ON, quietFrom: '11:30', quietTo: '13:00' };
  expect(['11:29', '11:30', '12:59', '13:00'].map((clock) => isQuiet(clock, noon))).toEqual([false, true, true, false]);
  expect(isQuiet('12:00', { ...ON, quietFrom: '12:00', quietTo: '12:00' })).toBe(false);
});

// 26/11/2026 is a Thursday, 28 and 29 are a weekend; 01/01/2027 and the days of Tết are off.
it.each([
  ['before its time', '2026-11-26T07:44', null, false],
  ['at its time', '2026-11-26T07:45', null, true],
  ['by a computer that woke late', '2026-11-26T10:20', null, true],
  ['a second time the same day', '2026-11-26T10:20', '2026-11-26', false],
  ['the next day', '2026-11-27T07:45', '2026-11-26', true],
  ['when quiet hours have begun', '2026-11-26T17:00', null, false],
  ['on a Saturday', '2026-11-28T08:00', null, false],
  ['on New Year', '2027-01-01T08:00', null, false],
])('the summary %s', (_when, now, last, said) => expect(due(now, last)).toBe(said));

it('is never due while it is off', () => {
  expect(due('2026-11-26T08:00', null, DEFAULT_PREFERENCES.reminders)).toBe(false);
  expect(next('2026-11-26T08:00', DEFAULT_PREFERENCES.reminders)).toBeNull();
});

it.each([
  ['2026-11-26T07:44', '2026-11-26T07:45'],
  ['2026-11-26T07:45', '2026-11-27T07:45'],
  // Friday after its time: Monday.
  ['2026-11-27T09:00', '2026-11-30T07:45'],
  // New Year 2027 is a Friday: Monday the 4th.
  ['2026-12-31T09:00', '2027-01-04T07:45'],
])('after %s it is looked for at %s', (now, at) => expect(next(now)).toBe(at));

it('beyond the calendar it says nothing rather than guess a working day', () => {
  expect(due('2099-01-05T08:00')).toBe(false);
  expect(next('2099-01-05T08:00')).toBeNull();
});
