import { addWorkingTime, DEFAULT_OFFICE, workingMinutesBetween } from '#rules/calendar/working-time.ts';
import type { Dossier } from '#rules/dossier.ts';
import type { LocalTime } from '#rules/law.ts';

/** One line of the host's progress table, in the words it prints. */
export interface BackOfficeStep {
  readonly role: string;
  readonly work: string;
  /** `0,5` working days as `0.5 ngày`; '' = no limit. */
  readonly limit: string;
  readonly started: LocalTime;
  readonly result: string;
}

/** Working minutes for which a dossier lies at the counter before it is handed over. */
const AT_COUNTER = 90;
/** The share of the time until the result after which the paper goes up to be signed. */
const SIGNED_AFTER = 0.8;

const limitOf = (days: number): string => `${days} ngày`;

/** The moment `share` of the working time from `from` to `to` has passed. */
function between(from: LocalTime, to: LocalTime, share: number): LocalTime {
  const minutes = Math.max(0, workingMinutesBetween(from, to, DEFAULT_OFFICE));
  return addWorkingTime(from, Math.floor(minutes * share), DEFAULT_OFFICE);
}

/** What the demo's back office prints of the work on a dossier up to `now`; made up from the dates the list shows. */
export function backOfficeSteps(dossier: Dossier, now: LocalTime): readonly BackOfficeStep[] {
  const { received, ready, pauses, limitDays } = dossier;
  if (!received) return [];
  const handedOver = addWorkingTime(received, AT_COUNTER, DEFAULT_OFFICE);
  const work = limitOf(Math.max(1, (limitDays ?? 2) - 1));
  const appraisal = (started: LocalTime, result: string): BackOfficeStep => ({
    role: 'Chuyên viên',
    work: 'Thẩm định hồ sơ',
    limit: work,
    started,
    result,
  });
  const asked = pauses.flatMap(({ kind, from, to }) =>
    kind === 'supplement'
      ? [
          {
            role: 'Chuyên viên',
            work: 'Yêu cầu bổ sung giấy tờ',
            limit: '',
            started: from,
            result: to ? 'Đã bổ sung' : '',
          },
          ...(to ? [appraisal(to, '')] : []),
        ]
      : [],
  );
  const running = asked.findLast(({ work: name }) => name === 'Thẩm định hồ sơ')?.started ?? handedOver;
  const ended = ready
    ? [
        {
          role: 'Lãnh đạo',
          work: 'Ký duyệt',
          limit: limitOf(0.5),
          started: between(running, ready, SIGNED_AFTER),
          result: 'Đồng ý',
        },
        { role: 'Cán bộ một cửa', work: 'Trả kết quả', limit: '', started: ready, result: '' },
      ]
    : [];
  const all = [
    { role: 'Cán bộ một cửa', work: 'Tiếp nhận hồ sơ', limit: limitOf(0.5), started: received, result: 'Chuyển xử lý' },
    appraisal(handedOver, ''),
    ...asked,
    ...ended,
  ];
  return all.filter(({ started }) => started <= now).sort((a, b) => (a.started < b.started ? -1 : 1));
}
