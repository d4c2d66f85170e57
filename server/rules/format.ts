import { minuteOf, weekdayOf } from './calendar/date.ts';
import type { IsoDate, LocalTime } from './law.ts';
import { type Hundredths, roundHalfUp, type Tenths } from './points.ts';

/** The one formatter: screens, documents, spreadsheets and public pages print numbers and dates through it. */
export type FormatLang = 'vi' | 'en';

/** Shown where a value is missing, always with its reason beside it. */
export const MISSING = '—';

const NBSP = '\u00a0';
const MINUS = '\u2212';
const DASH = '\u2013';
const WEEKDAYS = ['Chủ Nhật', 'Thứ Hai', 'Thứ Ba', 'Thứ Tư', 'Thứ Năm', 'Thứ Sáu', 'Thứ Bảy'] as const;

/** Whole number with thousands: 8868 → `8.868` (vi), `8,868` (en). */
export function formatCount(n: number, lang: FormatLang = 'vi'): string {
  return `${n}`.replace(/\B(?=(\d{3})+$)/g, lang === 'vi' ? '.' : ',').replace('-', MINUS);
}

/** A whole number of 10^-digits: (3214, 2) → `32,14`. */
function formatScaled(units: number, digits: number, lang: FormatLang): string {
  const scale = 10 ** digits;
  const whole = formatCount(Math.trunc(Math.abs(units) / scale), lang);
  const rest = String(Math.abs(units) % scale).padStart(digits, '0');
  return (units < 0 ? MINUS : '') + whole + (digits === 0 ? '' : (lang === 'vi' ? ',' : '.') + rest);
}

/** Points in tenths: 159 → `15,9`, 0 → `0,0`. `signed` for differences: `+0,4`, `−0,2`, `0,0`. Missing is `—`. */
export function formatTenths(tenths: Tenths | null, lang: FormatLang = 'vi', signed = false): string {
  if (tenths === null) return MISSING;
  return (signed && tenths > 0 ? '+' : '') + formatScaled(tenths, 1, lang);
}

/** Points in hundredths: 1609 → `16,09`. Missing is `—`. */
export function formatHundredths(hundredths: Hundredths | null, lang: FormatLang = 'vi'): string {
  return hundredths === null ? MISSING : formatScaled(hundredths, 2, lang);
}

/** A whole bound without its decimal, as the circular writes it: 180 → `18`, 35 → `3,5`. */
export function formatBound(tenths: Tenths, lang: FormatLang = 'vi'): string {
  return tenths % 10 === 0 ? formatCount(tenths / 10, lang) : formatTenths(tenths, lang);
}

/** A total over the most it can reach: `15,9/18`, `—/0` when nothing is known. */
export function formatScore(total: Tenths | null, max: Tenths, lang: FormatLang = 'vi'): string {
  return `${formatTenths(total, lang)}/${formatBound(max, lang)}`;
}

/**
 * The share `part / whole`, half up: `96,8 %` with a no-break space, `96.8%` in English. 100 % and 0 % only when exact, else
 * `> 99,9 %` and `< 0,1 %`. A share of nothing is `—`.
 */
export function formatPercent(part: number, whole: number, lang: FormatLang = 'vi', digits = 1): string {
  if (whole === 0) return MISSING;
  const sign = lang === 'vi' ? `${NBSP}%` : '%';
  const scale = 10 ** digits;
  if (part === 0 || part === whole) return `${part === 0 ? 0 : 100}${sign}`;
  const units = roundHalfUp(part * 100 * scale, whole);
  if (units === 0) return `<${NBSP}${formatScaled(1, digits, lang)}${sign}`;
  if (units === 100 * scale && part < whole) return `>${NBSP}${formatScaled(100 * scale - 1, digits, lang)}${sign}`;
  return formatScaled(units, digits, lang) + sign;
}

/** Two ends in tenths: `15,6–16,2`; a signed one `[−0,1; 0,3]`. */
export function formatInterval(lo: Tenths, hi: Tenths, lang: FormatLang = 'vi', signed = false): string {
  const [a, b] = [formatScaled(lo, 1, lang), formatScaled(hi, 1, lang)];
  return signed ? `[${a}; ${b}]` : `${a}${DASH}${b}`;
}

/** `n = 412`, unbroken. */
export function formatN(n: number, lang: FormatLang = 'vi'): string {
  return `n${NBSP}=${NBSP}${formatCount(n, lang)}`;
}

/** `24/11/2026`. */
export function formatDate(date: IsoDate): string {
  const [year, month, day] = date.slice(0, 10).split('-');
  return `${day}/${month}/${year}`;
}

/** `24/11/2026 08:15`. */
export function formatDateTime(time: LocalTime): string {
  return `${formatDate(time)} ${time.slice(11, 16)}`;
}

/** Both days included: `01/12/2020 – 01/11/2021`. */
export function formatDateRange(from: IsoDate, last: IsoDate): string {
  return `${formatDate(from)} ${DASH} ${formatDate(last)}`;
}

/** `Thứ Ba, 24/11/2026`. */
export function formatWeekday(date: IsoDate): string {
  return `${WEEKDAYS[weekdayOf(date)]}, ${formatDate(date)}`;
}

/** A moment inside a sentence: `lúc 17:00 ngày 24/11/2026`. @throws RangeError when `time` is no moment. */
export function formatMoment(time: LocalTime): string {
  minuteOf(time);
  return `lúc ${time.slice(11, 16)} ngày ${formatDate(time)}`;
}

/**
 * Working time, rounded down so that it never claims more than is true: `1 ngày 2 giờ làm việc`, `2 ngày làm việc`,
 * `dưới 1 giờ làm việc`. A `mark` drops «làm việc» and, from 3 days, the hours.
 * @param minutes 0 or more; @param dayMinutes minutes in one working day of that office.
 */
export function formatWorkingTime(
  minutes: number,
  dayMinutes: number,
  { lang = 'vi', mark = false }: { lang?: FormatLang; mark?: boolean } = {},
): string {
  const days = Math.floor(minutes / dayMinutes);
  const hours = Math.floor((minutes % dayMinutes) / 60);
  const words =
    lang === 'vi'
      ? { day: ' ngày', hour: ' giờ', under: 'dưới 1 giờ', working: ' làm việc' }
      : {
          day: days === 1 ? ' day' : ' days',
          hour: hours === 1 ? ' hour' : ' hours',
          under: 'under 1 hour',
          working: '',
        };
  const parts: string[] = [];
  if (days > 0) parts.push(`${formatCount(days, lang)}${words.day}`);
  if (hours > 0 && !(mark && days >= 3)) parts.push(`${hours}${words.hour}`);
  const text = parts.length > 0 ? parts.join(' ') : words.under;
  if (lang === 'en') return mark ? text : text.replace(/ (day|hour)/, ' working $1');
  return mark ? text : text + words.working;
}

/** Lists end with «và»: `A, B và C`. */
export function formatList(items: readonly string[], lang: FormatLang = 'vi'): string {
  const last = items.at(-1) ?? '';
  if (items.length < 2) return last;
  return `${items.slice(0, -1).join(', ')} ${lang === 'vi' ? 'và' : 'and'} ${last}`;
}

/** Counts in a report have a 0 under 10, as offices write: `01/18`; zero itself stays `0`. */
export function formatReportCount(n: number): string {
  return n > 0 && n < 10 ? `0${n}` : formatCount(n);
}
