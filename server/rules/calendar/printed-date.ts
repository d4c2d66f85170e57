import type { LocalTime } from '../law.ts';
import { isIsoDate, localTime } from './date.ts';
import { type Office, sessionsOn } from './working-time.ts';

/** A moment as printed. */
export interface PrintedDate {
  readonly day: string;
  /** `HH:mm`, or `null` when the page prints a day alone. */
  readonly time: string | null;
}

/** Order of day and month in a column of slashed dates. */
export type DateOrder = 'dmy' | 'mdy';

/**
 * Why a text is no date: `form` it has no form known · `shortYear` its year has two digits · `day` there is no such day ·
 * `time` there is no such time · `year` its year is before 1990 or after 2100.
 */
export type DateFault = 'form' | 'shortYear' | 'day' | 'time' | 'year';

const two = (value: string | number): string => String(value).padStart(2, '0');
const SLASHED = String.raw`(\d{1,2})[/.-](\d{1,2})[/.-](\d{4})`;
const CLOCK = String.raw`(\d{1,2}):(\d{2})(?::\d{2})?(?:\.\d+)?(?: ?(AM|PM|SA|CH))?`;
const DAY_THEN_CLOCK = new RegExp(`^${SLASHED}(?:[ ,T]+(?:lúc )?${CLOCK})?$`, 'i');
const CLOCK_THEN_DAY = new RegExp(`^${CLOCK}[ ,]+(?:ngày )?${SLASHED}$`, 'i');
const WORDS = new RegExp(String.raw`^(\d{1,2}) giờ (\d{1,2}) phút,? (?:ngày )?${SLASHED}$`, 'i');
const ISO = /^(\d{4})-(\d{2})-(\d{2})(?:[T ](\d{2}):(\d{2})(?::\d{2})?(?:\.\d+)?\s*(Z|[+-]\d{2}:?\d{2})?)?$/i;
const YEAR_FIRST = new RegExp(String.raw`^(\d{4})[/.](\d{1,2})[/.](\d{1,2})(?:[ ,T]+${CLOCK})?$`, 'i');
const PACKED = /^(\d{4})(\d{2})(\d{2})(\d{2})(\d{2})\d{2}$/;
const EPOCH = /^\d{13}$/;
const SHORT_YEAR = /^(?:\d{1,2}:\d{2}\S*[ ,]+)?\d{1,2}[/.-]\d{1,2}[/.-]\d{2}(?:[ ,T]|$)/i;

function checked(
  year: string,
  month: string,
  day: string,
  hour?: string,
  minute = '0',
  half?: string,
): PrintedDate | DateFault {
  const date = `${year}-${two(month)}-${two(day)}`;
  if (!isIsoDate(date)) return 'day';
  if (year < '1990' || year > '2100') return 'year';
  if (hour === undefined) return { day: date, time: null };
  if (half && (hour === '0' || Number(hour) > 12)) return 'time';
  const past = /^(PM|CH)$/i.test(half ?? '') ? 12 : 0;
  const clock = half ? (Number(hour) % 12) + past : Number(hour);
  return clock > 23 || Number(minute) > 59 ? 'time' : { day: date, time: `${two(clock)}:${two(minute)}` };
}

function fromEpoch(ms: number): PrintedDate | DateFault {
  if (Number.isNaN(ms)) return 'day';
  const text = new Date(ms + 7 * 3_600_000).toISOString();
  return checked(text.slice(0, 4), text.slice(5, 7), text.slice(8, 10), text.slice(11, 13), text.slice(14, 16));
}

const dayAndMonth = (a: string, b: string, order: DateOrder) =>
  order === 'dmy' ? ([b, a] as const) : ([a, b] as const);

/**
 * A printed date of any format seen on a back office or in its files, as Hanoi time, or why `text` is not exactly one date.
 * `24/11/2026 17:00:00`, `17:00, 24/11/2026`, `24/11/2026 5:00 CH`, `17 giờ 00 phút, ngày 24/11/2026`, `2026/11/24`, ISO with a zone,
 * epoch ms, `yyyyMMddHHmmss`.
 */
export function parseDate(text: string, order: DateOrder): PrintedDate | DateFault {
  const clean = text
    .normalize('NFC')
    .replace(/[\s\u00a0\u202f]+/g, ' ')
    .trim();
  let found = DAY_THEN_CLOCK.exec(clean);
  if (found) {
    const [month, day] = dayAndMonth(found[1]!, found[2]!, order);
    return checked(found[3]!, month, day, found[4], found[5], found[6]);
  }
  found = CLOCK_THEN_DAY.exec(clean);
  if (found) {
    const [month, day] = dayAndMonth(found[4]!, found[5]!, order);
    return checked(found[6]!, month, day, found[1], found[2], found[3]);
  }
  found = WORDS.exec(clean);
  if (found) {
    const [month, day] = dayAndMonth(found[3]!, found[4]!, order);
    return checked(found[5]!, month, day, found[1], found[2]);
  }
  found = ISO.exec(clean);
  if (found) {
    const zone = found[6];
    if (zone) return fromEpoch(Date.parse(clean.replace(' ', 'T').replace(/([+-]\d{2})(\d{2})$/, '$1:$2')));
    return checked(found[1]!, found[2]!, found[3]!, found[4], found[5]);
  }
  found = YEAR_FIRST.exec(clean) ?? PACKED.exec(clean);
  if (found) return checked(found[1]!, found[2]!, found[3]!, found[4], found[5], found[6]);
  if (EPOCH.test(clean)) return fromEpoch(Number(clean));
  return SHORT_YEAR.test(clean) ? 'shortYear' : 'form';
}

/** The same, or `null` for a text that is not exactly one date. */
export function readDate(text: string, order: DateOrder = 'dmy'): PrintedDate | null {
  const read = parseDate(text, order);
  return typeof read === 'string' ? null : read;
}

/** Day and month of each slashed date, in the order written. */
function pairsOf(column: readonly string[]): (readonly [number, number])[] {
  return column.flatMap((text) => {
    const found = /(?<!\d)(\d{1,2})[/.-](\d{1,2})[/.-]\d{4}(?!\d)/.exec(text);
    return found ? [[Number(found[1]), Number(found[2])] as const] : [];
  });
}

/**
 * What a column of texts says about its order: a value above 12 decides. `mixed` = both orders stand in it, `undecided` = slashed
 * dates that would do in either order, `null` = no slashed date.
 */
export function seenDateOrder(column: readonly string[]): DateOrder | 'mixed' | 'undecided' | null {
  const pairs = pairsOf(column);
  if (pairs.length === 0) return null;
  const dayFirst = pairs.some(([first, second]) => first > 12 && second <= 12);
  const monthFirst = pairs.some(([first, second]) => second > 12 && first <= 12);
  if (dayFirst && monthFirst) return 'mixed';
  return dayFirst ? 'dmy' : monthFirst ? 'mdy' : 'undecided';
}

/** `mdy` only when some value of the column has more than 12 in second place and none in first. */
export function dateOrderOf(column: readonly string[]): DateOrder {
  return seenDateOrder(column) === 'mdy' ? 'mdy' : 'dmy';
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
