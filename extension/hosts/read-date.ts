import { isIsoDate, localTime } from '#rules/calendar/date.ts';
import { type Office, sessionsOn } from '#rules/calendar/working-time.ts';
import type { LocalTime } from '#rules/law.ts';

/** A moment as printed. */
export interface PrintedDate {
  readonly day: string;
  /** `HH:mm`, or `null` when the page prints a day alone. */
  readonly time: string | null;
}

/** Order of day and month in a column of slashed dates. */
export type DateOrder = 'dmy' | 'mdy';

const two = (value: string | number): string => String(value).padStart(2, '0');
const SLASHED = String.raw`(\d{1,2})[/.-](\d{1,2})[/.-](\d{4})`;
const CLOCK = String.raw`(\d{1,2}):(\d{2})(?::\d{2})?(?:\.\d+)?`;
const DAY_THEN_CLOCK = new RegExp(`^${SLASHED}(?:[ ,T]+(?:lúc )?${CLOCK}(?: ?([AP])M)?)?$`, 'i');
const CLOCK_THEN_DAY = new RegExp(`^${CLOCK}[ ,]+(?:ngày )?${SLASHED}$`, 'i');
const WORDS = new RegExp(String.raw`^(\d{1,2}) giờ (\d{1,2}) phút,? (?:ngày )?${SLASHED}$`, 'i');
const ISO = /^(\d{4})-(\d{2})-(\d{2})(?:[T ](\d{2}):(\d{2})(?::\d{2})?(?:\.\d+)?\s*(Z|[+-]\d{2}:?\d{2})?)?$/i;
const PACKED = /^(\d{4})(\d{2})(\d{2})(\d{2})(\d{2})\d{2}$/;
const EPOCH = /^\d{13}$/;

function checked(year: string, month: string, day: string, hour?: string, minute = '0'): PrintedDate | null {
  const date = `${year}-${two(month)}-${two(day)}`;
  if (!isIsoDate(date) || year < '1990' || year > '2100') return null;
  if (hour === undefined) return { day: date, time: null };
  return Number(hour) > 23 || Number(minute) > 59 ? null : { day: date, time: `${two(hour)}:${two(minute)}` };
}

function fromEpoch(ms: number): PrintedDate | null {
  const text = new Date(ms + 7 * 3_600_000).toISOString();
  return checked(text.slice(0, 4), text.slice(5, 7), text.slice(8, 10), text.slice(11, 13), text.slice(14, 16));
}

function ordered(a: string, b: string, year: string, order: DateOrder, hour?: string, minute?: string) {
  return order === 'dmy' ? checked(year, b, a, hour, minute) : checked(year, a, b, hour, minute);
}

/**
 * A printed date of any format seen on a back office, as Hanoi time, or `null` when `text` is not exactly one date.
 * `24/11/2026 17:00:00`, `17:00, 24/11/2026`, `17 giờ 00 phút, ngày 24/11/2026`, ISO with a zone, epoch ms, `yyyyMMddHHmmss`.
 */
export function readDate(text: string, order: DateOrder = 'dmy'): PrintedDate | null {
  const clean = text
    .normalize('NFC')
    .replace(/[\s\u00a0]+/g, ' ')
    .trim();
  let found = DAY_THEN_CLOCK.exec(clean);
  if (found) {
    const [, a, b, year, hour, minute, half] = found;
    const past = half?.toUpperCase() === 'P' ? 12 : 0;
    const clock = hour === undefined ? undefined : half ? String((Number(hour) % 12) + past) : hour;
    return ordered(a!, b!, year!, order, clock, minute);
  }
  found = CLOCK_THEN_DAY.exec(clean) ?? WORDS.exec(clean);
  if (found) return ordered(found[3]!, found[4]!, found[5]!, order, found[1], found[2]);
  found = ISO.exec(clean);
  if (found) {
    const zone = found[6];
    if (zone) return fromEpoch(Date.parse(clean.replace(' ', 'T').replace(/([+-]\d{2})(\d{2})$/, '$1:$2')));
    return checked(found[1]!, found[2]!, found[3]!, found[4], found[5]);
  }
  found = PACKED.exec(clean);
  if (found) return checked(found[1]!, found[2]!, found[3]!, found[4], found[5]);
  return EPOCH.test(clean) ? fromEpoch(Number(clean)) : null;
}

/** `mdy` only when some value of the column has more than 12 in second place and none in first. */
export function dateOrderOf(column: readonly string[]): DateOrder {
  const pairs = column.map((text) => /(\d{1,2})[/.-](\d{1,2})[/.-]\d{4}/.exec(text)).filter((found) => found !== null);
  const over = (place: 1 | 2): boolean => pairs.some((found) => Number(found[place]) > 12);
  return over(2) && !over(1) ? 'mdy' : 'dmy';
}

/**
 * `2026-11-24T17:00`. A bare day starts at opening and ends at closing of the office on that day; on a day off, at an ordinary
 * day's hours, because the page did print that day.
 */
export function asLocalTime(date: PrintedDate, edge: 'opening' | 'closing', office: Office): LocalTime {
  if (date.time) return `${date.day}T${date.time}`;
  const { from, to } = office.calendar.covered;
  const own = date.day >= from && date.day < to ? sessionsOn(date.day, office) : [];
  const sessions = own.length ? own : (office.hours.sessions[1] ?? []);
  const minute = edge === 'opening' ? sessions[0]?.from : sessions.at(-1)?.to;
  return localTime(date.day, minute ?? (edge === 'opening' ? 0 : 1439));
}
