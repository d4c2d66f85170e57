import { group } from './case.ts';
import { deadline } from './deadline.ts';

const SUPPLEMENT = { kind: 'supplement', from: '2026-11-05T09:00', to: '2026-11-12T15:00' } as const;
const PAYMENT = { kind: 'payment', from: '2026-11-05T08:00', to: '2026-11-05T11:00' } as const;
const FIVE_DAYS = { received: '2026-11-03T08:00', promised: '2026-11-10T17:00', limitDays: 5 };
const ND118 = 'khoản 5 Điều 19 NĐ 118/2025/NĐ-CP';
const ND61 = 'khoản 4 Điều 19 NĐ 61/2018/NĐ-CP';
const CHOICE = 'Lựa chọn «Thời hạn sau khi bổ sung hồ sơ»';

export const MOVED_DUE = group('Hạn sau khi tạm dừng', deadline, [
  {
    name: 'Bổ sung xong 12/11: tính lại 5 ngày từ đầu, hạn theo giấy hẹn',
    on: '2026-11-12',
    given: { facts: { ...FIVE_DAYS, pauses: [SUPPLEMENT] }, compareWith: 'promised' },
    expect: { at: '2026-11-19T17:00', cite: ND118 },
    article: ND118,
    worked: 'Hẹn ban đầu là 5 ngày: 4, 5, 6, 9, 10/11. Lại từ 12/11: 13, 16, 17, 18, 19/11.',
  },
  {
    name: 'Bổ sung xong 12/11: tính lại 5 ngày từ đầu, hạn theo quy định',
    on: '2026-11-12',
    given: { facts: { ...FIVE_DAYS, pauses: [SUPPLEMENT] }, compareWith: 'legal' },
    expect: { at: '2026-11-19T17:00', cite: ND118 },
    article: ND118,
    worked: '13, 16, 17, 18, 19/11.',
  },
  {
    name: 'Hồ sơ nhận trước 01/7/2025 tính lại theo Nghị định 61/2018',
    on: '2025-06-16',
    given: {
      facts: {
        received: '2025-06-09T08:00',
        promised: '2025-06-16T17:00',
        pauses: [{ kind: 'supplement', from: '2025-06-11T09:00', to: '2025-06-13T09:00' }],
      },
      compareWith: 'promised',
    },
    expect: { at: '2025-06-20T17:00', cite: ND61 },
    article: ND61,
    worked: 'Hẹn ban đầu là 5 ngày: 10, 11, 12, 13, 16/6. Lại từ 13/6: 16, 17, 18, 19, 20/6.',
  },
  {
    name: 'Trừ thời gian chờ bổ sung thay cho tính lại',
    on: '2026-11-12',
    given: { facts: { ...FIVE_DAYS, pauses: [SUPPLEMENT] }, compareWith: 'promised', clockAfterSupplement: 'subtract' },
    expect: { at: '2026-11-18T13:30', cite: null },
    article: CHOICE,
    worked:
      'Chờ 390 + 4 × 480 + 360 = 2.670 phút. 2.400 phút là 5 ngày: 17/11 17:00; còn 270: 240 sáng 18/11, 30 từ 13:00.',
  },
  {
    name: 'Chờ nộp phí thì trừ, không tính lại',
    on: '2026-11-05',
    given: { facts: { ...FIVE_DAYS, pauses: [PAYMENT] }, compareWith: 'promised' },
    expect: { at: '2026-11-11T10:30', cite: null },
    article: 'Thời gian người nộp thực hiện nghĩa vụ tài chính không tính (cách hiểu)',
    worked: 'Chờ 3 giờ: 07:30 đến 10:30 ngày làm việc sau.',
  },
  {
    name: 'Chờ nộp phí trước, bổ sung sau: chỉ lần tính lại còn giá trị',
    on: '2026-11-12',
    given: {
      facts: { ...FIVE_DAYS, pauses: [{ ...SUPPLEMENT, from: '2026-11-06T09:00' }, PAYMENT] },
      compareWith: 'promised',
    },
    expect: { at: '2026-11-19T17:00', cite: ND118 },
    article: ND118,
    worked: 'Lại từ 12/11: 13, 16, 17, 18, 19/11; thời gian chờ nộp phí trước đó không cộng nữa.',
  },
  {
    name: 'Bổ sung rồi chờ nộp phí: tính lại, rồi trừ',
    on: '2026-11-13',
    given: {
      facts: {
        ...FIVE_DAYS,
        pauses: [SUPPLEMENT, { kind: 'payment', from: '2026-11-13T08:00', to: '2026-11-13T11:00' }],
      },
      compareWith: 'promised',
    },
    expect: { at: '2026-11-20T10:30', cite: ND118 },
    article: ND118,
    worked: '19/11 17:00 cộng 3 giờ.',
  },
  {
    name: 'Hai lần chờ chồng nhau chỉ tính một lần',
    on: '2026-11-05',
    given: {
      facts: { ...FIVE_DAYS, pauses: [PAYMENT, { kind: 'payment', from: '2026-11-05T10:00', to: '2026-11-05T15:00' }] },
      compareWith: 'promised',
    },
    expect: { at: '2026-11-11T14:30', cite: null },
    article: 'Thời gian người nộp thực hiện nghĩa vụ tài chính không tính (cách hiểu)',
    worked: '08:00 đến 15:00 là 5,5 giờ làm việc: 4 giờ sáng 11/11, 1,5 giờ từ 13:00.',
  },
  {
    name: 'Hai lần chờ nộp phí ghi không theo thứ tự: cộng cả hai',
    on: '2026-11-05',
    given: {
      facts: { ...FIVE_DAYS, pauses: [{ ...PAYMENT, from: '2026-11-05T13:00', to: '2026-11-05T15:00' }, PAYMENT] },
      compareWith: 'promised',
    },
    expect: { at: '2026-11-11T14:00', cite: null },
    article: 'Thời gian người nộp thực hiện nghĩa vụ tài chính không tính (cách hiểu)',
    worked: '3 giờ và 2 giờ: 4 giờ sáng 11/11, 1 giờ từ 13:00.',
  },
  {
    name: 'Lần chờ nộp phí nằm trọn trong lần trước không tính thêm',
    on: '2026-11-05',
    given: {
      facts: { ...FIVE_DAYS, pauses: [PAYMENT, { ...PAYMENT, from: '2026-11-05T09:00', to: '2026-11-05T10:00' }] },
      compareWith: 'promised',
    },
    expect: { at: '2026-11-11T10:30', cite: null },
    article: 'Thời gian người nộp thực hiện nghĩa vụ tài chính không tính (cách hiểu)',
    worked: 'Chỉ 3 giờ từ 08:00 đến 11:00.',
  },
  {
    name: 'Bổ sung xong trong lúc chờ nộp phí: tính lại từ lúc nộp phí xong',
    on: '2026-11-05',
    given: {
      facts: {
        ...FIVE_DAYS,
        pauses: [PAYMENT, { kind: 'supplement', from: '2026-11-05T09:00', to: '2026-11-05T10:00' }],
      },
      compareWith: 'promised',
    },
    expect: { at: '2026-11-12T17:00', cite: ND118 },
    article: ND118,
    worked: '5 ngày sau 5/11: 6, 9, 10, 11, 12/11.',
  },
  {
    name: 'Bổ sung và nộp phí bắt đầu cùng lúc, bổ sung xong trước: tính lại từ lúc nộp phí xong',
    on: '2026-11-05',
    given: {
      facts: {
        ...FIVE_DAYS,
        pauses: [{ kind: 'supplement', from: '2026-11-05T08:00', to: '2026-11-05T10:00' }, PAYMENT],
      },
      compareWith: 'promised',
    },
    expect: { at: '2026-11-12T17:00', cite: ND118 },
    article: ND118,
    worked: '5 ngày sau 5/11: 6, 9, 10, 11, 12/11; giờ chờ nộp phí không cộng thêm.',
  },
  {
    name: 'Lần chờ ghi kết thúc đúng lúc bắt đầu thì không kể',
    on: '2026-11-05',
    given: { facts: { ...FIVE_DAYS, pauses: [{ ...SUPPLEMENT, to: SUPPLEMENT.from }] }, compareWith: 'promised' },
    expect: { at: '2026-11-10T17:00', cite: null },
    article: CHOICE,
    worked: 'Không có khoảng chờ nào.',
  },
  {
    name: 'Lần chờ còn mở thì chưa dời hạn đã hẹn',
    on: '2026-11-05',
    given: { facts: { ...FIVE_DAYS, pauses: [PAYMENT, { ...SUPPLEMENT, to: null }] }, compareWith: 'promised' },
    expect: { at: '2026-11-11T10:30', cite: null },
    article: CHOICE,
    worked: 'Chỉ 3 giờ chờ nộp phí đã xong.',
  },
  {
    name: 'Yêu cầu bổ sung sau khi đã quá hạn không dời hạn',
    on: '2026-11-12',
    given: { facts: { ...FIVE_DAYS, pauses: [{ ...SUPPLEMENT, from: '2026-11-11T09:00' }] }, compareWith: 'promised' },
    expect: { at: '2026-11-10T17:00', cite: null },
    article: ND118,
    worked: 'Yêu cầu 11/11, hạn đã qua 10/11.',
  },
  {
    name: 'Yêu cầu bổ sung đúng lúc hết hạn thì còn dời hạn',
    on: '2026-11-12',
    given: { facts: { ...FIVE_DAYS, pauses: [{ ...SUPPLEMENT, from: '2026-11-10T17:00' }] }, compareWith: 'promised' },
    expect: { at: '2026-11-19T17:00', cite: ND118 },
    article: ND118,
    worked: 'Lại từ 12/11: 13, 16, 17, 18, 19/11.',
  },
  {
    name: 'Không biết ngày nhận thì chỉ trừ được thời gian chờ',
    on: '2026-11-12',
    given: { facts: { promised: '2026-11-10T17:00', pauses: [SUPPLEMENT] }, compareWith: 'promised' },
    expect: { at: '2026-11-18T13:30', cite: null },
    article: CHOICE,
    worked: 'Không đếm lại được số ngày đã hẹn; trừ 2.670 phút như trên.',
  },
  {
    name: 'Hẹn trong ngày, bổ sung xong chiều: chạy lại số giờ đã hẹn',
    on: '2026-11-05',
    given: {
      facts: {
        received: '2026-11-05T08:00',
        promised: '2026-11-05T11:00',
        pauses: [{ kind: 'supplement', from: '2026-11-05T09:00', to: '2026-11-05T15:00' }],
      },
      compareWith: 'promised',
    },
    expect: { at: '2026-11-06T08:30', cite: ND118 },
    article: ND118,
    worked: 'Hẹn 3 giờ. Từ 15:00: 2 giờ đến 17:00, 1 giờ từ 07:30 ngày 6/11.',
  },
  {
    name: 'Hẹn lại không dời hạn dùng để xét',
    on: '2026-11-12',
    given: { facts: { ...FIVE_DAYS, reappointed: ['2026-11-20T17:00'] }, compareWith: 'promised' },
    expect: { at: '2026-11-10T17:00', cite: null },
    article: 'khoản 6 Điều 19 NĐ 118/2025/NĐ-CP (cách hiểu)',
  },
]);
