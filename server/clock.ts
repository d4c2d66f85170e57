import type { IsoDate, LocalTime } from '#rules/law.ts';

/** Viet Nam keeps +07:00 all year, so the offset is a constant and not a time-zone look-up. */
const OFFSET_MS = 7 * 3_600_000;

/** The instant as wall-clock text in Asia/Ho_Chi_Minh. */
export function localTime(at: Date): LocalTime {
  return new Date(at.getTime() + OFFSET_MS).toISOString().slice(0, 16);
}

const DAY_MS = 86_400_000;
/** Nearly always the same day is asked for as before, several times for every answer that comes in. */
let lastDay = { number: Number.NaN, day: '' };

/** The day of the instant in Asia/Ho_Chi_Minh. */
export function localDay(at: Date): IsoDate {
  const number = Math.floor((at.getTime() + OFFSET_MS) / DAY_MS);
  if (number !== lastDay.number) lastDay = { number, day: localTime(at).slice(0, 10) };
  return lastDay.day;
}
