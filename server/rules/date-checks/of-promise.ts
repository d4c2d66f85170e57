import { asReading } from '../as-reading.ts';
import { calendarDay } from '../calendar/calendar.ts';
import { dateOf, minuteOf } from '../calendar/date.ts';
import { sessionsOn } from '../calendar/working-time.ts';
import { clockStart, onClock } from '../clock-start.ts';
import { compareTimes } from '../compare-times.ts';
import { dueAt } from '../due.ts';
import { formatDate, formatDateTime, formatMoment, formatWeekday } from '../format.ts';
import { known } from '../known.ts';
import { inForce } from '../law.ts';
import { CLOSING_READING, LATENESS } from '../workflow.ts';
import type { DateCheck } from './finding.ts';

/**
 * The date printed on the receipt against the limit counted again from the start of the clock, by day. Both are shown; the printed
 * date stays the promise. Pauses come after the receipt was printed, so they play no part.
 */
export const promiseAndLimit: DateCheck = ({ dossier, acts, office, choices }) => {
  const { received, promised, limitDays } = dossier;
  if (!received || !promised) return [];
  const on = dateOf(received);
  const due = dueAt({ ...onClock(dossier, acts, on), pauses: [] }, office, choices);
  if (!due || dateOf(due.at) === dateOf(promised)) return [];
  const start = clockStart(dossier, acts, on);
  const days = String(limitDays).replace('.', ',');
  const seen = `Giấy hẹn ghi trả ${formatMoment(promised)}; tính lại theo thời hạn ${days} ngày làm việc thì hạn là ${formatMoment(due.at)}`;
  const why =
    promised < due.at
      ? 'Có thể cơ quan đã tự rút ngắn thời hạn.'
      : 'Có thể pháp luật chuyên ngành tính khác, hoặc phần mềm đếm ngày nghỉ khác.';
  return [
    {
      kind: 'integrity',
      check: 'promiseAndLimit',
      cite: asReading(start.cite, CLOSING_READING),
      because: [`${seen}.`, start.because, 'Ngày hẹn vẫn là lời hứa với người dân.', why, ...due.unverified].join(' '),
      evidence: [
        { label: 'Hẹn trả', value: formatDateTime(promised) },
        { label: 'Hạn tính lại', value: formatDateTime(due.at) },
      ],
    },
  ];
};

const NOT_AFTERWARDS = 'Điều này cho hẹn lại trước khi quá hẹn; đổi ngày về sau không có trong văn bản.';

/** A promised date that was changed when it had already passed: what is late would look on time. */
export const movedAfterExpiry: DateCheck = ({ dossier, changes, office, choices }) =>
  changes
    .filter(({ at, from, to }) => from !== to && compareTimes(at, from, choices.granularity, office) === 'overdue')
    .map(({ at, from, to }) => {
      const why = dossier.reappointed?.includes(to)
        ? 'Ngày mới trùng ngày hẹn lại; có thể hẹn lại trước hạn nhưng ghi vào phần mềm muộn.'
        : 'Có thể là sửa lỗi nhập, hoặc tính lại thời hạn sau khi bổ sung hồ sơ.';
      const article = known(() => inForce('Quy định xin lỗi và hẹn lại', LATENESS, dateOf(at)));
      return {
        kind: 'integrity',
        check: 'movedAfterExpiry',
        cite: article && asReading(article.cite, NOT_AFTERWARDS),
        because: `Ngày hẹn trả ${formatMoment(from)} được đổi thành ${formatMoment(to)}; việc đổi ghi ${formatMoment(at)}, sau khi đã quá hẹn. ${why}`,
        evidence: [
          { label: 'Hẹn trả cũ', value: formatDateTime(from) },
          { label: 'Hẹn trả mới', value: formatDateTime(to) },
          { label: 'Đổi', value: formatDateTime(at) },
        ],
      };
    });

/** Nobody can collect a result while the office is shut. Opening and closing time themselves are office time. */
export const promisedWhenClosed: DateCheck = ({ dossier: { promised }, office }) => {
  if (!promised) return [];
  const day = dateOf(promised);
  const row = calendarDay(office.calendar, day);
  const sessions = sessionsOn(day, office);
  const minute = minuteOf(promised);
  const evidence = [{ label: 'Hẹn trả', value: formatDateTime(promised) }];
  const base = { kind: 'integrity', check: 'promisedWhenClosed', evidence } as const;
  if (row?.kind === 'holiday')
    return [
      {
        ...base,
        cite: { act: row.notice, certainty: row.certainty },
        because: `Ngày hẹn trả ${formatDate(day)} là ngày nghỉ (${row.name}). Có thể phần mềm chưa có ngày nghỉ này.`,
      },
    ];
  if (sessions.length === 0)
    return [
      {
        ...base,
        cite: null,
        because: `Ngày hẹn trả là ${formatWeekday(day)}, cơ quan không làm việc. Có thể cơ quan có lịch trả kết quả riêng.`,
      },
    ];
  if (sessions.some(({ from, to }) => from <= minute && minute <= to)) return [];
  return [
    {
      ...base,
      cite: null,
      because: `Hẹn trả ${formatMoment(promised)} là ngoài giờ làm việc của cơ quan. Có thể phần mềm dùng giờ làm việc khác.`,
    },
  ];
};
