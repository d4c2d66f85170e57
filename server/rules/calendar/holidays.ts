import type { Certainty, IsoDate } from '../law.ts';
import type { CalendarDay } from './calendar-day.ts';
import { addDays } from './date.ts';

type Source = Pick<CalendarDay, 'notice' | 'basis' | 'announced' | 'certainty' | 'knownBy'>;

const rows = (kind: CalendarDay['kind'], name: string, source: Source, dates: readonly IsoDate[]): CalendarDay[] =>
  dates.map((date) => ({ date, kind, name, ...source }));
const off = (name: string, source: Source, ...dates: IsoDate[]) => rows('holiday', name, source, dates);
/** Every day from `from` to `last`, weekends among them. */
const through = (name: string, source: Source, from: IsoDate, last: IsoDate): CalendarDay[] =>
  from > last ? [] : [...off(name, source, from), ...through(name, source, addDays(from, 1), last)];
const worked = (name: string, source: Source, ...dates: IsoDate[]) => rows('extraWorkday', name, source, dates);

const law = (notice: string, certainty: Certainty, announced: IsoDate | null = null): Source => ({
  notice,
  basis: 'law',
  announced,
  certainty,
});
const notice = (number: string, announced: IsoDate | null, certainty: Certainty): Source => ({
  notice: number,
  basis: 'notice',
  announced,
  certainty,
});
const unseen = (words: string): Source => ({
  notice: words,
  basis: 'unseenNotice',
  announced: null,
  certainty: 'secondary',
});

// Days the law itself fixes, and compensation for those that fall on a weekend (BLLĐ 2019 Đ111(3)).
const LAW_2012 = law('Điều 115 BLLĐ 2012', 'secondary');
const LAW_2019 = law('Điều 111, 112 BLLĐ 2019', 'text');
/** The five days of Tết are named by the yearly notice; that mùng 1 is one of them needs none. */
const FIRST_OF_TET = law('Điều 112 BLLĐ 2019', 'reading');
/** In force from 01/7/2026; reported on 24/4/2026. */
const CULTURE_DAY = law('Nghị quyết 28/2026/QH16', 'secondary', '2026-04-24');

// Tết and Quốc khánh days of each year, and days moved (hoán đổi) with a Saturday.
const TET_2018 = unseen('Thông báo của Bộ LĐTBXH (chưa thấy số)');
const N6519 = notice('6519/VPCP-KGVX ngày 11/7/2018', '2018-07-11', 'text');
const TET_2020 = unseen('Thông báo nghỉ năm 2020 (chưa thấy số)');
const N4875 = notice('Thông báo 4875/TB-LĐTBXH', null, 'secondary');
const N245 = notice('245/VPCP-KGVX ngày 11/01/2022', '2022-01-11', 'secondary');
const N8056 = notice('8056/VPCP-KGVX ngày 01/12/2022', '2022-12-01', 'secondary');
const N8662 = notice('8662/VPCP-KGVX ngày 03/11/2023', '2023-11-03', 'secondary');
const N2450 = notice('2450/VPCP-KGVX ngày 12/4/2024', '2024-04-12', 'secondary');
const N8726 = notice('8726/VPCP-KGVX ngày 26/11/2024', '2024-11-26', 'secondary');
/** Of unknown day in 2025. */
const N9859 = {
  ...notice('9859/VPCP-KGVX và Thông báo 9441/TB-BNV năm 2025', null, 'secondary'),
  knownBy: '2025-12-31',
};
const N12729 = notice('12729/VPCP-KGVX ngày 25/12/2025', '2025-12-25', 'secondary');

const NEW_YEAR = 'Tết Dương lịch';
const TET = 'Tết Âm lịch';
const KINGS = 'Giỗ Tổ Hùng Vương';
const VICTORY = 'Ngày Chiến thắng 30/4';
const LABOUR = 'Ngày Quốc tế lao động 01/5';
const NATIONAL = 'Quốc khánh';
const CULTURE = 'Ngày Văn hóa Việt Nam';
const SWAP = 'Nghỉ hoán đổi';
const MAKE_UP = 'Làm bù';
const comp = (name: string) => `${name} (nghỉ bù)`;

/**
 * State agencies: days off, also those on a weekend, where an office may be open, and Saturdays worked. Compensation is that of the
 * Monday-to-Friday week. A weekend day is Tết when it lies between the first and the last announced weekday; beside them it is an
 * ordinary weekend. Two days of Quốc khánh only from 2021, 24/11 only from 2026; 02/9 itself is the law's, the day beside it the
 * notice's. For 2027 only what the law itself fixes.
 */
export const HOLIDAYS: readonly CalendarDay[] = [
  ...off(NEW_YEAR, LAW_2012, '2018-01-01'),
  ...through(TET, TET_2018, '2018-02-14', '2018-02-20'),
  ...off(KINGS, LAW_2012, '2018-04-25'),
  ...off(VICTORY, LAW_2012, '2018-04-30'),
  ...off(LABOUR, LAW_2012, '2018-05-01'),
  ...off(NATIONAL, LAW_2012, '2018-09-02'),
  ...off(comp(NATIONAL), LAW_2012, '2018-09-03'),
  ...off(SWAP, N6519, '2018-12-31'),

  ...off(NEW_YEAR, LAW_2012, '2019-01-01'),
  ...worked(MAKE_UP, N6519, '2019-01-05'),
  ...through(TET, N6519, '2019-02-04', '2019-02-08'),
  ...off(KINGS, LAW_2012, '2019-04-14'),
  ...off(comp(KINGS), LAW_2012, '2019-04-15'),
  ...off(SWAP, N6519, '2019-04-29'),
  ...off(VICTORY, LAW_2012, '2019-04-30'),
  ...off(LABOUR, LAW_2012, '2019-05-01'),
  ...worked(MAKE_UP, N6519, '2019-05-04'),
  ...off(NATIONAL, LAW_2012, '2019-09-02'),

  ...off(NEW_YEAR, LAW_2012, '2020-01-01'),
  ...through(TET, TET_2020, '2020-01-23', '2020-01-29'),
  ...off(KINGS, LAW_2012, '2020-04-02'),
  ...off(VICTORY, LAW_2012, '2020-04-30'),
  ...off(LABOUR, LAW_2012, '2020-05-01'),
  ...off(NATIONAL, LAW_2012, '2020-09-02'),

  ...off(NEW_YEAR, LAW_2019, '2021-01-01'),
  ...through(TET, N4875, '2021-02-10', '2021-02-16'),
  ...off(KINGS, LAW_2019, '2021-04-21'),
  ...off(VICTORY, LAW_2019, '2021-04-30'),
  ...off(LABOUR, LAW_2019, '2021-05-01'),
  ...off(comp(LABOUR), LAW_2019, '2021-05-03'),
  ...off(NATIONAL, LAW_2019, '2021-09-02'),
  ...off(NATIONAL, N4875, '2021-09-03'),

  ...off(NEW_YEAR, LAW_2019, '2022-01-01'),
  ...off(comp(NEW_YEAR), LAW_2019, '2022-01-03'),
  ...through(TET, N245, '2022-01-31', '2022-02-04'),
  ...off(KINGS, LAW_2019, '2022-04-10'),
  ...off(comp(KINGS), LAW_2019, '2022-04-11'),
  ...off(VICTORY, LAW_2019, '2022-04-30'),
  ...off(LABOUR, LAW_2019, '2022-05-01'),
  ...off(comp(VICTORY), LAW_2019, '2022-05-02'),
  ...off(comp(LABOUR), LAW_2019, '2022-05-03'),
  ...off(NATIONAL, N245, '2022-09-01'),
  ...off(NATIONAL, LAW_2019, '2022-09-02'),

  ...off(NEW_YEAR, LAW_2019, '2023-01-01'),
  ...off(comp(NEW_YEAR), LAW_2019, '2023-01-02'),
  ...through(TET, N8056, '2023-01-20', '2023-01-26'),
  ...off(KINGS, LAW_2019, '2023-04-29'),
  ...off(VICTORY, LAW_2019, '2023-04-30'),
  ...off(LABOUR, LAW_2019, '2023-05-01'),
  ...off(comp(KINGS), LAW_2019, '2023-05-02'),
  ...off(comp(VICTORY), LAW_2019, '2023-05-03'),
  ...off(NATIONAL, N8056, '2023-09-01'),
  ...off(NATIONAL, LAW_2019, '2023-09-02'),
  ...off(comp(NATIONAL), LAW_2019, '2023-09-04'),

  ...off(NEW_YEAR, LAW_2019, '2024-01-01'),
  ...through(TET, N8662, '2024-02-08', '2024-02-14'),
  ...off(KINGS, LAW_2019, '2024-04-18'),
  ...off(SWAP, N2450, '2024-04-29'),
  ...off(VICTORY, LAW_2019, '2024-04-30'),
  ...off(LABOUR, LAW_2019, '2024-05-01'),
  ...worked(MAKE_UP, N2450, '2024-05-04'),
  ...off(NATIONAL, LAW_2019, '2024-09-02'),
  ...off(NATIONAL, N8662, '2024-09-03'),

  ...off(NEW_YEAR, LAW_2019, '2025-01-01'),
  ...through(TET, N8726, '2025-01-27', '2025-01-31'),
  ...off(KINGS, LAW_2019, '2025-04-07'),
  ...worked(MAKE_UP, N8726, '2025-04-26'),
  ...off(VICTORY, LAW_2019, '2025-04-30'),
  ...off(LABOUR, LAW_2019, '2025-05-01'),
  ...off(SWAP, N8726, '2025-05-02'),
  ...off(NATIONAL, N8726, '2025-09-01'),
  ...off(NATIONAL, LAW_2019, '2025-09-02'),

  ...off(NEW_YEAR, LAW_2019, '2026-01-01'),
  ...off(SWAP, N12729, '2026-01-02'),
  ...worked(MAKE_UP, N12729, '2026-01-10'),
  ...through(TET, N9859, '2026-02-16', '2026-02-20'),
  ...off(KINGS, LAW_2019, '2026-04-26'),
  ...off(comp(KINGS), LAW_2019, '2026-04-27'),
  ...off(VICTORY, LAW_2019, '2026-04-30'),
  ...off(LABOUR, LAW_2019, '2026-05-01'),
  ...worked(MAKE_UP, N9859, '2026-08-22'),
  ...off(SWAP, N9859, '2026-08-31'),
  ...off(NATIONAL, N9859, '2026-09-01'),
  ...off(NATIONAL, LAW_2019, '2026-09-02'),
  ...off(CULTURE, CULTURE_DAY, '2026-11-24'),

  ...off(NEW_YEAR, LAW_2019, '2027-01-01'),
  ...off(TET, FIRST_OF_TET, '2027-02-06'),
  ...off(KINGS, LAW_2019, '2027-04-16'),
  ...off(VICTORY, LAW_2019, '2027-04-30'),
  ...off(LABOUR, LAW_2019, '2027-05-01'),
  ...off(comp(LABOUR), LAW_2019, '2027-05-03'),
  ...off(NATIONAL, LAW_2019, '2027-09-02'),
  ...off(CULTURE, CULTURE_DAY, '2027-11-24'),
];
