import { isWorkingDay, sessionsOn } from '#rules/calendar/working-time.ts';
import { group, type LawCase } from './case.ts';
import { type OfficeWords, officeNamed } from './offices.ts';

interface Given {
  readonly office: OfficeWords;
}
/** Whether the day counts, and the minutes the office is open. */
interface Expect {
  readonly counts: boolean;
  readonly minutes: number;
}

const COUNTED = '8 giờ và sáng thứ Bảy tính ngày';
const OPEN = '8 giờ và sáng thứ Bảy không tính ngày';
const WEEKDAYS = '8 giờ (07:30–11:30, 13:00–17:00)';
const LAW = 'Điều 112 BLLĐ 2019';
const LAW_READING = 'Điều 112 BLLĐ 2019 (cách hiểu)';
const N8662 = '8662/VPCP-KGVX ngày 03/11/2023';
const N8726 = '8726/VPCP-KGVX ngày 26/11/2024';

const OFF: Expect = { counts: false, minutes: 0 };
const MORNING: Expect = { counts: true, minutes: 240 };
const OPEN_ONLY: Expect = { counts: false, minutes: 240 };

type Row = readonly [name: string, on: string, office: OfficeWords, expect: Expect, article: string];

// All Saturdays.
const ROWS: readonly Row[] = [
  ['Mùng 1 Tết 2024 là thứ Bảy: nơi tính sáng thứ Bảy cũng nghỉ', '2024-02-10', COUNTED, OFF, N8662],
  ['Mùng 1 Tết 2024: nơi mở sáng thứ Bảy không tính ngày cũng nghỉ', '2024-02-10', OPEN, OFF, N8662],
  ['Mùng 1 Tết 2024: nơi làm thứ Hai đến thứ Sáu vẫn nghỉ như mọi thứ Bảy', '2024-02-10', WEEKDAYS, OFF, N8662],
  ['Thứ Bảy trước Tết 2024 một tuần: vẫn làm', '2024-02-03', COUNTED, MORNING, N8662],
  ['Thứ Bảy sau Tết 2024 một tuần: vẫn làm', '2024-02-17', COUNTED, MORNING, N8662],
  ['Thứ Bảy sau Tết 2024 một tuần, nơi không tính ngày: mở cửa', '2024-02-17', OPEN, OPEN_ONLY, N8662],
  ['Thứ Bảy mùng 4 Tết 2025, sau ngày nghỉ cuối 31/01: vẫn làm', '2025-02-01', COUNTED, MORNING, N8726],
  ['Thứ Bảy 25/01/2025, trước ngày nghỉ Tết đầu tiên 27/01: vẫn làm', '2025-01-25', COUNTED, MORNING, N8726],
  ['30/4/2022 là thứ Bảy', '2022-04-30', COUNTED, OFF, LAW],
  ['Thứ Bảy 23/4/2022 là ngày thường', '2022-04-23', COUNTED, MORNING, LAW],
  ['Giỗ Tổ 29/4/2023 là thứ Bảy', '2023-04-29', COUNTED, OFF, LAW],
  ['02/9/2023 là thứ Bảy', '2023-09-02', COUNTED, OFF, LAW],
  ['01/01/2022 là thứ Bảy', '2022-01-01', COUNTED, OFF, LAW],
  ['01/5/2021 là thứ Bảy', '2021-05-01', COUNTED, OFF, LAW],
  ['01/5/2027 là thứ Bảy', '2027-05-01', COUNTED, OFF, LAW],
  ['Mùng 1 Tết 2027 là thứ Bảy, dù chưa có thông báo', '2027-02-06', COUNTED, OFF, LAW_READING],
  ['Thứ Bảy 13/02/2027, mùng 8: chưa có thông báo nên còn là ngày làm', '2027-02-13', COUNTED, MORNING, LAW_READING],
];

export const WEEKEND_HOLIDAYS = group(
  'Ngày lễ, Tết rơi vào thứ Bảy: nơi mở thứ Bảy có làm không',
  ({ office: words }: Given, on): Expect => {
    const office = officeNamed(words);
    const minutes = sessionsOn(on, office).reduce((sum, { from, to }) => sum + to - from, 0);
    return { counts: isWorkingDay(on, office), minutes };
  },
  ROWS.map(
    ([name, on, office, expect, article]): LawCase<Given, Expect> => ({
      name,
      on,
      given: { office },
      expect,
      article,
    }),
  ),
);
