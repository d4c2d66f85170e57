import { CALENDAR_VERSION } from '#rules/calendar/calendar.ts';
import { labelIn } from '#rules/choice.ts';
import { TIME_CHOICES } from '#rules/choices-of-time.ts';
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
    counted: 'Tính {granularity} · lịch {calendar}',
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
    counted: 'Counted {granularity} · calendar {calendar}',
  },
);

type Moment = 'received' | 'promised' | 'reappointed' | 'ready' | 'returned';

/** Where the dossier stands, or `null` while its status is not known. */
export function punctualityOf({ dossier, now, office, settings }: Seen): Punctuality | null {
  return dossier && punctuality(dossier, now, office, settings.choices);
}

/** Early, on time, due soon, overdue, paused or not known: the promised date against the end, or against now. */
export const deadlineMark: Feature = {
  id: 'deadline-mark',
  name: () => say('name'),
  mark: (seen) => {
    const found = punctualityOf(seen);
    if (!found) return { status: 'unknown', text: say('unknown'), full: say('unknown') };
    return {
      status: found.status,
      text: punctualityMark(found, language()),
      full: punctualityMark(found, language(), false),
    };
  },
  explain: (seen) => {
    const { reading, settings } = seen;
    const found = punctualityOf(seen);
    const moment = (field: Moment): string | null => {
      const time = reading[field];
      if (!time) return null;
      return reading.dateOnly.includes(field) ? say('dayOnly', { day: formatDate(time) }) : formatDateTime(time);
    };
    return (
      <>
        <dl>
          <Pair label={say('received')} value={moment('received')} />
          <Pair label={say('promised')} value={moment('promised')} note={say('printed')} />
          <Pair label={say('reappointed')} value={moment('reappointed')} />
          <Pair label={say('ready')} value={moment('ready')} />
          <Pair label={say('returned')} value={moment('returned')} />
          <Pair label={say('status')} value={reading.status} />
          <Pair label={say('host')} value={reading.hostVerdict} />
        </dl>
        <p>{found?.because ?? say('unknownStatus')}</p>
        {found?.due && found.due.unverified.length > 0 && <p>{found.due.unverified.join(' ')}</p>}
        <p class="meta">
          {say('counted', {
            granularity: labelIn(TIME_CHOICES, 'granularity', settings.choices.granularity),
            calendar: CALENDAR_VERSION,
          })}
        </p>
      </>
    );
  },
};
