import { expect, it } from 'vitest';
import { isOpen, localTime, nextOpening } from '../../widget/kiosk/opening.ts';

const at = (time: string) => Date.parse(`${time}:00+07:00`);
const SETTINGS = {
  opening: [
    {
      day: '2026-11-10',
      sessions: [
        { from: 450, to: 720 },
        { from: 780, to: 1050 },
      ],
    },
    { day: '2026-11-11', sessions: [] },
    { day: '2026-11-12', sessions: [{ from: 480, to: 720 }] },
  ],
};

it.each([
  ['2026-11-10T07:29', false, '07:30'],
  ['2026-11-10T07:30', true, '13:00'],
  ['2026-11-10T11:59', true, '13:00'],
  ['2026-11-10T12:00', false, '13:00'],
  ['2026-11-10T17:30', false, '08:00, 12/11/2026'],
  ['2026-11-11T09:00', false, '08:00, 12/11/2026'],
  ['2026-11-12T09:00', true, null],
])('%s', (time, open, next) => {
  expect([isOpen(SETTINGS, at(time)), nextOpening(SETTINGS, at(time))]).toEqual([open, next]);
});

it('a day nobody told the tablet of counts: not known is not shut', () => {
  expect(isOpen(SETTINGS, at('2026-12-25T03:00'))).toBe(true);
});

it('reads the time of Viet Nam, whatever the tablet is set to', () => {
  expect(localTime(Date.parse('2026-11-10T17:30:00Z'))).toBe('2026-11-11T00:30');
});
