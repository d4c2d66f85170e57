import { fromDayNumber } from '#rules/calendar/date.ts';
import type { PrintedDate } from '#rules/calendar/printed-date.ts';

/** Serial numbers of 01/01/2000 and 01/01/2101 when day 1 is 01/01/1900: numbers outside are no dates of ours. */
export const FIRST_SERIAL = 36_526;
export const LAST_SERIAL = 73_415;

/** Day 0 of the 1900 system as days from 01/01/1970; it counts a 29/02/1900 that never was, so this is right from March 1900. */
const DAY_ZERO_1900 = -25_569;
/** The 1904 system of old Macs starts so many days later. */
const LATER_1904 = 1462;

const two = (n: number) => String(n).padStart(2, '0');

/** The moment a spreadsheet's day number stands for: whole days before the point, part of a day after it (seconds are dropped). */
export function fromSerial(serial: number, from1904 = false): PrintedDate {
  const seconds = Math.round((serial - Math.floor(serial)) * 86_400);
  const day = Math.floor(serial) + (seconds === 86_400 ? 1 : 0) + (from1904 ? LATER_1904 : 0);
  const minutes = Math.floor((seconds % 86_400) / 60);
  const time = seconds % 86_400 === 0 ? null : `${two(Math.floor(minutes / 60))}:${two(minutes % 60)}`;
  return { day: fromDayNumber(day + DAY_ZERO_1900), time };
}
