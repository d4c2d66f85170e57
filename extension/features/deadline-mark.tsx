import { CALENDAR_VERSION } from '#rules/calendar/calendar.ts';
import { formatDate, formatDateTime } from '#rules/format.ts';
import { type Punctuality, punctuality } from '#rules/punctuality.ts';
import { punctualityMark } from '#rules/punctuality-mark.ts';
import { language, texts } from '../language.ts';
import type { Feature, Seen } from './feature.ts';
import { Pair } from './pair.tsx';

const say = texts(
  {
    name: 'Dấu hạn trên danh sách, có thẻ giải thích',
    received: 'Tiếp nhận',
    promised: 'Hẹn trả',
    reappointed: 'Hẹn lại',
    ready: 'Có kết quả',
    returned: 'Đã trả',
    status: 'Trạng thái',
    host: 'Phần mềm ghi',
    printed: '(in trên giấy hẹn)',
    dayOnly: '{day} (ngày, không giờ)',
    unknownStatus: 'Trang không có trạng thái mà phần mềm biết.',
    unknown: 'Chưa đủ dữ liệu',
    day: 'theo ngày',
    halfDay: 'theo buổi',
    timestamp: 'theo giờ',
    holidays: 'Lịch nghỉ:',
    counted: 'Tính {granularity} · lịch nghỉ cập nhật đến {calendar}',
  },
  {
    name: 'Deadline marks on the list, with a card that explains',
    received: 'Received',
    promised: 'Promised',
    reappointed: 'New date',
    ready: 'Result ready',
    returned: 'Handed over',
    status: 'Status',
    host: 'The system says',
    printed: '(printed on the receipt)',
    dayOnly: '{day} (a day without an hour)',
    unknownStatus: 'The page shows no status this software knows.',
    unknown: 'Not enough data',
    day: 'by day',
    halfDay: 'by half day',
    timestamp: 'by the hour',
    holidays: 'Holidays:',
    counted: 'Counted {granularity} · calendar of holidays as known on {calendar}',
  },
);

/** The last day on which a holiday became known: the version without the part that only a support line reads. */
const CALENDAR_DAY = formatDate(CALENDAR_VERSION.slice('vn-'.length, 'vn-2026-04-24'.length));

type Moment = 'received' | 'promised' | 'reappointed' | 'ready' | 'returned';

const found = new WeakMap<Seen, Punctuality | null>();

/** Where the dossier stands, or `null` while its status is not known. Several features ask: it is found once for each look. */
export function punctualityOf(seen: Seen): Punctuality | null {
  const known = found.get(seen);
  if (known !== undefined) return known;
  const { dossier, now, office, settings } = seen;
  const fresh = dossier && punctuality(dossier, now, office, settings.choices);
  found.set(seen, fresh);
  return fresh;
}

/** Early, on time, due soon, overdue, paused or not known: the promised date against the end, or against now. */
export const deadlineMark: Feature = {
  id: 'deadline-mark',
  name: () => say('name'),
  mark: (seen) => {
    const stands = punctualityOf(seen);
    if (!stands) return { status: 'unknown', text: say('unknown'), full: say('unknown') };
    return {
      status: stands.status,
      text: punctualityMark(stands, language()),
      full: punctualityMark(stands, language(), false),
    };
  },
  explain: (seen) => {
    const { reading, dossier, settings } = seen;
    const stands = punctualityOf(seen);
    const moment = (field: Moment): string | null => {
      const time = reading[field];
      if (!time) return null;
      return reading.dateOnly.includes(field) ? say('dayOnly', { day: formatDate(time) }) : formatDateTime(time);
    };
    // The promise it is judged by, which a date printed anew since does not replace.
    const first = dossier?.promised && dossier.promised !== reading.promised ? formatDateTime(dossier.promised) : null;
    return (
      <>
        <dl>
          <Pair label={say('received')} value={moment('received')} />
          <Pair label={say('promised')} value={first ?? moment('promised')} note={say('printed')} />
          <Pair label={say('reappointed')} value={moment('reappointed')} />
          <Pair label={say('ready')} value={moment('ready')} />
          <Pair label={say('returned')} value={moment('returned')} />
          <Pair label={say('status')} value={reading.status} />
          <Pair label={say('host')} value={reading.hostVerdict} />
        </dl>
        <p>{stands?.because ?? say('unknownStatus')}</p>
        {stands?.due && stands.due.unverified.length > 0 && (
          <p>
            {say('holidays')} <span lang="vi">{stands.due.unverified.join(' ')}</span>
          </p>
        )}
        <p class="meta">
          {say('counted', {
            granularity: say(settings.choices.granularity),
            calendar: CALENDAR_DAY,
          })}
        </p>
      </>
    );
  },
};
