import type { Dossier } from '#rules/dossier.ts';
import { SUPPLEMENT_OPEN } from '#rules/duties/supplement-open.ts';
import { group } from './case.ts';
import { type DutyExpected, type DutyGiven, dutyOf } from './duty-of.ts';

const ND118 = 'khoản 5 Điều 19 NĐ 118/2025/NĐ-CP';

/** Asked at `from` to complete the dossier, completed at `to`, seen at `now`. */
const waiting = (from: string, to: string | null, now: string, facts: Partial<Dossier> = {}): DutyGiven => ({
  dossier: { state: to ? 'processing' : 'waitingSupplement', pauses: [{ kind: 'supplement', from, to }], ...facts },
  now,
});

export const OPEN_CASES = group<DutyGiven, DutyExpected>('Hồ sơ chờ bổ sung quá 15 ngày', dutyOf(SUPPLEMENT_OPEN), [
  {
    name: 'Yêu cầu 16/11, đến hết 01/12 là đủ 15 ngày: còn được chờ',
    on: '2026-11-16',
    given: waiting('2026-11-16T10:00', null, '2026-12-01T23:59'),
    expect: { state: 'pending', by: '2026-12-01T17:00', cite: ND118 },
    article: ND118,
    worked: '16 + 15 = 31, tức ngày 01/12; đếm cả ngày nghỉ.',
  },
  {
    name: 'Sang ngày 02/12 mà hồ sơ vẫn mở thì phải dừng hoặc giải thích',
    on: '2026-11-16',
    given: waiting('2026-11-16T10:00', null, '2026-12-02T00:00'),
    expect: { state: 'breached', by: '2026-12-01T17:00', cite: ND118 },
    article: ND118,
  },
  {
    name: 'Bổ sung xong đúng ngày thứ 15',
    on: '2026-11-16',
    given: waiting('2026-11-16T10:00', '2026-12-01T23:59', '2026-12-10T08:00'),
    expect: { state: 'met', by: '2026-12-01T17:00', cite: ND118 },
    article: ND118,
  },
  {
    name: 'Bổ sung xong sau 15 ngày mà hồ sơ chưa đóng',
    on: '2026-11-16',
    given: waiting('2026-11-16T10:00', '2026-12-02T00:00', '2026-12-10T08:00'),
    expect: { state: 'breached', by: '2026-12-01T17:00', cite: ND118 },
    article: ND118,
  },
  {
    name: 'Đã dừng hồ sơ thì đúng, văn bản không định ngày dừng',
    on: '2026-11-16',
    given: waiting('2026-11-16T10:00', null, '2026-12-10T08:00', { state: 'stopped' }),
    expect: { state: 'met', by: '2026-12-01T17:00', cite: ND118 },
    article: ND118,
  },
  {
    name: 'Ngày thứ 15 là thứ Bảy thì hạn là hết thứ Bảy',
    on: '2026-11-13',
    given: waiting('2026-11-13T10:00', null, '2026-11-28T10:00'),
    expect: { state: 'pending', by: '2026-11-28T23:59', cite: ND118 },
    article: ND118,
  },
  {
    name: 'Yêu cầu ngày 30/6/2025 thì quy định 15 ngày chưa áp dụng',
    on: '2025-06-30',
    given: waiting('2025-06-30T10:00', null, '2025-12-01T08:00'),
    expect: { state: 'notApplicable', by: null, cite: null },
    article: ND118,
  },
  {
    name: 'Yêu cầu ngày 01/7/2025 thì áp dụng',
    on: '2025-07-01',
    given: waiting('2025-07-01T10:00', null, '2025-07-17T08:00'),
    expect: { state: 'breached', by: '2025-07-16T17:00', cite: ND118 },
    article: ND118,
  },
  {
    name: 'Lần chờ đầu xong đúng hạn, lần cuối còn hạn: đang chờ',
    on: '2026-11-16',
    given: {
      dossier: {
        pauses: [
          { kind: 'supplement', from: '2026-11-16T10:00', to: null },
          { kind: 'supplement', from: '2026-10-01T10:00', to: '2026-10-02T10:00' },
          { kind: 'payment', from: '2026-11-20T10:00', to: '2026-11-20T11:00' },
        ],
      },
      now: '2026-11-20T08:00',
    },
    expect: { state: 'pending', by: '2026-12-01T17:00', cite: ND118 },
    article: ND118,
  },
  {
    name: 'Lần chờ đầu quá 15 ngày thì vi phạm, dù lần cuối đúng hạn',
    on: '2026-11-16',
    given: {
      dossier: {
        pauses: [
          { kind: 'supplement', from: '2026-11-16T10:00', to: '2026-11-17T10:00' },
          { kind: 'supplement', from: '2026-10-01T10:00', to: '2026-10-17T00:00' },
        ],
      },
      now: '2026-11-20T08:00',
    },
    expect: { state: 'breached', by: '2026-10-16T17:00', cite: ND118 },
    article: ND118,
    worked: 'Yêu cầu 01/10, hạn hết 16/10.',
  },
  {
    name: 'Hai lần đều đúng hạn: nói theo lần sau',
    on: '2026-11-16',
    given: {
      dossier: {
        pauses: [
          { kind: 'supplement', from: '2026-10-01T10:00', to: '2026-10-16T23:59' },
          { kind: 'supplement', from: '2026-11-16T10:00', to: '2026-11-17T10:00' },
        ],
      },
      now: '2026-11-20T08:00',
    },
    expect: { state: 'met', by: '2026-12-01T17:00', cite: ND118 },
    article: ND118,
  },
  {
    name: 'Lần đầu trước 01/7/2025 không áp dụng, lần sau áp dụng: nói theo lần sau',
    on: '2025-07-01',
    given: {
      dossier: {
        pauses: [
          { kind: 'supplement', from: '2025-06-02T10:00', to: '2025-06-30T10:00' },
          { kind: 'supplement', from: '2025-07-01T10:00', to: '2025-07-02T10:00' },
        ],
      },
      now: '2025-07-10T08:00',
    },
    expect: { state: 'met', by: '2025-07-16T17:00', cite: ND118 },
    article: ND118,
  },
  {
    name: 'Có lần chờ trên dữ liệu thì không tính thông báo riêng',
    on: '2026-11-16',
    given: {
      ...waiting('2026-11-16T10:00', '2026-11-17T10:00', '2026-11-20T08:00'),
      acts: { supplementNotices: ['2026-10-01T10:00'] },
    },
    expect: { state: 'met', by: '2026-12-01T17:00', cite: ND118 },
    article: ND118,
  },
  {
    name: 'Không ghi lần chờ thì tính từ thông báo cuối',
    on: '2026-11-16',
    given: {
      dossier: { state: 'waitingSupplement' },
      acts: { supplementNotices: ['2026-11-02T10:00', '2026-11-16T10:00'] },
      now: '2026-11-20T08:00',
    },
    expect: { state: 'pending', by: '2026-12-01T17:00', cite: ND118 },
    article: ND118,
  },
  {
    name: 'Có thông báo, không còn chờ, không ghi ngày bổ sung xong thì không kết luận',
    on: '2026-11-16',
    given: { acts: { supplementNotices: ['2026-11-16T10:00'] }, now: '2026-11-20T08:00' },
    expect: { state: 'unknown', by: '2026-12-01T17:00', cite: ND118 },
    article: ND118,
  },
  {
    name: 'Đang chờ mà không ghi ngày yêu cầu thì không kết luận',
    on: '2026-11-16',
    given: { dossier: { state: 'waitingSupplement' }, now: '2026-11-20T08:00' },
    expect: { state: 'unknown', by: null, cite: null },
    article: ND118,
  },
  {
    name: 'Không có yêu cầu bổ sung nào, chỉ chờ nộp phí',
    on: '2026-11-16',
    given: { dossier: { state: 'waitingPayment' }, now: '2026-11-20T08:00' },
    expect: { state: 'notApplicable', by: null, cite: null },
    article: ND118,
  },
]);
