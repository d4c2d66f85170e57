import { calendarKnownOn } from '#rules/calendar/calendar.ts';
import { calendarWarnings } from '#rules/calendar/calendar-warnings.ts';
import { DEFAULT_OFFICE_HOURS } from '#rules/calendar/office-hours.ts';
import { isWorkingDay } from '#rules/calendar/working-time.ts';
import type { IsoDate } from '#rules/law.ts';
import { group } from './case.ts';

const SWAP_2024 = '2450/VPCP-KGVX ngày 12/4/2024';
const SWAP_2026 = '12729/VPCP-KGVX ngày 25/12/2025';

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
      'Thông báo năm 2025 chưa thấy ngày: đến 30/12/2025 coi như chưa biết (cách hiểu)',
      '2025-12-30',
      '2026-02-16',
      true,
      '9859/VPCP-KGVX',
    ),
    known(
      'Thông báo năm 2025 chưa thấy ngày: từ 31/12/2025 thì biết',
      '2025-12-31',
      '2026-02-16',
      false,
      '9859/VPCP-KGVX',
    ),
    known(
      'Thông báo không ghi năm: đến hết năm trước coi như chưa biết',
      '2020-12-31',
      '2021-02-10',
      true,
      '4875/TB-LĐTBXH',
    ),
    known('Thông báo không ghi năm: từ 01/01 thì biết', '2021-01-01', '2021-02-10', false, '4875/TB-LĐTBXH'),
  ],
);

const MISSING_2028 =
  'Lịch ngày nghỉ hết trước ngày 01/01/2028: hạn từ ngày đó chưa tính được. Cài bản mới có ngày nghỉ năm 2028.';
const tail = 'Hạn qua các ngày này có thể đổi; cài bản mới khi có thông báo.';
const TET_2027 = `Ngày nghỉ Tết Âm lịch năm 2027 chưa có thông báo chính thức. ${tail}`;
const NATIONAL_2027 = `Ngày nghỉ Quốc khánh năm 2027 chưa có thông báo chính thức. ${tail}`;
const SWAP_2026_11 = 'Chưa thấy thông báo hoán đổi ngày 23/11/2026; đã tìm.';
const NOT_2020 = 'Năm 2020 không có ngày hoán đổi: ghi theo trí nhớ, chưa đối chiếu được thông báo.';
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
      SWAP_2026_11,
    ]),
    fresh('Qua ngày 23/11/2026 thì không nhắc ngày ấy nữa', '2026-11-24', '2026-11-24', [TET_2027, NATIONAL_2027]),
    fresh('Năm đã qua: chưa đối chiếu được, không phải chờ thông báo', '2020-01-29', '2026-11-24', [
      'Ngày nghỉ Tết Âm lịch năm 2020 ghi theo nguồn thứ hai, chưa đối chiếu được số thông báo.',
      NOT_2020,
    ]),
    fresh('Ngày cuối năm 2025: năm 2027 chưa cần nhắc', '2025-12-31', '2026-01-01', [SWAP_2026_11]),
    fresh('Ngày đầu năm 2026: nhắc năm 2027', '2026-01-01', '2026-01-01', [TET_2027, NATIONAL_2027, SWAP_2026_11]),
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
