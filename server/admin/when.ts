import { formatDateTime } from '#rules/format.ts';

/** Viet Nam keeps +07:00 all year. */
const OFFSET_MS = 7 * 3_600_000;

function local(instant: string | Date): string {
  return new Date(new Date(instant).getTime() + OFFSET_MS).toISOString().slice(0, 16);
}

/** A UTC instant as `24/11/2026 08:15` in Asia/Ho_Chi_Minh. */
export function when(instant: string | Date): string {
  return formatDateTime(local(instant));
}

/** Only the time of day: `08:15`. */
export function clockTime(instant: string | Date): string {
  return local(instant).slice(11);
}

/** The day in Asia/Ho_Chi_Minh: `2026-11-24`. */
export function localDay(instant: Date): string {
  return local(instant).slice(0, 10);
}
