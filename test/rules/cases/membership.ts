import { DEFAULT_OFFICE } from '#rules/calendar/working-time.ts';
import { type Choices, DEFAULT_CHOICES } from '#rules/choices.ts';
import { countsIn } from '#rules/counts-in.ts';
import type { Dossier } from '#rules/dossier.ts';
import { type Period, quarter } from '#rules/period.ts';
import { dossierOf } from '../dossier-of.ts';
import { group, type LawCase } from './case.ts';

interface Given {
  readonly dossier: Partial<Dossier>;
  readonly choices?: Partial<Choices>;
}
/** Quarter of 2026 each part counts in; `null` = none of the three looked at. */
interface Expect {
  readonly timeliness: string | null;
  readonly rest: string | null;
}

const QUARTERS: readonly Period[] = [quarter(2026, 2), quarter(2026, 3), quarter(2026, 4)];

function run({ dossier, choices }: Given): Expect {
  const of = (part: keyof Expect) => {
    const found = QUARTERS.filter(
      (period) => countsIn(dossierOf(dossier), period, DEFAULT_OFFICE, { ...DEFAULT_CHOICES, ...choices })[part],
    );
    return found.length === 0 ? null : found.map(({ id }) => id.slice(5)).join('+');
  };
  return { timeliness: of('timeliness'), rest: of('rest') };
}

const c = (
  name: string,
  dossier: Partial<Dossier>,
  expect: Expect,
  choices: Partial<Choices> = {},
): LawCase<Given, Expect> => ({
  name,
  on: '2026-12-31',
  given: { dossier, choices },
  expect,
  article: 'Điều 15 TT 01/2018/TT-VPCP',
});
const received = { 'period.membership': 'received' } as const;
const returned = { 'period.membership': 'returned' } as const;
const wait = { 'index1.unfinishedOverdue': 'leaveOut' } as const;

const LATE = {
  received: '2026-06-20T08:00',
  promised: '2026-09-28T17:00',
  ready: '2026-10-02T09:00',
  returned: '2026-10-05T09:00',
};
const COLLECTED_LATE = {
  received: '2026-09-01T08:00',
  promised: '2026-10-08T17:00',
  ready: '2026-09-30T16:00',
  returned: '2026-10-05T09:00',
};

export const MEMBERSHIP = group('Hồ sơ thuộc kỳ nào', run, [
  c(
    'Xong ngày cuối quý III',
    { ready: '2026-09-30T17:00', promised: '2026-10-05T17:00' },
    { timeliness: 'q3', rest: 'q3' },
  ),
  c(
    'Xong ngày đầu quý IV',
    { ready: '2026-10-01T07:30', promised: '2026-10-05T17:00' },
    { timeliness: 'q4', rest: 'q4' },
  ),
  c('Đến hạn quý III, xong trễ ở quý IV: trễ hạn tính một lần ở quý III', LATE, { timeliness: 'q3', rest: 'q4' }),
  c('Xong trễ sang quý sau, địa phương chọn chờ xong', LATE, { timeliness: 'q4', rest: 'q4' }, wait),
  c('Chưa xong, đến hạn ngày cuối quý III', { promised: '2026-09-30T17:00' }, { timeliness: 'q3', rest: null }),
  c(
    'Chưa xong, đến hạn quý III, địa phương chọn chờ xong',
    { promised: '2026-09-30T17:00' },
    { timeliness: null, rest: null },
    wait,
  ),
  c(
    'Xong đúng ngày hẹn',
    { promised: '2026-09-30T11:30', ready: '2026-09-30T17:00' },
    { timeliness: 'q3', rest: 'q3' },
  ),
  c('Không có ngày hẹn: chỉ ngày xong quyết định', { ready: '2026-10-02T09:00' }, { timeliness: 'q4', rest: 'q4' }),
  c('Không có ngày hẹn, chưa xong', {}, { timeliness: null, rest: null }),
  c(
    'Đã trả nhưng không rõ ngày nào',
    { state: 'returned', promised: '2026-09-28T17:00' },
    { timeliness: null, rest: null },
  ),
  c('Xong quý III, dân nhận ở quý IV: thuộc quý III', COLLECTED_LATE, { timeliness: 'q3', rest: 'q3' }),
  c('Theo ngày trả: dân nhận ở quý IV', COLLECTED_LATE, { timeliness: 'q4', rest: 'q4' }, returned),
  c('Theo ngày trả: trễ hạn vẫn tính ở quý đến hạn', LATE, { timeliness: 'q3', rest: 'q4' }, returned),
  c(
    'Theo ngày trả: xong mà chưa trả',
    { ready: '2026-09-30T16:00', promised: '2026-10-08T17:00' },
    { timeliness: null, rest: null },
    returned,
  ),
  c(
    'Theo ngày trả: xong trễ mà chưa trả',
    { ready: '2026-09-30T16:00', promised: '2026-09-28T17:00' },
    { timeliness: 'q3', rest: null },
    returned,
  ),
  c(
    'Theo ngày trả, không rõ ngày nào',
    { state: 'returned', promised: '2026-09-28T17:00' },
    { timeliness: null, rest: null },
    returned,
  ),
  c('Theo ngày nhận: nhận quý II, xong quý IV', LATE, { timeliness: 'q2', rest: 'q2' }, received),
  c(
    'Theo ngày nhận: chưa xong cũng thuộc quý đã nhận',
    { received: '2026-09-30T16:00', promised: '2026-10-08T17:00' },
    { timeliness: 'q3', rest: 'q3' },
    received,
  ),
  c(
    'Theo ngày nhận nhưng không rõ ngày nhận',
    { ready: '2026-09-30T16:00' },
    { timeliness: null, rest: null },
    received,
  ),
]);
