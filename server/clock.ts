import type { IsoDate, LocalTime } from '#rules/law.ts';

/** Viet Nam keeps +07:00 all year, so the offset is a constant and not a time-zone look-up. */
const OFFSET_MS = 7 * 3_600_000;

/** The instant as wall-clock text in Asia/Ho_Chi_Minh. */
export function localTime(at: Date): LocalTime {
  return new Date(at.getTime() + OFFSET_MS).toISOString().slice(0, 16);
}

/** The day of the instant in Asia/Ho_Chi_Minh. */
export function localDay(at: Date): IsoDate {
  return localTime(at).slice(0, 10);
}
