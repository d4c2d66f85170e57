import { parseArgs } from 'node:util';
import { calendarKnownOn, NATIONAL_CALENDAR } from '#rules/calendar/calendar.ts';
import { isIsoDate, momentNumber } from '#rules/calendar/date.ts';
import { DEFAULT_OFFICE_HOURS, type OfficeHours } from '#rules/calendar/office-hours.ts';
import type { Office } from '#rules/calendar/working-time.ts';
import type { Choices } from '#rules/choices.ts';
import type { Pause } from '#rules/dossier.ts';
import type { LocalTime } from '#rules/law.ts';
import { officeHours } from '#wire/office-hours.ts';
import { vietnameseError } from '#wire/vietnamese-error.ts';
import { WrongCall } from './command.ts';
import { issueLines } from './issue-lines.ts';
import { readJson } from './read-json.ts';

/** A limit to be counted: in working days of the office, or in minutes of office time. */
export interface DueInput {
  readonly received: LocalTime;
  readonly limit: { readonly days: number } | { readonly minutes: number };
  readonly office: Office;
  readonly pauses: readonly Pause[];
  readonly clock: Choices['clockAfterSupplement'];
  readonly json: boolean;
}

const OPTIONS = {
  hours: { type: 'string' },
  weeks: { type: 'string' },
  paused: { type: 'string', multiple: true },
  clock: { type: 'string' },
  'calendar-known': { type: 'string' },
  json: { type: 'boolean' },
} as const;

function parsed(args: readonly string[]) {
  try {
    return parseArgs({ args: [...args], options: OPTIONS, allowPositionals: true });
  } catch {
    throw new WrongCall(`Không hiểu «${args.join(' ')}». Xem các mục bằng «due --help».`);
  }
}

function moment(field: string, text: string): LocalTime {
  try {
    momentNumber(text);
    return text;
  } catch {
    throw new WrongCall(`${field}: «${text}» không phải là thời điểm. Viết dạng 2026-11-20T09:00.`);
  }
}

/** In thousandths, which stay whole where `4.1 * 60` would not; typed with a point or a comma: `3`, `0,5`. */
function thousandths(field: string, text: string): number {
  if (!/^\d{1,4}([.,]\d{1,3})?$/.test(text))
    throw new WrongCall(`${field}: «${text}» không phải là số. Viết số từ 0 trở lên, thí dụ 3 hoặc 0,5.`);
  const [whole = '', part = ''] = text.split(/[.,]/);
  return Number(whole + part.padEnd(3, '0'));
}

function limitOf(days: string | undefined, hours: string | undefined): DueInput['limit'] {
  if (hours === undefined) {
    if (days === undefined) throw new WrongCall('SỐ_NGÀY: còn thiếu. Thêm số ngày làm việc, hoặc dùng --hours SỐ_GIỜ.');
    return { days: thousandths('SỐ_NGÀY', days) / 1000 };
  }
  if (days !== undefined) throw new WrongCall('--hours: đã có SỐ_NGÀY. Bỏ một trong hai.');
  const minutes = (thousandths('--hours', hours) * 60) / 1000;
  if (!Number.isInteger(minutes)) throw new WrongCall(`--hours: «${hours}» giờ không chẵn phút. Viết thí dụ 1,5.`);
  return { minutes };
}

function pause(text: string, received: LocalTime): Pause {
  const [from = '', to = '', ...more] = text.split('..');
  if (more.length > 0 || to === '') throw new WrongCall(`--paused: «${text}» chưa đúng. Viết TỪ..ĐẾN.`);
  const found: Pause = { kind: 'supplement', from: moment('--paused', from), to: moment('--paused', to) };
  if (from >= to) throw new WrongCall(`--paused: «${text}» kết thúc trước khi bắt đầu. Đổi chỗ hai thời điểm.`);
  if (from < received)
    throw new WrongCall(`--paused: «${text}» bắt đầu trước LÚC_NHẬN. Chỉ ghi khoảng chờ sau khi nhận hồ sơ.`);
  return found;
}

async function hoursIn(path: string, read: (path: string) => Promise<string>): Promise<OfficeHours> {
  const body = await readJson(path, read, `--weeks: ${path}`);
  const found = officeHours.safeParse(body, { error: vietnameseError });
  if (found.success) return found.data;
  const faults = issueLines(found.error.issues, body);
  throw new WrongCall([`--weeks: ${path} chưa đúng. Sửa các mục sau:`, ...faults].join('\n'));
}

/** @throws WrongCall */
export async function dueInput(args: readonly string[], read: (path: string) => Promise<string>): Promise<DueInput> {
  const { values, positionals } = parsed(args);
  const [received, days, ...more] = positionals;
  if (received === undefined) throw new WrongCall('LÚC_NHẬN: còn thiếu. Viết thí dụ: due 2026-11-20T09:00 3');
  if (more.length > 0) throw new WrongCall(`Thừa «${more.join(' ')}». Chỉ cần LÚC_NHẬN và SỐ_NGÀY.`);
  const clock = values.clock ?? 'restart';
  if (clock !== 'restart' && clock !== 'subtract')
    throw new WrongCall(`--clock: không có cách «${clock}». Dùng restart hoặc subtract.`);
  const knownOn = values['calendar-known'];
  if (knownOn !== undefined && !isIsoDate(knownOn))
    throw new WrongCall(`--calendar-known: «${knownOn}» không phải là ngày. Viết dạng 2024-04-11.`);
  const limit = limitOf(days, values.hours);
  if ('minutes' in limit && values.paused)
    throw new WrongCall('--paused: chỉ dùng với SỐ_NGÀY. Bỏ --hours hoặc bỏ --paused.');
  const start = moment('LÚC_NHẬN', received);
  return {
    received: start,
    limit,
    office: {
      calendar: knownOn === undefined ? NATIONAL_CALENDAR : calendarKnownOn(knownOn),
      hours: values.weeks === undefined ? DEFAULT_OFFICE_HOURS : await hoursIn(values.weeks, read),
    },
    pauses: (values.paused ?? []).map((text) => pause(text, start)),
    clock,
    json: values.json === true,
  };
}
