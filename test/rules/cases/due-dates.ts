import { DEFAULT_OFFICE } from '#rules/calendar/working-time.ts';
import { type Choices, DEFAULT_CHOICES } from '#rules/choices.ts';
import type { Dossier } from '#rules/dossier.ts';
import { deadlineOf } from '#rules/due.ts';
import { citationText, type LocalTime } from '#rules/law.ts';
import { dossierOf } from '../dossier-of.ts';
import { group } from './case.ts';

interface Given {
  readonly facts: Partial<Dossier>;
  readonly compareWith: Choices['compareWith'];
  readonly clockAfterSupplement?: Choices['clockAfterSupplement'];
}

interface Expect {
  readonly at: LocalTime;
  /** Article that starts the limit again; `null` while nothing did. */
  readonly cite: string | null;
}

function deadline({ facts, compareWith, clockAfterSupplement = 'restart' }: Given): Expect | null {
  const due = deadlineOf(dossierOf(facts), DEFAULT_OFFICE, { ...DEFAULT_CHOICES, compareWith, clockAfterSupplement });
  return due && { at: due.at, cite: due.cite && citationText(due.cite) };
}

const LEGAL = 'Thời hạn tính bằng ngày làm việc, ngày nhận không tính (cách hiểu)';

/** Received at `at` with one working day: the day of receipt never counts, at whatever hour. */
const received = (name: string, at: LocalTime, due: LocalTime, worked: string, limitDays = 1) => ({
  name,
  on: at.slice(0, 10),
  given: { facts: { received: at, limitDays }, compareWith: 'legal' as const },
  expect: { at: due, cite: null },
  article: LEGAL,
  worked,
});

export const LEGAL_DUE = group('Hạn theo quy định: từ lúc nhận đến giờ đóng cửa ngày cuối', deadline, [
  received('Nhận trước giờ mở cửa', '2026-11-19T06:30', '2026-11-20T17:00', '20/11 là ngày thứ nhất.'),
  received('Nhận trong giờ sáng', '2026-11-19T08:15', '2026-11-20T17:00', '20/11 là ngày thứ nhất.'),
  received('Nhận giờ nghỉ trưa', '2026-11-19T12:10', '2026-11-20T17:00', '20/11 là ngày thứ nhất.'),
  received('Nhận đúng giờ đóng cửa', '2026-11-19T17:00', '2026-11-20T17:00', '20/11 là ngày thứ nhất.'),
  received('Nhận trực tuyến lúc 22:00', '2026-11-19T22:00', '2026-11-20T17:00', 'Ngày nhận vẫn là 19/11.'),
  received('Nhận trực tuyến lúc 23:59', '2026-11-19T23:59', '2026-11-20T17:00', 'Ngày nhận vẫn là 19/11.'),
  received(
    'Nhận trực tuyến lúc 00:00 hôm sau',
    '2026-11-20T00:00',
    '2026-11-23T17:00',
    'Ngày nhận là 20/11; 23/11 thứ nhất.',
  ),
  received('Nhận trực tuyến ngày thứ Bảy', '2026-11-21T10:00', '2026-11-23T17:00', '23/11 là ngày thứ nhất.'),
  received('Nhận trực tuyến ngày Chủ nhật', '2026-11-22T10:00', '2026-11-23T17:00', '23/11 là ngày thứ nhất.'),
  received('Nhận trực tuyến đúng ngày nghỉ 24/11', '2026-11-24T10:00', '2026-11-25T17:00', '25/11 là ngày thứ nhất.'),
  received('Nhận thứ Bảy làm bù 22/8/2026', '2026-08-22T10:00', '2026-08-24T17:00', '24/8 là ngày thứ nhất.'),
  received('Nhận ngày nghỉ hoán đổi 31/8/2026', '2026-08-31T10:00', '2026-09-03T17:00', '3/9 là ngày thứ nhất.'),
  received(
    '10 ngày qua 24/11',
    '2026-11-10T08:15',
    '2026-11-25T17:00',
    '11, 12, 13, 16, 17, 18, 19, 20, 23, 25/11.',
    10,
  ),
  received('Nửa ngày, nhận 10:00', '2026-11-10T10:00', '2026-11-10T15:30', '1,5 giờ đến 11:30, 2,5 giờ từ 13:00.', 0.5),
  received('Nửa ngày, nhận giờ nghỉ trưa', '2026-11-10T12:00', '2026-11-10T17:00', '4 giờ từ 13:00.', 0.5),
  received('Nửa ngày, nhận sau giờ đóng cửa', '2026-11-10T18:00', '2026-11-11T11:30', '4 giờ từ 07:30 hôm sau.', 0.5),
  received(
    'Một ngày rưỡi, nhận 15:00',
    '2026-11-10T15:00',
    '2026-11-12T09:30',
    '12 giờ: 2 giờ ngày 10, 8 giờ ngày 11, 2 giờ từ 07:30 ngày 12/11.',
    1.5,
  ),
  received(
    'Trong ngày (0 ngày): giờ đóng cửa ngày nhận',
    '2026-11-10T08:15',
    '2026-11-10T17:00',
    'Không cộng ngày nào.',
    0,
  ),
  received(
    'Trong ngày (0 ngày), nhận ngày nghỉ: ngày làm việc kế tiếp',
    '2026-11-24T08:15',
    '2026-11-25T17:00',
    '24/11 nghỉ.',
    0,
  ),
  received(
    'Giấy hẹn thật nhận 27/10/2023 lúc 09:32, 5 ngày',
    '2023-10-27T09:32',
    '2023-11-03T17:00',
    '30, 31/10, 1, 2, 3/11; giấy hẹn in 09:00 ngày 3/11.',
    5,
  ),
]);

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
