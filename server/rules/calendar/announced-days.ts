import type { IsoDate } from '../law.ts';
import { addDays } from './date.ts';

/** Days a yearly notice chooses: until it is out, a deadline counted over them may move. Half-open. */
export interface AnnouncedDays {
  readonly name: string;
  readonly year: string;
  readonly from: IsoDate;
  readonly to: IsoDate;
}

/** Mùng 1 Tết of each year of the calendar. */
export const TET: readonly IsoDate[] = [
  '2018-02-16',
  '2019-02-05',
  '2020-01-25',
  '2021-02-12',
  '2022-02-01',
  '2023-01-22',
  '2024-02-10',
  '2025-01-29',
  '2026-02-17',
  '2027-02-06',
];

/** Half-open days over which a swap with a Saturday is not excluded by what was read, and the sentence that says so. */
export const SWAPS_NOT_EXCLUDED: readonly { readonly from: IsoDate; readonly to: IsoDate; readonly because: string }[] =
  [
    {
      from: '2020-01-01',
      to: '2021-01-01',
      because: 'Năm 2020 không có ngày hoán đổi: ghi theo trí nhớ, chưa đối chiếu được thông báo.',
    },
    {
      from: '2026-11-23',
      to: '2026-11-24',
      because: 'Chưa thấy thông báo hoán đổi ngày 23/11/2026; đã tìm.',
    },
  ];

/** First year with a second day of Quốc khánh (BLLĐ 2019 Đ112); the day before or after 02/9 is chosen each year. */
const NATIONAL_FROM = '2021';

/** Five days of Tết lie somewhere from 5 days before mùng 1 to 9 after it: our reading of the notices of ten years. */
export const ANNOUNCED_DAYS: readonly AnnouncedDays[] = TET.flatMap((first) => {
  const year = first.slice(0, 4);
  const tet = { name: 'Tết Âm lịch', year, from: addDays(first, -5), to: addDays(first, 10) };
  const national = { name: 'Quốc khánh', year, from: `${year}-09-01`, to: `${year}-09-04` };
  return year < NATIONAL_FROM ? [tet] : [tet, national];
});
