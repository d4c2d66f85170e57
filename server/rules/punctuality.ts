import { dayMinutes } from './calendar/office-hours.ts';
import type { Office } from './calendar/working-time.ts';
import { labelIn } from './choice.ts';
import type { Choices } from './choices.ts';
import { TIME_CHOICES } from './choices-of-time.ts';
import type { Dossier } from './dossier.ts';
import type { Evidence } from './finding.ts';
import { formatDateTime } from './format.ts';
import { citationText, type LocalTime } from './law.ts';
import { DUE_SOON_DAYS, type Standing, standing } from './standing.ts';

/** A standing in words, with what it was read from. */
export interface Punctuality extends Standing {
  /** Minutes in one working day of this office, to print `minutes`. */
  readonly dayMinutes: number;
  readonly granularity: Choices['granularity'];
  /** Why, in one sentence; for `unknown` it names what is missing. */
  readonly because: string;
  readonly evidence: readonly Evidence[];
}

/** The dates a standing was read from. */
export function timingEvidence(dossier: Dossier, { due, end }: Standing, now: LocalTime, choices: Choices): Evidence[] {
  const rows: [string, LocalTime | null | undefined][] = [
    ['Tiếp nhận', dossier.received],
    ['Hẹn trả', dossier.promised],
    ['Hạn tính lại', due && due.at !== dossier.promised ? due.at : null],
    [end?.by === 'returned' ? 'Đã trả kết quả' : 'Có kết quả', end?.at],
    ['Thời điểm xem', end ? null : now],
  ];
  const shown = rows.flatMap(([label, time]) => (time ? [{ label, value: formatDateTime(time) }] : []));
  const doubts = due ? due.unverified.map((value) => ({ label: 'Lịch nghỉ', value })) : [];
  const ends = due?.ends ? [{ label: 'Giờ hết hạn', value: citationText(due.ends) }] : [];
  return [
    ...shown,
    ...ends,
    ...doubts,
    { label: 'So sánh', value: labelIn(TIME_CHOICES, 'granularity', choices.granularity) },
  ];
}

function because({ status, end, due, fault }: Standing, choices: Choices): string {
  if (fault) return fault.message;
  if (end && !end.at) return 'Hồ sơ đã kết thúc nhưng dữ liệu không có ngày có kết quả hoặc ngày trả.';
  if (status === 'paused') return 'Hồ sơ đang tạm dừng, thời hạn chưa chạy tiếp.';
  if (!due)
    return choices.compareWith === 'promised'
      ? 'Dữ liệu không có ngày hẹn trả.'
      : 'Dữ liệu không có ngày nhận hoặc thời hạn.';
  const limit = formatDateTime(due.at);
  if (end?.at) return `${end.by === 'returned' ? 'Đã trả' : 'Có kết quả'} ${formatDateTime(end.at)}, hạn ${limit}.`;
  return status === 'overdue' ? `Hạn ${limit} đã qua, chưa có kết quả.` : `Hạn ${limit}, chưa có kết quả.`;
}

/**
 * Where a dossier stands at `now` (`standing`), why, and from which dates.
 * @param now `2026-11-26T10:00`; ignored once the dossier is finished.
 */
export function punctuality(
  dossier: Dossier,
  now: LocalTime,
  office: Office,
  choices: Choices,
  dueSoonDays = DUE_SOON_DAYS,
): Punctuality {
  const found = standing(dossier, now, office, choices, dueSoonDays);
  return {
    ...found,
    dayMinutes: dayMinutes(office.hours),
    granularity: choices.granularity,
    because: because(found, choices),
    evidence: timingEvidence(dossier, found, now, choices),
  };
}
