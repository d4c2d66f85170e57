import { addWorkingDays, DEFAULT_OFFICE } from '#rules/calendar/working-time.ts';
import { group, type LawCase } from './case.ts';

interface Given {
  readonly days: number;
}

/** `[name, day received, working days, day due, notice, days counted]` */
type Row = readonly [name: string, on: string, days: number, due: string, notice: string, worked: string];

const LAW = 'Điều 111, 112 BLLĐ 2019';
const N9859 = '9859/VPCP-KGVX và Thông báo 9441/TB-BNV năm 2025';
const N12729 = '12729/VPCP-KGVX ngày 25/12/2025';
const N8726 = '8726/VPCP-KGVX ngày 26/11/2024';
const N8056 = '8056/VPCP-KGVX ngày 01/12/2022';
const N4875 = 'Thông báo 4875/TB-LĐTBXH';
const N2450 = '2450/VPCP-KGVX ngày 12/4/2024';
const N6519 = '6519/VPCP-KGVX ngày 11/7/2018';
const CULTURE = 'Nghị quyết 28/2026/QH16';

// Worked by hand on the official yearly calendars, Monday to Friday.
const ROWS: readonly Row[] = [
  ['Nhận thứ Sáu 20/11/2026, 3 ngày, qua Ngày Văn hóa 24/11', '2026-11-20', 3, '2026-11-26', CULTURE, '23, 25, 26/11'],
  ['Nhận ngay trước Ngày Văn hóa 24/11/2026, 1 ngày', '2026-11-23', 1, '2026-11-25', CULTURE, '25/11; 24/11 nghỉ'],
  ['24/11/2025 chưa là ngày nghỉ: nhận 21/11/2025, 1 ngày', '2025-11-21', 1, '2025-11-24', CULTURE, '24/11'],
  ['Thứ Bảy 22/8/2026 làm bù tính là một ngày', '2026-08-21', 5, '2026-08-27', N9859, '22, 24, 25, 26, 27/8'],
  ['Quốc khánh 2026, thứ Hai 31/8 nghỉ hoán đổi', '2026-08-28', 1, '2026-09-03', N9859, '3/9; nghỉ 29/8 đến 2/9'],
  ['Giỗ Tổ 2026 nghỉ bù thứ Hai, rồi 30/4 và 01/5', '2026-04-24', 3, '2026-05-04', LAW, '28, 29/4, 4/5'],
  ['Qua 30/4 và 01/5/2026', '2026-04-29', 2, '2026-05-05', LAW, '4, 5/5'],
  ['Qua Tết Bính Ngọ 2026', '2026-02-13', 5, '2026-02-27', N9859, '23, 24, 25, 26, 27/02; nghỉ 16–20/02'],
  ['Thứ Sáu 02/01/2026 nghỉ hoán đổi', '2025-12-31', 1, '2026-01-05', N12729, '5/01; nghỉ 01–04/01'],
  ['Hết hạn đúng thứ Bảy làm bù 10/01/2026', '2026-01-09', 1, '2026-01-10', N12729, '10/01'],
  ['Qua thứ Bảy làm bù 10/01/2026', '2026-01-08', 3, '2026-01-12', N12729, '9, 10, 12/01'],
  [
    'Nhận đúng thứ Bảy làm bù 22/8/2026, 1 ngày',
    '2026-08-22',
    1,
    '2026-08-24',
    N9859,
    '24/8; ngày nhận 22/8 không tính',
  ],
  ['Nhận Chủ nhật 23/8/2026, 1 ngày: thứ Hai là ngày thứ nhất', '2026-08-23', 1, '2026-08-24', LAW, '24/8'],
  ['Nhận đúng ngày nghỉ 02/9/2026, 1 ngày', '2026-09-02', 1, '2026-09-03', LAW, '3/9'],
  ['Qua thứ Bảy làm bù 26/4/2025 và nghỉ hoán đổi 02/5', '2025-04-24', 5, '2025-05-05', N8726, '25, 26, 28, 29/4, 5/5'],
  ['Hết hạn đúng thứ Bảy làm bù 26/4/2025', '2025-04-25', 1, '2025-04-26', N8726, '26/4'],
  ['Thứ Hai 29/4/2024 nghỉ hoán đổi', '2024-04-26', 1, '2024-05-02', N2450, '2/5; nghỉ 27/4 đến 01/5'],
  ['Thứ Bảy 04/5/2024 làm bù tính là một ngày', '2024-05-03', 2, '2024-05-06', N2450, '4, 6/5'],
  ['Giỗ Tổ và 30/4/2023 nghỉ bù ngày 02 và 03/5', '2023-04-28', 1, '2023-05-04', LAW, '4/5; nghỉ 29/4 đến 3/5'],
  ['Quốc khánh 2023 nghỉ bù thứ Hai 04/9', '2023-08-31', 1, '2023-09-05', N8056, '5/9; nghỉ 01–04/9'],
  ['30/4 và 01/5/2022 nghỉ bù', '2022-04-29', 1, '2022-05-04', LAW, '4/5; nghỉ 30/4 đến 3/5'],
  ['Quốc khánh 2020 chỉ một ngày: nhận 01/9/2020, 1 ngày', '2020-09-01', 1, '2020-09-03', 'Điều 115 BLLĐ 2012', '3/9'],
  ['Quốc khánh 2021 hai ngày: nhận 01/9/2021, 1 ngày', '2021-09-01', 1, '2021-09-06', N4875, '6/9; nghỉ 2–5/9'],
  ['Giỗ Tổ 2019 nghỉ bù thứ Hai 15/4', '2019-04-12', 1, '2019-04-16', 'Điều 115 BLLĐ 2012', '16/4'],
  ['Hết hạn đúng thứ Bảy làm bù 04/5/2019', '2019-05-03', 1, '2019-05-04', N6519, '4/5'],
  ['Thứ Hai 31/12/2018 nghỉ hoán đổi', '2018-12-28', 1, '2019-01-02', N6519, '2/01; nghỉ 29/12 đến 01/01'],
  ['Thứ Bảy 05/01/2019 làm bù cho 31/12/2018', '2019-01-04', 1, '2019-01-05', N6519, '5/01'],
  ['Giấy hẹn thật: nhận 27/10/2023, 5 ngày', '2023-10-27', 5, '2023-11-03', LAW, '30, 31/10, 1, 2, 3/11'],
  ['0 ngày từ một ngày làm việc là chính ngày đó', '2026-11-20', 0, '2026-11-20', LAW, 'không cộng ngày nào'],
  ['0 ngày từ ngày nghỉ là ngày làm việc kế tiếp', '2026-11-24', 0, '2026-11-25', CULTURE, '24/11 nghỉ'],
];

export const WORKING_DAYS = group(
  'Ngày làm việc: ngày nhận không tính',
  ({ days }: Given, on) => addWorkingDays(on, days, DEFAULT_OFFICE),
  ROWS.map(
    ([name, on, days, expect, article, worked]): LawCase<Given, string> => ({
      name,
      on,
      given: { days },
      expect,
      article,
      worked: `Tính: ${worked}.`,
    }),
  ),
);
