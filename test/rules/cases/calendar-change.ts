import { calendarKnownOn } from '#rules/calendar/calendar.ts';
import { calendarWarnings } from '#rules/calendar/calendar-warnings.ts';
import { addDays } from '#rules/calendar/date.ts';
import { DEFAULT_OFFICE_HOURS } from '#rules/calendar/office-hours.ts';
import { isWorkingDay } from '#rules/calendar/working-time.ts';
import { touchedBy } from '#rules/calendar-change.ts';
import { DEFAULT_CHOICES } from '#rules/choices.ts';
import type { Dossier } from '#rules/dossier.ts';
import type { IsoDate, LocalTime } from '#rules/law.ts';
import { dossierOf } from '../dossier-of.ts';
import { group, type LawCase } from './case.ts';

const SWAP_2024 = '2450/VPCP-KGVX ngày 12/4/2024';
const SWAP_2026 = '12729/VPCP-KGVX ngày 25/12/2025';

const movedBy = (facts: Partial<Dossier>, on: IsoDate) => {
  const [moved] = touchedBy(
    calendarKnownOn(addDays(on, -1)),
    calendarKnownOn(on),
    [dossierOf(facts)],
    DEFAULT_OFFICE_HOURS,
    DEFAULT_CHOICES,
  );
  return moved ? { before: moved.before, after: moved.after } : null;
};

type Moved = { readonly before: LocalTime; readonly after: LocalTime } | null;

const moved = (
  name: string,
  on: IsoDate,
  given: Partial<Dossier>,
  expect: Moved,
  worked: string,
): LawCase<Partial<Dossier>, Moved> => ({
  name,
  on,
  given,
  expect,
  article: on === '2024-04-12' ? SWAP_2024 : SWAP_2026,
  worked,
});

/** `on` is the day of the notice: hạn as counted the day before against hạn as counted that day. */
export const CALENDAR_CHANGES = group('Hồ sơ đang xử lý có hạn đổi khi lịch đổi', movedBy, [
  moved(
    'Hết hạn đúng ngày 29/4/2024 nay nghỉ hoán đổi',
    '2024-04-12',
    { received: '2024-04-11T08:00', limitDays: 11 },
    { before: '2024-04-29T17:00', after: '2024-05-02T17:00' },
    '12, 15, 16, 17, 19, 22, 23, 24, 25, 26/4 là 10 ngày (18/4 Giỗ Tổ); ngày 11 trước là 29/4, nay là 2/5.',
  ),
  moved(
    'Hết hạn trước ngày 29/4/2024 thì không đổi',
    '2024-04-12',
    { received: '2024-04-11T08:00', limitDays: 10 },
    null,
    'Ngày 10 là 26/4.',
  ),
  moved(
    'Hết hạn giữa ngày nghỉ và ngày làm bù thì lùi một ngày',
    '2024-04-12',
    { received: '2024-04-11T08:00', limitDays: 12 },
    { before: '2024-05-02T17:00', after: '2024-05-03T17:00' },
    'Trước: 29/4 thứ 11, 2/5 thứ 12. Nay: 2/5 thứ 11, 3/5 thứ 12.',
  ),
  moved(
    'Ngày cuối sang thứ Bảy làm bù 04/5/2024',
    '2024-04-12',
    { received: '2024-04-11T08:00', limitDays: 13 },
    { before: '2024-05-03T17:00', after: '2024-05-04T17:00' },
    'Trước: 3/5 thứ 13. Nay: 4/5 thứ 13.',
  ),
  moved(
    'Hết hạn sau ngày làm bù thì không đổi',
    '2024-04-12',
    { received: '2024-04-11T08:00', limitDays: 14 },
    null,
    'Ngày 14 là 6/5 theo cả hai lịch.',
  ),
  moved(
    'Nhận sau ngày làm bù thì không đổi',
    '2024-04-12',
    { received: '2024-05-06T08:00', limitDays: 3 },
    null,
    '7, 8, 9/5.',
  ),
  moved(
    'Hồ sơ đã xong không có trong danh sách',
    '2024-04-12',
    { received: '2024-04-11T08:00', limitDays: 11, ready: '2024-04-11T16:00' },
    null,
    'Đã có kết quả.',
  ),
  moved(
    'Hồ sơ đang chờ bổ sung không có trong danh sách',
    '2024-04-12',
    {
      received: '2024-04-11T08:00',
      limitDays: 11,
      pauses: [{ kind: 'supplement', from: '2024-04-11T10:00', to: null }],
    },
    null,
    'Thời hạn chưa chạy tiếp.',
  ),
  moved(
    'Không biết thời hạn thì không nói được',
    '2024-04-12',
    { received: '2024-04-11T08:00' },
    null,
    'Thiếu số ngày.',
  ),
  moved(
    'Hạn tính theo giờ cũng đổi',
    '2024-04-12',
    { received: '2024-04-26T15:00', limitDays: 0.5 },
    { before: '2024-04-29T09:30', after: '2024-05-02T09:30' },
    '2 giờ ngày 26/4, 2 giờ sáng ngày làm việc sau.',
  ),
  moved(
    'Nghỉ 02/01/2026 quyết định ngày 25/12/2025',
    '2025-12-25',
    { received: '2025-12-24T08:00', limitDays: 6 },
    { before: '2026-01-02T17:00', after: '2026-01-05T17:00' },
    '25, 26, 29, 30, 31/12 là 5 ngày; ngày 6 trước là 2/01, nay là 5/01.',
  ),
  moved(
    'Làm bù 10/01/2026 kéo hạn về trước',
    '2025-12-25',
    { received: '2025-12-31T08:00', limitDays: 6 },
    { before: '2026-01-09T17:00', after: '2026-01-10T17:00' },
    'Trước: 2, 5, 6, 7, 8, 9/01. Nay: 5, 6, 7, 8, 9, 10/01.',
  ),
]);

const known = (name: string, on: IsoDate, day: IsoDate, expect: boolean, article: string) => ({
  name,
  on,
  given: { day },
  expect,
  article,
});

export const KNOWN_DAYS = group(
  'Ngày ấy có phải ngày làm việc không, theo những gì đã biết vào ngày xét',
  ({ day }: { readonly day: IsoDate }, on) =>
    isWorkingDay(day, { calendar: calendarKnownOn(on), hours: DEFAULT_OFFICE_HOURS }),
  [
    known('Một ngày trước thông báo, 29/4/2024 còn là ngày làm việc', '2024-04-11', '2024-04-29', true, SWAP_2024),
    known('Từ ngày thông báo, 29/4/2024 là ngày nghỉ', '2024-04-12', '2024-04-29', false, SWAP_2024),
    known('Một ngày trước thông báo, thứ Bảy 04/5/2024 còn nghỉ', '2024-04-11', '2024-05-04', false, SWAP_2024),
    known('Từ ngày thông báo, thứ Bảy 04/5/2024 làm bù', '2024-04-12', '2024-05-04', true, SWAP_2024),
    known('24/12/2025: 02/01/2026 còn là ngày làm việc', '2025-12-24', '2026-01-02', true, SWAP_2026),
    known('25/12/2025: 02/01/2026 là ngày nghỉ', '2025-12-25', '2026-01-02', false, SWAP_2026),
    known(
      'Trước Nghị quyết 28/2026, 24/11/2026 là ngày làm việc',
      '2026-04-23',
      '2026-11-24',
      true,
      'Nghị quyết 28/2026/QH16',
    ),
    known(
      'Sau Nghị quyết 28/2026, 24/11/2026 là ngày nghỉ',
      '2026-04-24',
      '2026-11-24',
      false,
      'Nghị quyết 28/2026/QH16',
    ),
    known(
      'Tết 2024 chưa thông báo thì chưa biết nghỉ',
      '2023-11-02',
      '2024-02-08',
      true,
      '8662/VPCP-KGVX ngày 03/11/2023',
    ),
    known('Tết 2024 đã thông báo', '2023-11-03', '2024-02-08', false, '8662/VPCP-KGVX ngày 03/11/2023'),
    known('Ngày luật định thì luôn biết trước', '2018-01-01', '2027-04-30', false, 'Điều 112 BLLĐ 2019'),
    known(
      'Thông báo chưa thấy ngày: coi như biết từ đầu năm (cách hiểu)',
      '2025-12-31',
      '2026-02-16',
      true,
      '9859/VPCP-KGVX',
    ),
    known('Thông báo chưa thấy ngày: từ 01/01 thì biết', '2026-01-01', '2026-02-16', false, '9859/VPCP-KGVX'),
  ],
);

const MISSING_2028 =
  'Lịch ngày nghỉ hết trước ngày 01/01/2028: hạn từ ngày đó chưa tính được. Cài bản mới có ngày nghỉ năm 2028.';
const tail = 'Hạn qua các ngày này có thể đổi; cài bản mới khi có thông báo.';
const TET_2027 = `Ngày nghỉ Tết Âm lịch năm 2027 chưa có thông báo chính thức. ${tail}`;
const NATIONAL_2027 = `Ngày nghỉ Quốc khánh năm 2027 chưa có thông báo chính thức. ${tail}`;
const fresh = (name: string, on: IsoDate, knownOn: IsoDate, expect: readonly string[]) => ({
  name,
  on,
  given: { knownOn },
  expect,
  article: 'Lịch nghỉ lễ, Tết thông báo hằng năm',
});

export const CALENDAR_FRESHNESS = group(
  'Lịch thiếu gì cho năm nay và năm sau',
  ({ knownOn }: { readonly knownOn: IsoDate }, on) => calendarWarnings(calendarKnownOn(knownOn), on),
  [
    fresh('Tháng 11/2026: Tết và Quốc khánh 2027 chưa thông báo', '2026-11-22', '2026-11-22', [
      TET_2027,
      NATIONAL_2027,
    ]),
    fresh('Ngày cuối năm 2025: năm 2027 chưa cần nhắc', '2025-12-31', '2026-01-01', []),
    fresh('Ngày đầu năm 2026: nhắc năm 2027', '2026-01-01', '2026-01-01', [TET_2027, NATIONAL_2027]),
    fresh('15/02/2027: còn trong những ngày Tết chưa thông báo', '2027-02-15', '2027-02-15', [
      MISSING_2028,
      TET_2027,
      NATIONAL_2027,
    ]),
    fresh('16/02/2027: Tết đã qua', '2027-02-16', '2027-02-16', [MISSING_2028, NATIONAL_2027]),
    fresh('03/9/2027: còn trong những ngày Quốc khánh', '2027-09-03', '2027-09-03', [MISSING_2028, NATIONAL_2027]),
    fresh('04/9/2027: chỉ còn thiếu năm 2028', '2027-09-04', '2027-09-04', [MISSING_2028]),
    fresh('Tháng 6/2024 theo lịch biết lúc đó: năm 2025 chưa thông báo', '2024-06-01', '2024-06-01', [
      `Ngày nghỉ Tết Âm lịch năm 2025 chưa có thông báo chính thức. ${tail}`,
      `Ngày nghỉ Quốc khánh năm 2025 chưa có thông báo chính thức. ${tail}`,
    ]),
    fresh('Tháng 6/2024 theo lịch có thông báo 26/11/2024: không thiếu gì', '2024-06-01', '2024-11-26', []),
  ],
);
