import { addDays, daysBetween, isIsoDate } from './calendar/date.ts';
import { formatDateRange } from './format.ts';
import type { IsoDate } from './law.ts';

/** An evaluation period, half-open: `to` is the day after the last one. */
export interface Period {
  readonly id: string;
  readonly kind: 'quarter' | 'year' | 'custom';
  readonly from: IsoDate;
  readonly to: IsoDate;
}

const ROMAN = ['I', 'II', 'III', 'IV'] as const;

function wholeYear(year: number): string {
  if (!Number.isSafeInteger(year) || year < 1900 || year > 9999)
    throw new RangeError(`Năm ${year} không hợp lệ. Viết bốn chữ số, ví dụ 2026.`);
  return String(year);
}

/** `quarter(2026, 4)` → 01/10/2026 to 31/12/2026, id `2026-q4` (TT 01/2018/TT-VPCP Điều 15: results by quarter and year). */
export function quarter(year: number, q: 1 | 2 | 3 | 4): Period {
  const first = ['01', '04', '07', '10'][q - 1];
  if (!first) throw new RangeError(`Quý ${q} không hợp lệ. Chọn quý 1, 2, 3 hoặc 4.`);
  const from = `${wholeYear(year)}-${first}-01`;
  const to = q === 4 ? `${wholeYear(year + 1)}-01-01` : `${year}-${['04', '07', '10'][q - 1]}-01`;
  return { id: `${year}-q${q}`, kind: 'quarter', from, to };
}

/** `year(2026)` → 01/01/2026 to 31/12/2026, id `2026`. */
export function year(y: number): Period {
  return { id: wholeYear(y), kind: 'year', from: `${y}-01-01`, to: `${wholeYear(y + 1)}-01-01` };
}

/**
 * A period of a province's own, both days included: `custom('2020-12-01', '2021-11-01')`, id `20201201-20211101`.
 * @throws RangeError when a day does not exist or the last day is before the first.
 */
export function custom(from: IsoDate, last: IsoDate): Period {
  for (const day of [from, last])
    if (!isIsoDate(day)) throw new RangeError(`Ngày ${day} không có thật. Viết dạng 2026-11-24.`);
  if (daysBetween(from, last) < 0) throw new RangeError(`Ngày cuối kỳ ${last} trước ngày đầu kỳ ${from}.`);
  return {
    id: `${from}-${last}`.replace(/(\d{4})-(\d{2})-(\d{2})/g, '$1$2$3'),
    kind: 'custom',
    from,
    to: addDays(last, 1),
  };
}

export function contains(period: Period, date: IsoDate): boolean {
  return period.from <= date && date < period.to;
}

export function lastDay(period: Period): IsoDate {
  return addDays(period.to, -1);
}

export function overlaps(a: Period, b: Period): boolean {
  return a.from < b.to && b.from < a.to;
}

/** `Quý IV/2026` · `Năm 2026` · `01/12/2020 – 01/11/2021`. */
export function periodLabel(period: Period): string {
  const y = period.from.slice(0, 4);
  if (period.kind === 'year') return `Năm ${y}`;
  if (period.kind === 'quarter') return `Quý ${ROMAN[(Number(period.from.slice(5, 7)) - 1) / 3]}/${y}`;
  return formatDateRange(period.from, lastDay(period));
}
