import { SUPPLEMENT_NOTICE } from '#rules/duties/supplement-notice.ts';
import { group } from './case.ts';
import { type DutyExpected, type DutyGiven, dutyOf } from './duty-of.ts';

const ND61 = 'khoản 4 Điều 19 NĐ 61/2018/NĐ-CP';
const ND118 = 'khoản 5 Điều 19 NĐ 118/2025/NĐ-CP';
const NOW = '2026-11-30T08:00';

/** Received, and told to complete at `notice`; `competent` = the competent agency got it later. */
const noticed = (received: string, notice: string, competent?: string): DutyGiven => ({
  dossier: { received },
  acts: { supplementNotices: [notice], ...(competent ? { competentReceived: competent } : {}) },
  now: NOW,
});

export const NOTICE_CASES = group<DutyGiven, DutyExpected>('Hạn thông báo bổ sung hồ sơ', dutyOf(SUPPLEMENT_NOTICE), [
  {
    name: 'Nhận thứ Hai, thông báo thứ Năm: đúng 3 ngày làm việc',
    on: '2026-11-16',
    given: noticed('2026-11-16T09:00', '2026-11-19T17:00'),
    expect: { state: 'met', by: '2026-11-19T17:00', cite: ND118 },
    article: ND118,
    worked: 'Ngày 17, 18, 19/11; không đếm ngày nhận.',
  },
  {
    name: 'Thông báo ngày làm việc thứ tư là muộn',
    on: '2026-11-16',
    given: noticed('2026-11-16T09:00', '2026-11-20T07:30'),
    expect: { state: 'breached', by: '2026-11-19T17:00', cite: ND118 },
    article: ND118,
  },
  {
    name: 'Qua cuối tuần và ngày 24/11/2026',
    on: '2026-11-20',
    given: noticed('2026-11-20T09:00', '2026-11-26T16:00'),
    expect: { state: 'met', by: '2026-11-26T17:00', cite: ND118 },
    article: ND118,
    worked: 'Ngày 23, 25, 26/11.',
  },
  {
    name: 'Thông báo ngày 30/6/2025 theo nghị định cũ',
    on: '2025-06-30',
    given: noticed('2025-06-24T09:00', '2025-06-30T08:00'),
    expect: { state: 'breached', by: '2025-06-27T17:00', cite: ND61 },
    article: ND61,
    worked: 'Ngày 25, 26, 27/6.',
  },
  {
    name: 'Thông báo ngày 01/7/2025 theo nghị định mới, dù nhận ngày 30/6',
    on: '2025-07-01',
    given: noticed('2025-06-30T09:00', '2025-07-01T08:00'),
    expect: { state: 'met', by: '2025-07-03T17:00', cite: ND118 },
    article: ND118,
    worked: 'Ngày 01, 02, 03/7.',
  },
  {
    name: 'Không ghi thông báo thì theo nghị định của ngày bắt đầu tính',
    on: '2025-06-30',
    given: { dossier: { received: '2025-06-30T09:00', supplements: 1 }, now: NOW },
    expect: { state: 'unknown', by: '2025-07-03T17:00', cite: ND61 },
    article: ND61,
  },
  {
    name: 'Nhận ngày 01/7/2025 thì theo nghị định mới',
    on: '2025-07-01',
    given: noticed('2025-07-01T09:00', '2025-07-04T08:00'),
    expect: { state: 'met', by: '2025-07-04T17:00', cite: ND118 },
    article: ND118,
  },
  {
    name: 'Nhận ngày 20/6/2018 thì chưa có nghị định',
    on: '2018-06-20',
    given: noticed('2018-06-20T09:00', '2018-06-21T09:00'),
    expect: { state: 'unknown', by: null, cite: null },
    article: ND61,
  },
  {
    name: 'Từ 05/8/2026 hồ sơ nộp ở nơi khác tính từ khi cơ quan có thẩm quyền nhận',
    on: '2026-08-05',
    given: noticed('2026-08-05T09:00', '2026-08-12T16:00', '2026-08-07T09:00'),
    expect: { state: 'met', by: '2026-08-12T17:00', cite: `${ND118} (cách hiểu)` },
    article: `${ND118}; Điều 17 NĐ 309/2026/NĐ-CP`,
    worked: 'Từ ngày 07/8: 10, 11, 12/8.',
  },
  {
    name: 'Đến 04/8/2026 vẫn tính từ khi tiếp nhận',
    on: '2026-08-04',
    given: noticed('2026-08-04T09:00', '2026-08-12T16:00', '2026-08-07T09:00'),
    expect: { state: 'breached', by: '2026-08-07T17:00', cite: ND118 },
    article: ND118,
    worked: 'Từ ngày 04/8: 05, 06, 07/8.',
  },
  {
    name: 'Cơ quan có thẩm quyền chưa nhận thì thời hạn chưa chạy',
    on: '2026-11-16',
    given: {
      dossier: { received: '2026-11-16T09:00', supplements: 1 },
      acts: { competentReceived: null },
      now: NOW,
    },
    expect: { state: 'notApplicable', by: null, cite: null },
    article: 'Điều 17 NĐ 309/2026/NĐ-CP',
  },
  {
    name: 'Không ghi thông báo nhưng có lần tạm dừng chờ bổ sung: lấy lúc bắt đầu chờ',
    on: '2026-11-16',
    given: {
      dossier: {
        received: '2026-11-16T09:00',
        pauses: [
          { kind: 'supplement', from: '2026-11-25T08:00', to: null },
          { kind: 'payment', from: '2026-11-17T08:00', to: '2026-11-17T09:00' },
          { kind: 'supplement', from: '2026-11-20T08:00', to: '2026-11-23T08:00' },
        ],
      },
      now: NOW,
    },
    expect: { state: 'breached', by: '2026-11-19T17:00', cite: ND118 },
    article: ND118,
  },
  {
    name: 'Danh sách ghi không lần nào bổ sung thì không có hạn thông báo',
    on: '2026-11-16',
    given: { dossier: { received: '2026-11-16T09:00', supplements: 0 }, now: NOW },
    expect: { state: 'notApplicable', by: null, cite: null },
    article: ND118,
  },
  {
    name: 'Biết chắc không có thông báo bổ sung nào',
    on: '2026-11-16',
    given: { dossier: { received: '2026-11-16T09:00' }, acts: { supplementNotices: [] }, now: NOW },
    expect: { state: 'notApplicable', by: null, cite: null },
    article: ND118,
  },
  {
    name: 'Có một lần bổ sung nhưng không ghi ngày thì không kết luận',
    on: '2026-11-16',
    given: { dossier: { received: '2026-11-16T09:00', supplements: 1 }, now: NOW },
    expect: { state: 'unknown', by: '2026-11-19T17:00', cite: ND118 },
    article: ND118,
  },
  {
    name: 'Không biết có bổ sung hay không thì không kết luận',
    on: '2026-11-16',
    given: { dossier: { received: '2026-11-16T09:00' }, now: NOW },
    expect: { state: 'unknown', by: '2026-11-19T17:00', cite: ND118 },
    article: ND118,
  },
  {
    name: 'Không có ngày tiếp nhận thì không kết luận',
    on: '2026-11-16',
    given: { acts: { supplementNotices: ['2026-11-19T17:00'] }, now: NOW },
    expect: { state: 'unknown', by: null, cite: null },
    article: ND118,
  },
]);
