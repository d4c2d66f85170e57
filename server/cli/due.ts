import { doubtsBetween } from '#rules/calendar/calendar.ts';
import { calendarWarnings } from '#rules/calendar/calendar-warnings.ts';
import { dateOf } from '#rules/calendar/date.ts';
import { OutsideCalendar } from '#rules/calendar/outside-calendar.ts';
import { addWorkingTime } from '#rules/calendar/working-time.ts';
import { DEFAULT_CHOICES } from '#rules/choices.ts';
import type { Dossier } from '#rules/dossier.ts';
import { dueAt } from '#rules/due.ts';
import { dueSentence } from '#rules/due-sentence.ts';
import { formatDateTime, formatMoment, formatWeekday } from '#rules/format.ts';
import { type Certainty, citationText, type LocalTime, NotInForce } from '#rules/law.ts';
import { type Command, isTooLarge, WrongCall } from './command.ts';
import { type DueDay, dueDays } from './due-days.ts';
import { type DueInput, dueInput } from './due-input.ts';
import { outsideInput } from './due-outside.ts';

interface DueResult {
  readonly due: LocalTime;
  readonly because: string;
  readonly cite: string | null;
  /** By what the last day ends at closing time; `null` = the limit runs by the hour. */
  readonly ends: string | null;
  readonly days: readonly DueDay[];
  readonly calendar: string;
  readonly unverified: readonly string[];
  readonly warnings: readonly string[];
}

const dossierOf = ({ received, limit, pauses }: DueInput): Dossier => ({
  code: '',
  procedure: null,
  unit: '',
  officer: null,
  channel: null,
  state: 'processing',
  received,
  promised: null,
  reappointed: [],
  ready: null,
  returned: null,
  pauses,
  supplements: null,
  limitDays: 'days' in limit ? limit.days : null,
});

const comma = (n: number) => String(n).replace('.', ',');

function dueResult(input: DueInput): DueResult {
  const { received, limit, office, clock } = input;
  const dossier = dossierOf(input);
  const due = dueAt(dossier, office, { ...DEFAULT_CHOICES, clockAfterSupplement: clock });
  const at = due?.at ?? addWorkingTime(received, 'minutes' in limit ? limit.minutes : 0, office);
  const again = due?.moves[0];
  const counted = {
    dossier,
    received,
    start: again?.restarted ? again.to : received,
    due: at,
    days: Number.isInteger(dossier.limitDays) ? dossier.limitDays : null,
  };
  return {
    due: at,
    because: due
      ? dueSentence(dossier, due)
      : `Nhận ${formatMoment(received)}, thời hạn ${comma('minutes' in limit ? limit.minutes / 60 : 0)} giờ làm việc.`,
    cite: due?.cite ? citationText(due.cite) : null,
    ends: due?.ends ? `${citationText(due.ends)}: ${due.ends.note}` : null,
    days: dueDays(counted, office),
    calendar: office.calendar.version,
    unverified: doubtsBetween(office.calendar, dateOf(received), dateOf(at)),
    warnings: calendarWarnings(office.calendar, dateOf(received)),
  };
}

/** @throws WrongCall naming the argument that leads out of the calendar. */
function resultWithin(input: DueInput): DueResult {
  try {
    return dueResult(input);
  } catch (error) {
    throw error instanceof OutsideCalendar ? outsideInput(error, input) : error;
  }
}

const MARKS: Record<Certainty, string> = {
  text: '',
  secondary: ' (theo nguồn thứ hai)',
  recalled: ' (chưa kiểm chứng)',
  reading: ' (cách hiểu)',
};

const time = (minutes: number) => `${Math.floor(minutes / 60)} giờ ${String(minutes % 60).padStart(2, '0')} phút`;

function dueText(result: DueResult): string {
  const rows = result.days.map(({ date, n, minutes, because, certainty }) => {
    const count = minutes === null ? String(n ?? '–').padStart(3) : time(minutes).padStart(16);
    return `  ${formatWeekday(date).padEnd(22)}${count}  ${because.slice(0, -1)}${certainty ? MARKS[certainty] : ''}.`;
  });
  return [
    result.because + (result.cite ? ` Căn cứ: ${result.cite}.` : ''),
    '',
    ...rows,
    '',
    `Hạn: ${formatDateTime(result.due)} (${formatWeekday(dateOf(result.due))}).`,
    ...(result.ends ? [`Giờ hết hạn: ${result.ends}`] : []),
    ...result.unverified.map((sentence) => `Chú ý: ${sentence}`),
    `Lịch: ${result.calendar}.`,
    ...result.warnings.map((sentence) => `Lịch còn thiếu: ${sentence}`),
    '',
  ].join('\n');
}

/** Counts one due date day by day. */
export const due: Command = {
  name: 'due',
  usage: 'LÚC_NHẬN SỐ_NGÀY | LÚC_NHẬN --hours SỐ_GIỜ',
  summary:
    'Tính ngày hẹn trả từng ngày một: ngày nào tính, ngày nào không, theo thông báo nào. Thí dụ: due 2026-11-20T09:00 3',
  details: [
    ['LÚC_NHẬN', 'Thời điểm nhận hồ sơ theo giờ Việt Nam, dạng 2026-11-20T09:00.'],
    [
      'SỐ_NGÀY',
      'Thời hạn theo ngày làm việc; ngày nhận không tính, hết hạn lúc đóng cửa ngày cuối. 0,5 là nửa ngày, tính theo giờ.',
    ],
    [
      '--hours SỐ_GIỜ',
      'Thời hạn theo giờ làm việc thay cho số ngày; ngoài giờ mở cửa đồng hồ không chạy. Thí dụ 8 hoặc 1,5.',
    ],
    ['--weeks TỆP', 'Giờ làm việc của cơ quan, tệp JSON. Bỏ trống: thứ Hai đến thứ Sáu, 07:30–11:30 và 13:00–17:00.'],
    [
      '  sessions',
      'Các buổi của từng thứ, khóa "0" (Chủ nhật) đến "6" (thứ Bảy): [{"from": 450, "to": 690}] là 07:30–11:30, tính bằng phút từ 0 giờ.',
    ],
    [
      '  counted',
      'Những thứ được tính là ngày của hạn, thí dụ [1, 2, 3, 4, 5]. Sáng thứ Bảy mở cửa có thể không tính ngày.',
    ],
    ['  extraWorkday', 'Các buổi của ngày làm bù; bỏ trống là như thứ Hai.'],
    ['--paused TỪ..ĐẾN', 'Chờ người nộp bổ sung, dạng 2026-11-05T09:00..2026-11-12T15:00; dùng nhiều lần được.'],
    ['--clock restart|subtract', 'Sau khi bổ sung: tính lại từ đầu (mặc định) hay chỉ trừ thời gian chờ.'],
    [
      '--calendar-known NGÀY',
      'Dùng lịch nghỉ như đã biết vào ngày ấy, dạng 2024-04-11, để xem hạn đã in trước một thông báo.',
    ],
    ['--json', 'In kết quả dạng JSON với các mục sau.'],
    ['  due', 'Hạn.'],
    ['  because, cite', 'Hạn được tìm ra thế nào; điều khoản làm thời hạn tính lại, hoặc null.'],
    ['  ends', 'Vì sao hết hạn lúc đóng cửa ngày cuối: cách hiểu; null khi tính theo giờ.'],
    [
      '  days[]',
      'Từng ngày: date; n là ngày làm việc thứ mấy; minutes là số phút đã chạy khi tính theo giờ; because; certainty là độ chắc của thông báo (text, secondary, recalled, reading).',
    ],
    ['  calendar', 'Phiên bản lịch nghỉ; ghi kèm mỗi hạn đã tính.'],
    ['  unverified', 'Vì sao hạn này có thể đổi hoặc chưa đối chiếu được; rỗng khi mọi ngày nghỉ trên đường đã rõ.'],
    ['  warnings', 'Lịch còn thiếu gì cho năm nhận và năm sau.'],
  ],
  async run(args, terminal) {
    try {
      const input = await dueInput(args, terminal.read);
      const result = resultWithin(input);
      terminal.out(input.json ? `${JSON.stringify(result, null, 2)}\n` : dueText(result));
      return 0;
    } catch (error) {
      if (error instanceof NotInForce || (error instanceof RangeError && !isTooLarge(error)))
        throw new WrongCall(error.message);
      throw error;
    }
  },
};
