import { type FormatLang, formatWorkingTime } from './format.ts';
import type { Punctuality } from './punctuality.ts';

const WORDS = {
  vi: {
    early: 'Trước hạn',
    onTime: 'Đúng hạn',
    left: (d: string) => `Còn ${d}`,
    today: 'Đến hạn hôm nay',
    overdue: 'Quá hạn',
    late: 'Trễ hạn',
    supplement: 'Tạm dừng · chờ bổ sung',
    payment: 'Tạm dừng · chờ nộp phí',
    unknown: 'Chưa đủ dữ liệu',
  },
  en: {
    early: 'Early',
    onTime: 'On time',
    left: (d: string) => `${d} left`,
    today: 'Due today',
    overdue: 'Overdue',
    late: 'Late',
    supplement: 'Paused · waiting for papers',
    payment: 'Paused · waiting for payment',
    unknown: 'Not enough data',
  },
} as const;

/**
 * The words of a mark: `Quá hạn 1 ngày 2 giờ`, `Còn 6 ngày`, `Đến hạn hôm nay 17:00`, `Tạm dừng · chờ bổ sung`. With `mark: false`
 * the full wording of cards and lists: `Quá hạn 1 ngày 2 giờ làm việc`.
 */
export function punctualityMark(p: Punctuality, lang: FormatLang = 'vi', mark = true): string {
  const words = WORDS[lang];
  const time = p.minutes === null ? '' : formatWorkingTime(p.minutes, p.dayMinutes, { lang, mark });
  switch (p.status) {
    case 'early':
      return `${words.early} ${time}`;
    case 'overdue':
      return `${p.finished ? words.late : words.overdue} ${time}`;
    case 'onTime':
    case 'dueSoon':
      if (p.finished) return words.onTime;
      return p.dueToday && p.due ? `${words.today} ${p.due.at.slice(11, 16)}` : words.left(time);
    case 'paused':
      return words[p.pausedFor ?? 'supplement'];
    case 'unknown':
      return words.unknown;
  }
}
