import type { Dossier } from '#rules/dossier.ts';
import { CLOCK_AFTER_SUPPLEMENT } from '#rules/duties/clock-after-supplement.ts';
import { group } from './case.ts';
import { type DutyExpected, type DutyGiven, dutyOf } from './duty-of.ts';

const ND61 = 'khoản 4 Điều 19 NĐ 61/2018/NĐ-CP';
const ND118 = 'khoản 5 Điều 19 NĐ 118/2025/NĐ-CP';
/** Closing time of the last day of a legal limit is a reading. */
const CLOSING = `${ND118} (cách hiểu)`;

/** Five working days promised (11, 12, 13, 16, 17/11), waited from 12/11 08:00 to 16/11 08:00: 16 hours of office time, two days. */
const COMPLETED = {
  received: '2026-11-10T08:00',
  promised: '2026-11-17T17:00',
  pauses: [{ kind: 'supplement', from: '2026-11-12T08:00', to: '2026-11-16T08:00' }],
} as const satisfies Partial<Dossier>;
const RESTARTED = { by: '2026-11-23T17:00', cite: ND118 };
const WORKED = 'Tính lại từ 16/11: 17, 18, 19, 20, 23/11. Trừ thời gian chờ 2 ngày: 19/11.';

export const CLOCK_CASES = group<DutyGiven, DutyExpected>(
  'Thời hạn sau khi bổ sung hồ sơ',
  dutyOf(CLOCK_AFTER_SUPPLEMENT),
  [
    {
      name: 'Xong đúng ngày hạn tính lại từ đầu',
      on: '2026-11-10',
      given: { dossier: { ...COMPLETED, ready: '2026-11-23T17:30' }, now: '2026-11-30T08:00' },
      expect: { state: 'met', ...RESTARTED },
      article: ND118,
      worked: WORKED,
    },
    {
      name: 'Chọn trừ thời gian chờ thì hạn theo nghị định vẫn là tính lại từ đầu',
      on: '2026-11-10',
      given: {
        dossier: { ...COMPLETED, ready: '2026-11-23T16:00' },
        now: '2026-11-30T08:00',
        choices: { clockAfterSupplement: 'subtract' },
      },
      expect: { state: 'met', ...RESTARTED },
      article: ND118,
      worked: WORKED,
    },
    {
      name: 'Xong sau ngày đó là trễ',
      on: '2026-11-10',
      given: { dossier: { ...COMPLETED, ready: '2026-11-25T08:00' }, now: '2026-11-30T08:00' },
      expect: { state: 'breached', ...RESTARTED },
      article: ND118,
    },
    {
      name: 'So theo giờ thì quá 17 giờ là trễ',
      on: '2026-11-10',
      given: {
        dossier: { ...COMPLETED, ready: '2026-11-23T17:01' },
        now: '2026-11-30T08:00',
        choices: { granularity: 'timestamp' },
      },
      expect: { state: 'breached', ...RESTARTED },
      article: ND118,
    },
    {
      name: 'Chưa xong, còn trong hạn',
      on: '2026-11-10',
      given: { dossier: COMPLETED, now: '2026-11-23T16:00' },
      expect: { state: 'pending', ...RESTARTED },
      article: ND118,
    },
    {
      name: 'Chưa xong, đã quá hạn',
      on: '2026-11-10',
      given: { dossier: COMPLETED, now: '2026-11-24T00:00' },
      expect: { state: 'breached', ...RESTARTED },
      article: ND118,
    },
    {
      name: 'Đang chờ lần nữa thì chưa kết luận',
      on: '2026-11-10',
      given: { dossier: { ...COMPLETED, state: 'waitingPayment' }, now: '2026-11-30T00:00' },
      expect: { state: 'pending', ...RESTARTED },
      article: ND118,
    },
    {
      name: 'Đã kết thúc nhưng không ghi lúc nào',
      on: '2026-11-10',
      given: { dossier: { ...COMPLETED, state: 'stopped' }, now: '2026-11-30T00:00' },
      expect: { state: 'unknown', ...RESTARTED },
      article: ND118,
    },
    {
      name: 'Tính theo thời hạn 3 ngày và từ khi cơ quan có thẩm quyền nhận',
      on: '2026-11-10',
      given: {
        dossier: { ...COMPLETED, limitDays: 3 },
        acts: { competentReceived: '2026-11-11T09:00' },
        now: '2026-11-19T08:00',
        choices: { compareWith: 'legal' },
      },
      expect: { state: 'pending', by: '2026-11-19T17:00', cite: CLOSING },
      article: ND118,
      worked: 'Tính lại từ 16/11: 17, 18, 19/11.',
    },
    {
      name: 'Cơ quan có thẩm quyền nhận muộn nên lần chờ 16/11 còn nằm trong thời hạn 3 ngày',
      on: '2026-11-10',
      given: {
        dossier: {
          ...COMPLETED,
          limitDays: 3,
          pauses: [{ kind: 'supplement', from: '2026-11-16T08:00', to: '2026-11-17T08:00' }],
        },
        acts: { competentReceived: '2026-11-13T09:00' },
        now: '2026-11-19T08:00',
        choices: { compareWith: 'legal' },
      },
      expect: { state: 'pending', by: '2026-11-20T17:00', cite: CLOSING },
      article: `${ND118}; Điều 17 NĐ 309/2026/NĐ-CP`,
      worked: 'Từ 13/11 hạn là 18/11; tính lại từ 17/11: 18, 19, 20/11. Từ 10/11 thì hạn 13/11 đã qua trước lần chờ.',
    },
    {
      name: 'So với ngày hẹn thì nơi nhận hồ sơ không đổi số ngày đã hẹn',
      on: '2026-11-10',
      given: {
        dossier: COMPLETED,
        acts: { competentReceived: '2026-11-11T09:00' },
        now: '2026-11-23T16:00',
      },
      expect: { state: 'pending', ...RESTARTED },
      article: ND118,
      worked: WORKED,
    },
    {
      name: 'Yêu cầu bổ sung ngày 30/6/2025, bổ sung xong ngày 01/7: tính lại theo nghị định cũ',
      on: '2025-06-30',
      given: {
        dossier: {
          received: '2025-06-27T08:00',
          promised: '2025-07-04T17:00',
          pauses: [{ kind: 'supplement', from: '2025-06-30T08:00', to: '2025-07-01T08:00' }],
        },
        now: '2025-07-04T08:00',
      },
      expect: { state: 'pending', by: '2025-07-08T17:00', cite: ND61 },
      article: `${ND61} (lấy ngày yêu cầu: cách hiểu)`,
      worked: 'Hẹn 5 ngày (30/6, 01, 02, 03, 04/7); tính lại từ 01/7: 02, 03, 04, 07, 08/7.',
    },
    {
      name: 'Hồ sơ nhận ngày 30/6/2025, yêu cầu bổ sung ngày 02/7: tính lại theo nghị định mới',
      on: '2025-07-02',
      given: {
        dossier: {
          received: '2025-06-30T08:00',
          promised: '2025-07-07T17:00',
          pauses: [{ kind: 'supplement', from: '2025-07-02T08:00', to: '2025-07-03T08:00' }],
        },
        now: '2025-07-04T08:00',
      },
      expect: { state: 'pending', by: '2025-07-10T17:00', cite: ND118 },
      article: ND118,
      worked: 'Hẹn 5 ngày (01, 02, 03, 04, 07/7); tính lại từ 03/7: 04, 07, 08, 09, 10/7.',
    },
    {
      name: 'Chỉ tạm dừng chờ nộp phí thì không tính lại từ đầu',
      on: '2026-11-10',
      given: {
        dossier: { ...COMPLETED, pauses: [{ kind: 'payment', from: '2026-11-12T08:00', to: '2026-11-16T08:00' }] },
        now: '2026-11-16T08:00',
      },
      expect: { state: 'notApplicable', by: null, cite: null },
      article: ND118,
    },
    {
      name: 'Yêu cầu bổ sung khi đã quá hạn không làm thời hạn chạy lại',
      on: '2026-11-10',
      given: {
        dossier: { ...COMPLETED, pauses: [{ kind: 'supplement', from: '2026-11-18T08:00', to: '2026-11-19T08:00' }] },
        now: '2026-11-20T08:00',
      },
      expect: { state: 'notApplicable', by: null, cite: null },
      article: ND118,
    },
    {
      name: 'Không có ngày hẹn thì không kết luận',
      on: '2026-11-10',
      given: { dossier: { ...COMPLETED, promised: null }, now: '2026-11-20T08:00' },
      expect: { state: 'unknown', by: null, cite: null },
      article: ND118,
    },
  ],
);
