import { dateOf } from '../calendar/date.ts';
import { addWorkingDays, type Office } from '../calendar/working-time.ts';
import { certainlyEarlier } from '../certainly-earlier.ts';
import type { Evidence } from '../finding.ts';
import { formatDate, formatDateTime } from '../format.ts';
import { type Citation, inForce, type LocalTime, NotInForce } from '../law.ts';
import { PETITION_LIMITS, type PetitionLimits } from '../rulesets/qd766-petition-limits.ts';
import { countTold, type Told766 } from './told.ts';

/** Moments of one petition. Absent = not recorded, `null` = known not to have happened yet. */
export interface Petition766 {
  readonly received: LocalTime;
  readonly refused?: LocalTime | null;
  readonly askedSupplement?: LocalTime | null;
  readonly answered?: LocalTime | null;
  readonly published?: LocalTime | null;
}

/** Whether a petition was handled, or still is, within its limits (index 5.2). */
export interface PetitionOnTime766 {
  readonly index: '5.2';
  /** `null` = cannot be told. */
  readonly onTime: boolean | null;
  readonly cite: Citation;
  readonly because: string;
  readonly evidence: readonly Evidence[];
}

interface Step {
  readonly label: string;
  readonly limit: keyof PetitionLimits;
  /** From when its days run; `undefined` = they do not run. */
  readonly from: LocalTime | null | undefined;
  readonly at: LocalTime | null | undefined;
  /** Still to come by this moment, so that waiting too long is late as well. */
  readonly awaited: boolean;
}

function stepsOf({ received, refused, askedSupplement, answered, published }: Petition766): readonly Step[] {
  return [
    { label: 'Từ chối', limit: 'refuse', from: received, at: refused, awaited: false },
    { label: 'Yêu cầu bổ sung', limit: 'askSupplement', from: received, at: askedSupplement, awaited: false },
    { label: 'Trả lời', limit: 'answer', from: received, at: answered, awaited: !refused },
    { label: 'Công khai', limit: 'publish', from: answered, at: published, awaited: published === null },
  ];
}

/**
 * Each step on record against its limit in working days, by whole days; the day it runs from is not counted. A step that is awaited is
 * late once its last day has passed at `now`.
 * @throws NotInForce for a petition from before the system was official.
 */
export function petitionOnTime766(petition: Petition766, now: LocalTime, office: Office): PetitionOnTime766 {
  const { value: limits, cite } = inForce(
    'Thời hạn xử lý phản ánh, kiến nghị',
    PETITION_LIMITS,
    dateOf(petition.received),
  );
  const steps = stepsOf(petition);
  const evidence = [{ label: 'Nhận', at: petition.received }, ...steps].flatMap(({ label, at }) =>
    at ? [{ label, value: formatDateTime(at) }] : [],
  );
  const result = (onTime: boolean | null, because: string): PetitionOnTime766 => ({
    index: '5.2',
    onTime,
    cite,
    because,
    evidence,
  });
  if (petition.answered === undefined && !petition.refused)
    return result(null, 'Dữ liệu không cho biết phản ánh, kiến nghị đã được trả lời hay chưa.');
  try {
    // First all dates that cannot be: an impossible step tells nothing, even where another one is late.
    for (const { label, from, at } of steps)
      if (from && at && certainlyEarlier(at, from, office))
        return result(
          null,
          `${label} ${formatDateTime(at)}, trước khi ${from === petition.received ? 'nhận' : 'trả lời'} ${formatDateTime(from)}: không biết có đúng hạn không.`,
        );
    for (const { label, limit, from, at, awaited } of steps) {
      if (!from || !(at || awaited)) continue;
      const last = addWorkingDays(dateOf(from), limits[limit], office);
      if (dateOf(at ?? now) > last)
        return result(
          false,
          `${label} ${at ? `ngày ${formatDate(dateOf(at))}` : 'chưa thực hiện'}, hạn ${limits[limit]} ngày làm việc đến ngày ${formatDate(last)}: quá hạn.`,
        );
    }
  } catch (error) {
    if (error instanceof NotInForce) return result(null, error.message);
    throw error;
  }
  return result(true, 'Các bước đã ghi nhận đều trong hạn.');
}

/** Counts of index 5.2. */
export function countPetitions(rows: readonly PetitionOnTime766[]): Told766 {
  return countTold(rows.map(({ onTime }) => onTime));
}
