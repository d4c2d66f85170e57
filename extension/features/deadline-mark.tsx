import { CALENDAR_VERSION } from '#rules/calendar/calendar.ts';
import { choiceLabel } from '#rules/choices.ts';
import { formatDate, formatDateTime } from '#rules/format.ts';
import { type Punctuality, punctuality } from '#rules/punctuality.ts';
import { punctualityMark } from '#rules/punctuality-mark.ts';
import type { Feature, Seen } from './feature.ts';

const FIELDS = {
  received: 'Tiếp nhận',
  promised: 'Hẹn trả',
  reappointed: 'Hẹn lại',
  ready: 'Có kết quả',
  returned: 'Đã trả',
};

/** Where the dossier stands, or `null` while its status is not known. */
export function punctualityOf({ dossier, now, office, settings }: Seen): Punctuality | null {
  return dossier && punctuality(dossier, now, office, settings.choices);
}

function Row({ label, time, note }: { label: string; time: string | null; note?: string }) {
  return time ? (
    <div class="pair">
      <dt>{label}</dt>
      <dd>
        {time}
        {note && <span class="meta"> {note}</span>}
      </dd>
    </div>
  ) : null;
}

/** Early, on time, due soon, overdue, paused or not known: the promised date against the end, or against now. */
export const deadlineMark: Feature = {
  id: 'deadline-mark',
  mark: (seen) => {
    const found = punctualityOf(seen);
    if (!found) return { status: 'unknown', text: 'Chưa đủ dữ liệu', full: 'Chưa đủ dữ liệu' };
    return { status: found.status, text: punctualityMark(found), full: punctualityMark(found, 'vi', false) };
  },
  explain: (seen) => {
    const { reading, settings } = seen;
    const found = punctualityOf(seen);
    const moment = (field: keyof typeof FIELDS): string | null => {
      const time = reading[field];
      if (!time) return null;
      return reading.dateOnly.includes(field) ? `${formatDate(time)} (ngày, không giờ)` : formatDateTime(time);
    };
    return (
      <>
        <dl>
          <Row label={FIELDS.received} time={moment('received')} />
          <Row label={FIELDS.promised} time={moment('promised')} note="(in trên giấy hẹn)" />
          <Row label={FIELDS.reappointed} time={moment('reappointed')} />
          <Row label={FIELDS.ready} time={moment('ready')} />
          <Row label={FIELDS.returned} time={moment('returned')} />
          <Row label="Trạng thái" time={reading.status} />
          <Row label="Phần mềm ghi" time={reading.hostVerdict} />
        </dl>
        <p>{found?.because ?? 'Trang không có trạng thái mà phần mềm biết.'}</p>
        {found?.due && found.due.unverified.length > 0 && <p>{found.due.unverified.join(' ')}</p>}
        <p class="meta">
          Tính {choiceLabel('granularity', settings.choices.granularity)} · lịch {CALENDAR_VERSION}
        </p>
      </>
    );
  },
};
