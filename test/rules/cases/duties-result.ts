import { CORRECTION } from '#rules/duties/correction.ts';
import { REFUSAL } from '#rules/duties/refusal.ts';
import { group } from './case.ts';
import { type DutyExpected, type DutyGiven, dutyOf } from './duty-of.ts';

const ND61 = 'khoản 8 Điều 19 NĐ 61/2018/NĐ-CP';
const ND118 = 'Điều 19 NĐ 118/2025/NĐ-CP (chưa kiểm chứng)';
const NOW = '2026-11-30T08:00';
const PROMISED = { received: '2026-11-16T08:00', promised: '2026-11-19T17:00' } as const;

export const REFUSAL_CASES = group<DutyGiven, DutyExpected>('Từ chối trong thời hạn giải quyết', dutyOf(REFUSAL), [
  {
    name: 'Từ chối đúng ngày hẹn trả là trong hạn',
    on: '2026-11-19',
    given: { dossier: PROMISED, acts: { refused: '2026-11-19T17:30' }, now: NOW },
    expect: { state: 'met', by: '2026-11-19T17:00', cite: ND118 },
    article: ND118,
  },
  {
    name: 'Từ chối sau ngày hẹn trả là quá hạn',
    on: '2026-11-20',
    given: { dossier: PROMISED, acts: { refused: '2026-11-20T07:30' }, now: NOW },
    expect: { state: 'breached', by: '2026-11-19T17:00', cite: ND118 },
    article: ND118,
  },
  {
    name: 'So theo giờ thì 17 giờ 01 là quá hạn',
    on: '2026-11-19',
    given: {
      dossier: PROMISED,
      acts: { refused: '2026-11-19T17:01' },
      now: NOW,
      choices: { granularity: 'timestamp' },
    },
    expect: { state: 'breached', by: '2026-11-19T17:00', cite: ND118 },
    article: ND118,
  },
  {
    name: 'Không ghi văn bản từ chối thì lấy lúc hồ sơ bị từ chối kết thúc',
    on: '2026-11-18',
    given: { dossier: { ...PROMISED, state: 'refused', ready: '2026-11-18T09:00' }, now: NOW },
    expect: { state: 'met', by: '2026-11-19T17:00', cite: ND118 },
    article: ND118,
  },
  {
    name: 'Không ghi lúc xử lý xong thì lấy lúc trả',
    on: '2026-11-20',
    given: { dossier: { ...PROMISED, state: 'refused', returned: '2026-11-20T09:00' }, now: NOW },
    expect: { state: 'breached', by: '2026-11-19T17:00', cite: ND118 },
    article: ND118,
  },
  {
    name: 'Hồ sơ có kết quả không phải là hồ sơ bị từ chối',
    on: '2026-11-18',
    given: { dossier: { ...PROMISED, state: 'ready', ready: '2026-11-18T09:00' }, now: NOW },
    expect: { state: 'notApplicable', by: null, cite: null },
    article: ND118,
  },
  {
    name: 'Bị từ chối mà không ghi ngày thì không kết luận',
    on: '2026-11-18',
    given: { dossier: { ...PROMISED, state: 'refused' }, now: NOW },
    expect: { state: 'unknown', by: null, cite: null },
    article: ND118,
  },
  {
    name: 'Bị từ chối khi chưa tiếp nhận thì chưa có thời hạn',
    on: '2026-11-18',
    given: { dossier: { state: 'refused', ready: '2026-11-18T09:00' }, now: NOW },
    expect: { state: 'notApplicable', by: null, cite: null },
    article: ND118,
  },
  {
    name: 'Không có ngày hẹn để so thì không kết luận',
    on: '2026-11-18',
    given: { dossier: { received: '2026-11-16T08:00' }, acts: { refused: '2026-11-18T09:00' }, now: NOW },
    expect: { state: 'unknown', by: null, cite: ND118 },
    article: ND118,
  },
  {
    name: 'Từ chối ngày 30/6/2025 theo nghị định cũ',
    on: '2025-06-30',
    given: {
      dossier: { received: '2025-06-26T08:00', promised: '2025-06-30T17:00' },
      acts: { refused: '2025-06-30T09:00' },
      now: NOW,
    },
    expect: { state: 'met', by: '2025-06-30T17:00', cite: ND61 },
    article: ND61,
  },
  {
    name: 'Từ chối ngày 01/7/2025 theo nghị định mới',
    on: '2025-07-01',
    given: {
      dossier: { received: '2025-06-26T08:00', promised: '2025-06-30T17:00' },
      acts: { refused: '2025-07-01T09:00' },
      now: NOW,
    },
    expect: { state: 'breached', by: '2025-06-30T17:00', cite: ND118 },
    article: ND118,
  },
  {
    name: 'Theo thời hạn 3 ngày, hồ sơ nộp ở nơi khác tính từ khi cơ quan có thẩm quyền nhận',
    on: '2026-11-23',
    given: {
      dossier: { ...PROMISED, limitDays: 3 },
      acts: { refused: '2026-11-23T09:00', competentReceived: '2026-11-18T09:00' },
      now: NOW,
      choices: { compareWith: 'legal' },
    },
    expect: { state: 'met', by: '2026-11-23T17:00', cite: ND118 },
    article: `${ND118}; Điều 17 NĐ 309/2026/NĐ-CP`,
    worked: 'Từ ngày 18/11: 19, 20, 23/11.',
  },
  {
    name: 'So với ngày hẹn thì nơi nhận hồ sơ không đổi gì',
    on: '2026-11-23',
    given: {
      dossier: { ...PROMISED, limitDays: 3 },
      acts: { refused: '2026-11-23T09:00', competentReceived: '2026-11-18T09:00' },
      now: NOW,
    },
    expect: { state: 'breached', by: '2026-11-19T17:00', cite: ND118 },
    article: ND118,
  },
]);

const CORRECTED = 'khoản 1 Điều 23 NĐ 118/2025/NĐ-CP';
/** That the days run from the discovery is a reading. */
const FOUND = `${CORRECTED} (cách hiểu)`;
const wrong = (errorFound: string | null, corrected: string | null, now = NOW): DutyGiven => ({
  dossier: { state: 'returned', returned: '2026-11-02T08:00' },
  acts: { errorFound, corrected },
  now,
});

export const CORRECTION_CASES = group<DutyGiven, DutyExpected>('Sửa kết quả sai', dutyOf(CORRECTION), [
  {
    name: 'Phát hiện thứ Hai, sửa hết thứ Năm: đúng 3 ngày làm việc',
    on: '2026-11-16',
    given: wrong('2026-11-16T09:00', '2026-11-19T23:59'),
    expect: { state: 'met', by: '2026-11-19T17:00', cite: FOUND },
    article: CORRECTED,
  },
  {
    name: 'Sửa ngày làm việc thứ tư là muộn',
    on: '2026-11-16',
    given: wrong('2026-11-16T09:00', '2026-11-20T00:00'),
    expect: { state: 'breached', by: '2026-11-19T17:00', cite: FOUND },
    article: CORRECTED,
  },
  {
    name: 'Chưa sửa trong ngày thứ ba thì còn thời gian, dù hồ sơ đã trả',
    on: '2026-11-16',
    given: wrong('2026-11-16T09:00', null, '2026-11-19T23:59'),
    expect: { state: 'pending', by: '2026-11-19T17:00', cite: FOUND },
    article: CORRECTED,
  },
  {
    name: 'Chưa sửa sau ngày thứ ba là vi phạm',
    on: '2026-11-16',
    given: wrong('2026-11-16T09:00', null, '2026-11-20T00:00'),
    expect: { state: 'breached', by: '2026-11-19T17:00', cite: FOUND },
    article: CORRECTED,
  },
  {
    name: 'Phát hiện ngày 30/6/2025 thì quy định chưa áp dụng',
    on: '2025-06-30',
    given: wrong('2025-06-30T09:00', null),
    expect: { state: 'notApplicable', by: null, cite: null },
    article: CORRECTED,
  },
  {
    name: 'Phát hiện ngày 01/7/2025 thì áp dụng',
    on: '2025-07-01',
    given: wrong('2025-07-01T09:00', '2025-07-04T09:00'),
    expect: { state: 'met', by: '2025-07-04T17:00', cite: FOUND },
    article: CORRECTED,
  },
  {
    name: 'Kết quả không sai thì không có việc phải sửa',
    on: '2026-11-16',
    given: wrong(null, null),
    expect: { state: 'notApplicable', by: null, cite: null },
    article: CORRECTED,
  },
  {
    name: 'Không ghi kết quả có sai hay không thì không kết luận',
    on: '2026-11-16',
    given: { now: NOW },
    expect: { state: 'unknown', by: null, cite: null },
    article: CORRECTED,
  },
]);
