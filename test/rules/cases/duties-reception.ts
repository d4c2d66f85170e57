import { FORWARD } from '#rules/duties/forward.ts';
import { HAND_OVER } from '#rules/duties/hand-over.ts';
import { formatDate } from '#rules/format.ts';
import { group, type LawCase } from './case.ts';
import { type DutyExpected, type DutyGiven, dutyOf } from './duty-of.ts';

const ND61 = 'Điều 18 NĐ 61/2018/NĐ-CP';
const ND118 = 'Điều 18 NĐ 118/2025/NĐ-CP (chưa kiểm chứng)';
const ND309 = 'khoản 2 Điều 18 NĐ 309/2026/NĐ-CP';
/** «Đầu giờ», and receipt on a day off. */
const READING = `${ND309} (cách hiểu)`;

type Times = { received: string; handedOver: string | null; now?: string };

/** A dossier received, handed over or not, and seen at `now` (by default at the hand-over). */
const handed = ({ received, handedOver, now }: Times): DutyGiven => ({
  dossier: { received },
  acts: { handedOver },
  now: now ?? handedOver ?? received,
});

export const HAND_OVER_CASES = group<DutyGiven, DutyExpected>('Chuyển hồ sơ trong ngày', dutyOf(HAND_OVER), [
  {
    name: 'Nhận 14 giờ 59, chuyển 17 giờ cùng ngày là đúng',
    on: '2026-11-16',
    given: handed({ received: '2026-11-16T14:59', handedOver: '2026-11-16T17:00' }),
    expect: { state: 'met', by: '2026-11-16T17:00', cite: ND309 },
    article: ND309,
  },
  {
    name: 'Nhận 15 giờ đúng vẫn phải chuyển trong ngày',
    on: '2026-11-16',
    given: handed({ received: '2026-11-16T15:00', handedOver: '2026-11-17T07:30' }),
    expect: { state: 'breached', by: '2026-11-16T17:00', cite: ND309 },
    article: ND309,
    worked: '«Sau 15 giờ» không gồm 15 giờ 00.',
  },
  {
    name: 'Nhận 15 giờ 01 thì được chuyển đầu giờ ngày làm việc sau',
    on: '2026-11-16',
    given: handed({ received: '2026-11-16T15:01', handedOver: '2026-11-17T07:30' }),
    expect: { state: 'met', by: '2026-11-17T07:30', cite: READING },
    article: ND309,
  },
  {
    name: 'Đầu giờ kéo dài đến hết buổi đầu tiên: 11 giờ 30 còn đúng',
    on: '2026-11-16',
    given: handed({ received: '2026-11-16T15:01', handedOver: '2026-11-17T11:30' }),
    expect: { state: 'met', by: '2026-11-17T07:30', cite: READING },
    article: `${ND309} (cách hiểu «đầu giờ»)`,
  },
  {
    name: 'Chuyển 11 giờ 31 ngày sau là muộn',
    on: '2026-11-16',
    given: handed({ received: '2026-11-16T15:01', handedOver: '2026-11-17T11:31' }),
    expect: { state: 'breached', by: '2026-11-17T07:30', cite: READING },
    article: `${ND309} (cách hiểu «đầu giờ»)`,
  },
  {
    name: 'Nhận chiều 23/11/2026 thì chuyển đầu giờ 25/11 vì 24/11 là ngày nghỉ',
    on: '2026-11-23',
    given: handed({ received: '2026-11-23T16:00', handedOver: '2026-11-25T08:00' }),
    expect: { state: 'met', by: '2026-11-25T07:30', cite: READING },
    article: ND309,
  },
  {
    name: 'Nhận chiều thứ Sáu thì chuyển đầu giờ thứ Hai',
    on: '2026-11-20',
    given: handed({ received: '2026-11-20T15:30', handedOver: '2026-11-23T08:00' }),
    expect: { state: 'met', by: '2026-11-23T07:30', cite: READING },
    article: ND309,
  },
  {
    name: 'Nhận ngày thứ Bảy coi như nhận đầu ngày thứ Hai, chuyển trong ngày thứ Hai',
    on: '2026-11-21',
    given: handed({ received: '2026-11-21T16:00', handedOver: '2026-11-23T16:00' }),
    expect: { state: 'met', by: '2026-11-23T17:00', cite: READING },
    article: `${ND309} (cách hiểu)`,
  },
  {
    name: 'Chuyển 18 giờ cùng ngày vẫn là trong ngày',
    on: '2026-11-16',
    given: handed({ received: '2026-11-16T08:00', handedOver: '2026-11-16T18:00' }),
    expect: { state: 'met', by: '2026-11-16T17:00', cite: ND309 },
    article: ND309,
  },
  {
    name: 'Chưa chuyển nhưng ngày chưa hết thì còn thời gian',
    on: '2026-11-16',
    given: handed({ received: '2026-11-16T08:00', handedOver: null, now: '2026-11-16T16:59' }),
    expect: { state: 'pending', by: '2026-11-16T17:00', cite: ND309 },
    article: ND309,
  },
  {
    name: 'Chưa chuyển khi sang ngày sau là vi phạm',
    on: '2026-11-16',
    given: handed({ received: '2026-11-16T08:00', handedOver: null, now: '2026-11-17T00:00' }),
    expect: { state: 'breached', by: '2026-11-16T17:00', cite: ND309 },
    article: ND309,
  },
  {
    name: 'Dữ liệu không ghi lúc chuyển thì không kết luận',
    on: '2026-11-16',
    given: { dossier: { received: '2026-11-16T08:00' }, now: '2026-11-20T08:00' },
    expect: { state: 'unknown', by: '2026-11-16T17:00', cite: ND309 },
    article: ND309,
  },
  {
    name: 'Trả kết quả ngay trong ngày thì không cần chuyển',
    on: '2026-11-16',
    given: {
      dossier: { received: '2026-11-16T08:00', returned: '2026-11-16T08:20' },
      acts: { handedOver: null },
      now: '2026-11-20T08:00',
    },
    expect: { state: 'notApplicable', by: '2026-11-16T17:00', cite: ND309 },
    article: ND309,
  },
  ...(
    [
      ['2018-06-21', ND61],
      ['2025-06-30', ND61],
      ['2025-07-01', ND118],
      ['2026-08-04', ND118],
      ['2026-08-05', ND309],
    ] as const
  ).map(
    ([day, cite]): LawCase<DutyGiven, DutyExpected> => ({
      name: `Nhận ngày ${formatDate(day)}, chuyển hôm sau là muộn theo nghị định của ngày nhận`,
      on: day,
      given: handed({ received: `${day}T09:00`, handedOver: '2027-01-04T08:00' }),
      expect: { state: 'breached', by: `${day}T17:00`, cite },
      article: cite,
    }),
  ),
  {
    name: 'Trước 21/6/2018 chưa có nghị định nên không kết luận',
    on: '2018-06-20',
    given: handed({ received: '2018-06-20T09:00', handedOver: '2018-06-22T08:00' }),
    expect: { state: 'unknown', by: null, cite: null },
    article: ND61,
  },
]);

const FORWARDED = 'điểm a khoản 1 Điều 20 NĐ 118/2025/NĐ-CP';
const sent = (received: string, forwarded: string | null, now = '2026-11-20T08:00'): DutyGiven => ({
  dossier: { received },
  acts: { forwarded },
  now,
});

export const FORWARD_CASES = group<DutyGiven, DutyExpected>('Hồ sơ giấy nộp ở nơi khác', dutyOf(FORWARD), [
  {
    name: 'Nhận thứ Hai, chuyển hồ sơ giấy hết thứ Ba là đúng',
    on: '2026-11-16',
    given: sent('2026-11-16T09:00', '2026-11-17T17:00'),
    expect: { state: 'met', by: '2026-11-17T17:00', cite: FORWARDED },
    article: FORWARDED,
  },
  {
    name: 'Chuyển sang ngày làm việc thứ hai là muộn',
    on: '2026-11-16',
    given: sent('2026-11-16T09:00', '2026-11-18T07:30'),
    expect: { state: 'breached', by: '2026-11-17T17:00', cite: FORWARDED },
    article: FORWARDED,
  },
  {
    name: 'Nhận 23/11/2026 thì chuyển đến hết 25/11 vì 24/11 nghỉ',
    on: '2026-11-23',
    given: sent('2026-11-23T09:00', null, '2026-11-25T16:00'),
    expect: { state: 'pending', by: '2026-11-25T17:00', cite: FORWARDED },
    article: FORWARDED,
  },
  {
    name: 'Nhận ngày 30/6/2025 thì quy định này chưa áp dụng',
    on: '2025-06-30',
    given: sent('2025-06-30T09:00', null),
    expect: { state: 'notApplicable', by: null, cite: null },
    article: FORWARDED,
  },
  {
    name: 'Nhận ngày 01/7/2025 thì áp dụng',
    on: '2025-07-01',
    given: sent('2025-07-01T09:00', null),
    expect: { state: 'breached', by: '2025-07-02T17:00', cite: FORWARDED },
    article: FORWARDED,
  },
  {
    name: 'Không biết hồ sơ có nộp ở nơi khác hay không thì không kết luận',
    on: '2026-11-16',
    given: { dossier: { received: '2026-11-16T09:00' }, now: '2026-11-20T08:00' },
    expect: { state: 'unknown', by: null, cite: null },
    article: FORWARDED,
  },
  {
    name: 'Cơ quan có thẩm quyền đã nhận nhưng không ghi ngày chuyển giấy thì không kết luận',
    on: '2026-11-16',
    given: {
      dossier: { received: '2026-11-16T09:00' },
      acts: { competentReceived: '2026-11-17T09:00' },
      now: '2026-11-20T08:00',
    },
    expect: { state: 'unknown', by: '2026-11-17T17:00', cite: FORWARDED },
    article: FORWARDED,
  },
]);
