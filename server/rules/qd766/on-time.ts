import { addDays, dateOf } from '../calendar/date.ts';
import { minutesOfDays, type Office, workingMinutesBetween } from '../calendar/working-time.ts';
import { certainlyEarlier } from '../certainly-earlier.ts';
import type { Dossier } from '../dossier.ts';
import type { Evidence } from '../finding.ts';
import { formatCount, formatDateTime, formatMoment } from '../format.ts';
import { type Citation, inForce, type LocalTime, NotInForce } from '../law.ts';
import { MOST_REQUESTS, ON_TIME_NOTE } from '../rulesets/qd766-on-time.ts';
import { type End766, endOf766, type OnTimeFacts, requestsOf, supplementSpans, withoutSpans } from './end.ts';
import { countTold, type Told766 } from './told.ts';

/** Whether one dossier is on time by index 2.1; there is no early and no due soon. */
export interface OnTime766 {
  readonly index: '2.1';
  /** `null` = it does not count, or it cannot be told, for the reason in `because`. */
  readonly onTime: boolean | null;
  /** false = it was never received, so it belongs to no denominator. */
  readonly counted: boolean;
  readonly cite: Citation;
  readonly because: string;
  readonly evidence: readonly Evidence[];
}

type Verdict = Pick<OnTime766, 'onTime' | 'because' | 'cite'>;

const END_WORDS: Readonly<Record<End766['by'], string>> = {
  ready: 'Đã xử lý xong',
  returned: 'Đã trả kết quả',
  stopped: 'Dừng xử lý',
  refused: 'Từ chối',
  withdrawn: 'Công dân rút hồ sơ',
  request: 'Yêu cầu bổ sung',
  periodEnd: 'Hết kỳ',
};

const reading = (note: string): Citation => ({ ...ON_TIME_NOTE, certainty: 'reading', note });
const ELAPSED = reading('Thời gian chờ bổ sung được trừ theo thời gian trôi qua, không theo giờ làm việc.');
const WORKED = reading('Thời gian xử lý và thời hạn được so theo giờ làm việc của cơ quan.');

const verdictWords = (onTime: boolean) => (onTime ? 'đúng hạn' : 'quá hạn');
const unknown = (because: string): Verdict => ({ onTime: null, because, cite: ON_TIME_NOTE });

/** A dossier without a receipt that is new, or was refused, stopped or withdrawn, was never taken in. */
function wasReceived({ received, state }: Dossier): boolean {
  return received !== null || !(state === 'new' || state === 'refused' || state === 'stopped' || state === 'withdrawn');
}

/** Against the promised moment; a finished dossier first gives back the time its applicant took to complete it. */
function againstPromised(dossier: Dossier, promised: LocalTime, at: LocalTime, by: End766['by']): Verdict {
  const finished = by !== 'request' && by !== 'periodEnd';
  const spans = finished ? supplementSpans(dossier, at) : [];
  const end = withoutSpans(at, spans);
  const onTime = end <= promised;
  const less = spans.length > 0 ? `, trừ thời gian chờ bổ sung còn ${formatMoment(end)}` : '';
  const because = `${END_WORDS[by]} ${formatMoment(at)}${less}; hẹn trả ${formatMoment(promised)}: ${verdictWords(onTime)}.`;
  return { onTime, because, cite: spans.length > 0 ? ELAPSED : ON_TIME_NOTE };
}

/** Against the longest time the law gives, where no date was promised. */
function againstLimit(dossier: Dossier, at: LocalTime, by: End766['by'], office: Office): Verdict {
  const { received, limitDays } = dossier;
  if (received === null || limitDays === null)
    return unknown('Dữ liệu không có ngày hẹn trả và thiếu ngày tiếp nhận hoặc thời hạn theo quy định.');
  const minutes = supplementSpans(dossier, at).reduce(
    (sum, { from, to }) => sum - workingMinutesBetween(from, to, office),
    workingMinutesBetween(received, at, office),
  );
  const limit = minutesOfDays(limitDays, office.hours);
  const onTime = minutes <= limit;
  const because = `${END_WORDS[by]} ${formatMoment(at)}, không có ngày hẹn trả: đã dùng ${formatCount(minutes)} phút làm việc, thời hạn ${formatCount(limit)} phút: ${verdictWords(onTime)}.`;
  return { onTime, because, cite: WORKED };
}

function verdictOf(dossier: Dossier, { at, by }: End766, most: number, office: Office): Verdict {
  const requests = requestsOf(dossier);
  if (by === 'request' && requests > most)
    return {
      onTime: false,
      because: `Hồ sơ đang chờ bổ sung và đã bị yêu cầu bổ sung ${requests} lần, quá ${most} lần: quá hạn.`,
      cite: ON_TIME_NOTE,
    };
  if (at === null)
    return unknown(
      by === 'request'
        ? 'Hồ sơ đang chờ bổ sung nhưng dữ liệu không có thời điểm yêu cầu.'
        : 'Hồ sơ đã kết thúc nhưng dữ liệu không có thời điểm kết thúc.',
    );
  try {
    // The end of the period is no date of the dossier: one received after it is not over.
    if (by !== 'periodEnd' && dossier.received !== null && certainlyEarlier(at, dossier.received, office))
      return unknown(
        `${END_WORDS[by]} ${formatMoment(at)}, trước khi tiếp nhận ${formatMoment(dossier.received)}: không biết có đúng hạn không.`,
      );
    return dossier.promised === null
      ? againstLimit(dossier, at, by, office)
      : againstPromised(dossier, dossier.promised, at, by);
  } catch (error) {
    if (error instanceof NotInForce || error instanceof RangeError) return unknown(error.message);
    throw error;
  }
}

function evidenceOf(dossier: Dossier, end: End766): Evidence[] {
  const rows: [string, LocalTime | null][] = [
    ['Tiếp nhận', dossier.received],
    ['Hẹn trả', dossier.promised],
    [END_WORDS[end.by], end.at],
  ];
  return [
    ...rows.flatMap(([label, time]) => (time ? [{ label, value: formatDateTime(time) }] : [])),
    { label: 'Số lần yêu cầu bổ sung ghi nhận', value: formatCount(requestsOf(dossier)) },
  ];
}

/**
 * The State's own definition of on time (QĐ 766/QĐ-TTg, index 2.1): the end is not after the promised moment, to the minute.
 * @param periodEnd 00:00 of the day after the period's last day; it stands for the end of a dossier that has none.
 * @param office working time, used only where no date was promised.
 * @throws NotInForce for a period whose last day is before the system was official.
 */
export function onTime766(facts: OnTimeFacts, periodEnd: LocalTime, office: Office): OnTime766 {
  const { dossier } = facts;
  const most = inForce('Cách tính đúng hạn của chỉ số 2.1', MOST_REQUESTS, addDays(dateOf(periodEnd), -1)).value;
  const end = endOf766(facts, periodEnd);
  // Made when it is read: a close counts a million dossiers and reads none of it.
  const told = {
    index: '2.1' as const,
    get evidence() {
      return evidenceOf(dossier, end);
    },
  };
  if (!wasReceived(dossier)) {
    const because = 'Hồ sơ chưa được tiếp nhận nên không tính vào chỉ số 2.1.';
    return Object.assign(told, { onTime: null, counted: false, because, cite: ON_TIME_NOTE });
  }
  return Object.assign(told, { counted: true, ...verdictOf(dossier, end, most, office) });
}

/** Counts of index 2.1; a dossier that was never received is in none of them. */
export function countOnTime(rows: readonly OnTime766[]): Told766 {
  return countTold(rows.filter((row) => row.counted).map(({ onTime }) => onTime));
}
