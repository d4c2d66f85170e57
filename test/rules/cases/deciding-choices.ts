import type { Choices } from '#rules/choices.ts';
import type { Dossier, Step } from '#rules/dossier.ts';
import { group } from './case.ts';
import { type OneExpect, recordCase, runRecord } from './scored-record.ts';

/** Promised for 15/10/2021 17:00, done on 14/10 at 10:00 but for `dossier`; no petition. */
const of =
  (indicator: 1 | 2 | 7) =>
  (name: string, dossier: Partial<Dossier>, expect: OneExpect, worked: string, choices: Partial<Choices> = {}) =>
    recordCase(name, { indicator, record: { dossier, petition: false }, choices }, expect, worked);
const [one, two, seven] = [of(1), of(2), of(7)];

const minute = { granularity: 'timestamp' } as const;
const wait = { 'index1.unfinishedOverdue': 'leaveOut' } as const;
const slowest = { 'index2.agencies': 'slowest' } as const;
const received = { 'period.membership': 'received' } as const;
const unfinished = 'index1.unfinishedOverdue' as const;
const agencies = 'index2.agencies' as const;
const granularity = 'granularity' as const;
const late = 'index7.lateNoPetition' as const;
const running = { state: 'processing', ready: null } as const;
const overdue = { ...running, promised: '2021-12-30T17:00' } as const;
const paused = {
  ...running,
  promised: '2021-12-30T09:00',
  pauses: [{ kind: 'supplement', from: '2021-12-30T10:00', to: null }],
} as const;

const step = (unit: string, ended: string | null): Step => ({ unit, officer: null, due: '2021-10-12T17:00', ended });
const EARLY = step('so-mau', '2021-10-11T10:00');
const SHARP = step('so-mau', '2021-10-12T17:00');
const NEAR = step('so-mau', '2021-10-12T10:00');
const JUST_AFTER = step('so-mau', '2021-10-12T17:01');
const LATE = step('so-mau', '2021-10-13T00:00');
const OPEN = step('so-mau', null);
const OTHER_EARLY = step('so-khac', '2021-10-11T10:00');
const OTHER_NEAR = step('so-khac', '2021-10-12T10:00');

/** Điểm mang dấu cách hiểu khi và chỉ khi một lựa chọn khác có thể cho điểm khác. */
export const DECIDING_CHOICES = group('Cách hiểu nào đã quyết định điểm', runRecord, [
  one('Xong trước ngày hẹn', {}, { points: 20 }, 'mọi mức so sánh đều là trước hạn'),
  one('Xong phút cuối ngày hôm trước', { ready: '2021-10-14T23:59' }, { points: 20 }, 'vẫn là ngày 14/10'),
  one('Xong đúng phút hẹn', { ready: '2021-10-15T17:00' }, { points: 10 }, 'mọi mức so sánh đều là bằng'),
  one(
    'Xong trước phút hẹn một phút',
    { ready: '2021-10-15T16:59' },
    { points: 10, reading: granularity },
    'theo ngày là bằng, theo giờ là trước hạn',
  ),
  one(
    'Xong sau phút hẹn một phút',
    { ready: '2021-10-15T17:01' },
    { points: 10, reading: granularity },
    'theo ngày là bằng, theo giờ là quá hạn',
  ),
  one(
    'Xong trước phút hẹn một phút, chọn theo giờ',
    { ready: '2021-10-15T16:59' },
    { points: 20, reading: granularity },
    'theo giờ là trước hạn, theo ngày là bằng',
    minute,
  ),
  one('Xong phút đầu ngày hôm sau', { ready: '2021-10-16T00:00' }, { points: 0 }, 'mọi mức so sánh đều là quá hạn'),
  one('Chưa xong, đã quá hạn khi hết kỳ', overdue, { points: 0, reading: unfinished }, 'chọn chờ thì chưa tính'),
  one(
    'Dừng chờ bổ sung sau giờ hẹn cùng ngày, theo giờ đã quá hạn',
    paused,
    { points: 0, reading: [granularity, unfinished] },
    'hẹn 09:00, dừng 10:00 cùng ngày 30/12',
    minute,
  ),
  one('Dừng chờ bổ sung sau giờ hẹn cùng ngày, theo ngày còn hạn', paused, { points: null }, 'dừng trong ngày hẹn'),
  one(
    'Chưa xong, quá hạn, chọn chờ: bỏ ra vì lựa chọn đó',
    overdue,
    { points: null, reading: unfinished },
    'nhận trong kỳ nên thuộc kỳ, chờ đến khi xong',
    { ...wait, ...received },
  ),
  one('Xong trễ thì chọn chờ không đổi gì', { ready: '2021-10-16T09:00' }, { points: 0 }, '16/10 sau 15/10', wait),
  one(
    'Chưa xong, còn hạn: không cách hiểu nào quyết định',
    { ...running, promised: '2022-01-10T17:00' },
    { points: null },
    'hạn 10/01/2022',
    received,
  ),

  seven('Sớm hạn rõ ràng', {}, { points: 20 }, 'như chỉ số 1'),
  seven(
    'Đúng hạn chỉ vì so theo ngày',
    { ready: '2021-10-15T16:59' },
    { points: 10, reading: granularity },
    'như chỉ số 1',
  ),
  seven('Trễ hạn rõ ràng', { ready: '2021-10-16T09:00' }, { points: 0, reading: late }, 'khoảng trống của chỉ số 7'),
  seven(
    'Chưa xong, quá hạn, còn thuộc kỳ theo ngày nhận',
    overdue,
    { points: 0, reading: [late, unfinished] },
    'hai khoảng trống cùng quyết định',
    received,
  ),

  two('Một bước trước hạn', { steps: [EARLY] }, { points: 20 }, '11/10 trước 12/10'),
  two('Một bước xong đúng phút hạn', { steps: [SHARP] }, { points: 10 }, 'mọi mức so sánh đều là bằng'),
  two('Một bước xong trong ngày hạn', { steps: [NEAR] }, { points: 10, reading: granularity }, '10:00, hạn 17:00'),
  two('Một bước quá hạn rõ ràng', { steps: [LATE] }, { points: 0 }, '13/10 sau 12/10'),
  two(
    'Một bước trước hạn, cơ quan khác cũng có bước',
    { steps: [EARLY, OTHER_EARLY] },
    { points: 20, reading: agencies },
    'chấm bước nào là lựa chọn',
  ),
  two(
    'Hai bước của đơn vị: lấy bước tệ nhất là cách hiểu',
    { steps: [EARLY, SHARP] },
    { points: 10, reading: agencies },
    'trước hạn và đúng hạn',
  ),
  two(
    'Bước quá hạn rõ ràng, cơ quan khác cũng có bước',
    { steps: [LATE, OTHER_EARLY] },
    { points: 0 },
    'cách nào cũng 0',
  ),
  two(
    'Bước xong trong ngày hạn, cơ quan khác cũng có bước',
    { steps: [NEAR, OTHER_EARLY] },
    { points: 10, reading: [agencies, granularity] },
    'hai cách hiểu cùng quyết định',
  ),
  two(
    'Bước xong sau giờ hạn, so theo giờ',
    { steps: [JUST_AFTER] },
    { points: 0, reading: granularity },
    'theo ngày là bằng',
    minute,
  ),
  two(
    'Bước xong sau giờ hạn, so theo giờ, một bước khác quá hạn rõ ràng',
    { steps: [JUST_AFTER, LATE] },
    { points: 0 },
    'bước 13/10 quá hạn theo mọi cách',
    minute,
  ),
  two(
    'Hồ sơ chưa xong, bước quá hạn',
    { ...overdue, steps: [OPEN] },
    { points: 0, reading: unfinished },
    'chọn chờ thì chưa tính',
  ),
  two(
    'Hồ sơ chưa xong, một bước chưa xong và một bước xong trễ',
    { ...overdue, steps: [OPEN, LATE] },
    { points: 0 },
    'bước xong 13/10 quá hạn theo mọi cách',
  ),
  two(
    'Chọn bước chậm nhất',
    { steps: [EARLY, OTHER_EARLY] },
    { points: 20, reading: agencies },
    'mọi bước trước hạn',
    slowest,
  ),
  two(
    'Chọn bước chậm nhất, bước đó xong trong ngày hạn',
    { steps: [EARLY, OTHER_NEAR] },
    { points: 10, reading: [agencies, granularity] },
    '10:00, hạn 17:00',
    slowest,
  ),
  two(
    'Bước của cơ quan khác xong trong ngày hạn không làm bước của đơn vị thành cách hiểu về giờ',
    { steps: [EARLY, OTHER_NEAR] },
    { points: 20, reading: agencies },
    'chỉ chấm bước của đơn vị',
  ),
]);
