import { expect, it } from 'vitest';
import { DEFAULT_CHOICES } from '#rules/choices.ts';
import { localNow } from '../../extension/clock.ts';
import { readSettings, UNSETTLED } from '../../extension/office-rules.ts';

it('settings of the server are taken part by part; what is missing stays usual', () => {
  const settings = readSettings({ settings: { granularity: 'halfDay', decision: 'QĐ 12/QĐ-UBND', hours: null } });
  expect(settings.choices.granularity).toBe('halfDay');
  expect(settings.choices.compareWith).toBe(UNSETTLED.choices.compareWith);
  expect(settings.decision).toBe('QĐ 12/QĐ-UBND');
  expect(settings.hours).toBe(UNSETTLED.hours);
});

it('an answer without settings leaves all as usual', () => {
  expect(readSettings(null)).toEqual(UNSETTLED);
});

it('the clock is that of Hanoi wherever the computer stands', () => {
  // 20:30 UTC on the 25th is 03:30 on the 26th in UTC+7.
  expect(localNow(new Date('2026-11-25T20:30:00Z'))).toBe('2026-11-26T03:30');
});

it('the usual choices are the defaults of the rules', () => {
  expect(UNSETTLED.choices).toEqual(DEFAULT_CHOICES);
});
