import type { Choices } from '#rules/choices.ts';
import { group, type LawCase } from './case.ts';
import { type PeriodExpect, type PeriodGiven, type RecordGiven, runPeriod } from './scored-period.ts';

const system = { 'index1.source': 'system' } as const;

/** Indicator 1 of one dossier by the system. */
const c = (
  name: string,
  dossier: RecordGiven['dossier'],
  choices: Partial<Choices>,
  [value, n]: readonly [number | null, number],
  worked: string,
): LawCase<PeriodGiven, PeriodExpect> => ({
  name,
  on: '2021-12-31',
  given: { records: [{ ...(dossier && { dossier }) }], choices: { ...system, ...choices }, show: [1] },
  expect: { indices: [[value, n]], label: null },
  article: 'Điều 13 TT 01/2018/TT-VPCP, chỉ số 1',
  worked,
});

const HALF = { granularity: 'halfDay' } as const;
const MINUTE = { granularity: 'timestamp' } as const;
/** Papers were asked for on 05/10 and came on 08/10, three working days later. */
const supplement = { pauses: [{ kind: 'supplement', from: '2021-10-05T08:00', to: '2021-10-08T08:00' }] } as const;
const legal = { compareWith: 'legal' } as const;
const open = { state: 'processing', ready: null, promised: '2021-12-31T17:00' } as const;

export const CHOICES_OF_TIME = group('Cách tính thời gian, mỗi cách một kết quả', runPeriod, [
  c('So với ngày hẹn 15/10: xong 14/10', { limitDays: 3 }, {}, [20, 1], '14/10 trước 15/10'),
  c(
    'So với thời hạn 3 ngày làm việc: xong 14/10',
    { limitDays: 3 },
    legal,
    [0, 1],
    'nhận 04/10, 3 ngày làm việc là 07/10',
  ),
  c(
    'So với thời hạn 8 ngày làm việc: xong 14/10',
    { limitDays: 8 },
    legal,
    [10, 1],
    'nhận 04/10, 8 ngày làm việc là 14/10',
  ),
  c('So với thời hạn nhưng không biết thời hạn', {}, legal, [null, 0], 'không có thời hạn để so'),
  c('Theo ngày: xong 17:30 cùng ngày hẹn 17:00', { ready: '2021-10-15T17:30' }, {}, [10, 1], 'cùng ngày 15/10'),
  c('Theo giờ: xong 17:30, hẹn 17:00', { ready: '2021-10-15T17:30' }, MINUTE, [0, 1], 'sau 17:00'),
  c('Theo giờ: xong 16:59, hẹn 17:00', { ready: '2021-10-15T16:59' }, MINUTE, [20, 1], 'trước 17:00'),
  c('Theo giờ: xong đúng 17:00', { ready: '2021-10-15T17:00' }, MINUTE, [10, 1], 'đúng 17:00'),
  c(
    'Theo buổi: xong buổi sáng, hẹn buổi chiều',
    { ready: '2021-10-15T11:00' },
    HALF,
    [20, 1],
    'buổi chiều bắt đầu sau 11:00',
  ),
  c('Theo buổi: xong cùng buổi chiều', { ready: '2021-10-15T14:00' }, HALF, [10, 1], 'cùng buổi với 17:00'),
  c('Theo buổi: xong sau giờ hẹn', { ready: '2021-10-15T17:01' }, HALF, [0, 1], 'sau 17:00'),
  c(
    'Bổ sung hồ sơ, tính lại từ đầu: xong 20/10 là trước hạn',
    { ...supplement, ready: '2021-10-20T10:00' },
    {},
    [20, 1],
    '04/10 đến 15/10 là 9 ngày làm việc; từ 08/10 thêm 9 ngày là 21/10',
  ),
  c(
    'Bổ sung hồ sơ, trừ thời gian chờ: xong 20/10 là đúng hạn',
    { ...supplement, ready: '2021-10-20T10:00' },
    { clockAfterSupplement: 'subtract' },
    [10, 1],
    'chờ 3 ngày làm việc; 15/10 thêm 3 ngày là 20/10',
  ),
  c('Chưa xong, hẹn đúng ngày cuối kỳ: quá hạn khi hết kỳ', open, {}, [0, 1], 'hết ngày 31/12 vẫn chưa có kết quả'),
  c(
    'Chưa xong, hẹn ngày cuối kỳ, chọn chờ xong',
    open,
    { 'index1.unfinishedOverdue': 'leaveOut' },
    [null, 0],
    'chờ đến kỳ giải quyết xong',
  ),
  c('Chưa xong, hẹn ngày đầu kỳ sau', { ...open, promised: '2022-01-04T17:00' }, {}, [null, 0], 'đến hạn ở kỳ sau'),
  c(
    'Chưa xong nhưng đang chờ người dân bổ sung',
    { ...open, pauses: [{ kind: 'supplement', from: '2021-12-20T08:00', to: null }] },
    {},
    [null, 0],
    'đồng hồ đứng từ 20/12, trước ngày hẹn',
  ),
  c('Xong trước kỳ, theo ngày xong', { ready: '2021-09-30T10:00' }, {}, [null, 0], '30/9 thuộc quý III'),
  c(
    'Xong trước kỳ, theo ngày trả trong kỳ',
    { received: '2021-09-20T08:00', ready: '2021-09-30T10:00', returned: '2021-10-04T10:00' },
    { 'period.membership': 'returned' },
    [20, 1],
    'trả 04/10 thuộc quý IV; xong trước hạn',
  ),
  c(
    'Nhận trước kỳ, theo ngày nhận',
    { received: '2021-09-30T10:00' },
    { 'period.membership': 'received' },
    [null, 0],
    'nhận 30/9 thuộc quý III',
  ),
  c(
    'Nhận trong kỳ, xong trước hạn, theo ngày nhận',
    {},
    { 'period.membership': 'received' },
    [20, 1],
    'nhận 04/10 thuộc quý IV',
  ),
]);
