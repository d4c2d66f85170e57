import type { Acts } from '#rules/acts.ts';
import type { Choices } from '#rules/choices.ts';
import type { Dossier } from '#rules/dossier.ts';
import { group } from './case.ts';
import { type OneExpect, recordCase, runRecord } from './scored-record.ts';

const legal = { compareWith: 'legal' } as const;
const granularity = 'granularity' as const;

const c = (
  name: string,
  dossier: Partial<Dossier>,
  acts: Acts | undefined,
  expect: OneExpect,
  worked: string,
  on: string,
  choices: Partial<Choices> = legal,
) =>
  recordCase(
    name,
    { indicator: 1, record: { dossier: { limitDays: 3, ...dossier }, ...(acts && { acts }) }, choices },
    expect,
    worked,
    on,
  );

/** Filed on Monday 05/10/2026 elsewhere; the competent agency has it on 06/10. */
const filed = { received: '2026-10-05T08:00', promised: '2026-10-15T17:00' };
const elsewhere = { competentReceived: '2026-10-06T09:00' };
const Q3 = '2026-09-30';
const Q4 = '2026-12-31';

/** From Friday 25/9/2026: 28, 29, 30/9; from Monday 28/9: 29, 30/9, 01/10. */
const across = {
  received: '2026-09-25T08:00',
  promised: '2026-10-20T17:00',
  state: 'processing',
  ready: null,
} as const;
const acrossElsewhere = { competentReceived: '2026-09-28T08:00' };

/** Từ 05/8/2026, hồ sơ nộp ở nơi khác: thời hạn tính từ khi cơ quan có thẩm quyền nhận (Điều 17 NĐ 309/2026). */
export const CLOCK_ELSEWHERE = group('Nộp ở nơi khác: thời hạn tính từ khi cơ quan có thẩm quyền nhận', runRecord, [
  c(
    'Xong 08/10, cơ quan có thẩm quyền nhận 06/10: trước hạn',
    { ...filed, ready: '2026-10-08T17:00' },
    elsewhere,
    { points: 20 },
    '3 ngày làm việc từ 06/10 là 09/10',
    Q4,
  ),
  c(
    'Xong 08/10, nộp thẳng: đúng hạn',
    { ...filed, ready: '2026-10-08T17:00' },
    undefined,
    { points: 10 },
    '3 ngày làm việc từ 05/10 là 08/10',
    Q4,
  ),
  c(
    'Có ghi nhận khác nhưng không nộp ở nơi khác: tính từ khi tiếp nhận',
    { ...filed, ready: '2026-10-08T17:00' },
    { submitted: '2026-10-04T20:00' },
    { points: 10 },
    '3 ngày làm việc từ 05/10 là 08/10',
    Q4,
  ),
  c(
    'Xong 09/10 cuối giờ: đúng hạn',
    { ...filed, ready: '2026-10-09T17:00' },
    elsewhere,
    { points: 10 },
    'hạn 17:00 ngày 09/10',
    Q4,
  ),
  c(
    'Xong 09/10 giữa ngày: đúng hạn vì so theo ngày',
    { ...filed, ready: '2026-10-09T10:00' },
    elsewhere,
    { points: 10, reading: granularity },
    'hạn 17:00 ngày 09/10',
    Q4,
  ),
  c('Xong 10/10: quá hạn', { ...filed, ready: '2026-10-10T08:00' }, elsewhere, { points: 0 }, 'sau 09/10', Q4),
  c(
    'So với ngày hẹn thì nơi nộp không đổi gì',
    { ...filed, ready: '2026-10-14T10:00' },
    elsewhere,
    { points: 20 },
    '14/10 trước ngày hẹn 15/10',
    Q4,
    {},
  ),
  c(
    'Nộp 04/8, trước khi có quy định: tính từ khi tiếp nhận',
    { received: '2026-08-04T09:00', ready: '2026-08-10T08:00' },
    { competentReceived: '2026-08-06T09:00' },
    { points: 0 },
    '3 ngày làm việc từ 04/8 là 07/8',
    Q3,
  ),
  c(
    'Nộp 05/8, ngày đầu của quy định',
    { received: '2026-08-05T09:00', ready: '2026-08-10T08:00' },
    { competentReceived: '2026-08-06T09:00' },
    { points: 20 },
    '3 ngày làm việc từ 06/8 là 11/8',
    Q3,
  ),
  c(
    'Không ghi ngày tiếp nhận, biết ngày hệ thống nhận',
    { received: null, ready: '2026-08-10T08:00' },
    { submitted: '2026-08-05T09:00', competentReceived: '2026-08-06T09:00' },
    { points: 20 },
    '3 ngày làm việc từ 06/8 là 11/8',
    Q3,
  ),
  c(
    'Không biết ngày nộp nên không biết theo quy định nào',
    { received: null, ready: '2026-08-10T08:00' },
    { competentReceived: '2026-08-06T09:00' },
    { points: null },
    'không có ngày nộp',
    Q3,
  ),
  c(
    'Nộp trước khi có quy định nào thì giữ ngày tiếp nhận',
    { received: '2018-06-20T09:00', ready: '2026-08-10T08:00' },
    { competentReceived: '2026-08-06T09:00' },
    { points: 0 },
    'hạn tháng 6/2018; xong trễ tính ở kỳ xong vì chờ đến khi xong',
    Q3,
    { ...legal, 'index1.unfinishedOverdue': 'leaveOut' },
  ),
  c(
    'Cơ quan có thẩm quyền chưa nhận: thời hạn chưa chạy',
    { ...across, received: '2026-08-05T09:00' },
    { competentReceived: null },
    { points: null },
    'nhận 05/8 thuộc quý III',
    Q3,
    { ...legal, 'period.membership': 'received' },
  ),
  c(
    'Chưa xong, hạn 01/10: chưa quá hạn trong quý III',
    across,
    acrossElsewhere,
    'không tính ở kỳ này',
    '3 ngày làm việc từ 28/9 là 01/10',
    Q3,
  ),
  c(
    'Chưa xong, nộp thẳng, hạn 30/9: quá hạn trong quý III',
    across,
    undefined,
    { points: 0, reading: 'index1.unfinishedOverdue' },
    '3 ngày làm việc từ 25/9 là 30/9',
    Q3,
  ),
  c(
    'Chưa xong, hạn 01/10: quá hạn trong quý IV',
    across,
    acrossElsewhere,
    { points: 0, reading: 'index1.unfinishedOverdue' },
    '3 ngày làm việc từ 28/9 là 01/10',
    Q4,
  ),
  c(
    'Kỳ theo ngày nhận vẫn là ngày nộp, không phải ngày cơ quan có thẩm quyền nhận',
    { received: '2026-09-30T08:00', ready: '2026-10-05T17:00' },
    { competentReceived: '2026-10-01T08:00' },
    { points: 20 },
    'nộp 30/9 thuộc quý III; 3 ngày làm việc từ 01/10 là 06/10',
    Q3,
    { ...legal, 'period.membership': 'received' },
  ),
]);
