import { officerBands } from '#rules/officer-bands.ts';
import type { OfficerGradeCode } from '#rules/rulesets/ruleset.ts';
import { TT01_2018 } from '#rules/rulesets/tt01-2018.ts';
import { group, type LawCase } from './case.ts';

/** Officers in each level, and those without one. */
interface Given {
  readonly full: number;
  readonly most: number;
  readonly under: number;
  readonly none?: number;
}
/** Hundredths of a percent, best level first; or the refusal. */
type Expect =
  | { readonly shares: readonly number[]; readonly graded: number; readonly ungraded: number }
  | { readonly refused: string };

function run({ full, most, under, none = 0 }: Given, on: string): Expect {
  const codes = (code: OfficerGradeCode | null, n: number) => Array<OfficerGradeCode | null>(n).fill(code);
  try {
    const all = [...codes('most', most), ...codes(null, none), ...codes('full', full), ...codes('under', under)];
    const { bands, graded, ungraded } = officerBands(TT01_2018, all, on);
    return { shares: bands.map(({ share }) => share), graded, ungraded };
  } catch (error) {
    if (error instanceof RangeError) return { refused: error.message };
    throw error;
  }
}

const c = (name: string, given: Given, expect: Expect, worked: string): LawCase<Given, Expect> => ({
  name,
  on: '2020-12-31',
  given,
  expect,
  article: 'Điều 15 TT 01/2018/TT-VPCP',
  worked,
});
const NOBODY = 'Chưa cán bộ nào được xếp loại nên không có tỷ lệ. Bổ sung điểm các chỉ số.';

export const BANDS = group('Tỷ lệ cán bộ theo mức hoàn thành', run, [
  c(
    '32,14% là 9 trên 28 cán bộ',
    { full: 19, most: 9, under: 0 },
    { shares: [6786, 3214, 0], graded: 28, ungraded: 0 },
    'công bố năm 2020 chỉ in 32,14%; 9 trên 28 là suy ra: phân số có mẫu nhỏ nhất làm tròn thành 32,14%. 9 : 28 = 32,142…%; 19 : 28 = 67,857…%',
  ),
  c(
    'Mọi cán bộ hoàn thành 100% nhiệm vụ',
    { full: 7, most: 0, under: 0 },
    { shares: [10000, 0, 0], graded: 7, ungraded: 0 },
    '7 : 7',
  ),
  c(
    'Ba mức bằng nhau: tổng các tỷ lệ là 99,99%',
    { full: 1, most: 1, under: 1 },
    { shares: [3333, 3333, 3333], graded: 3, ungraded: 0 },
    '1 : 3 = 33,333…%; không chỉnh cho đủ 100',
  ),
  c(
    'Đúng nửa đơn vị thì làm tròn lên',
    { full: 799, most: 1, under: 0 },
    { shares: [9988, 13, 0], graded: 800, ungraded: 0 },
    '1 : 800 = 0,125%; 799 : 800 = 99,875%',
  ),
  c(
    'Cán bộ chưa xếp loại không nằm trong tỷ lệ nào',
    { full: 1, most: 0, under: 3, none: 6 },
    { shares: [2500, 0, 7500], graded: 4, ungraded: 6 },
    '1 : 4 và 3 : 4',
  ),
  c('Chưa ai được xếp loại', { full: 0, most: 0, under: 0, none: 5 }, { refused: NOBODY }, 'không chia cho 0'),
  c('Không có cán bộ nào', { full: 0, most: 0, under: 0 }, { refused: NOBODY }, 'không chia cho 0'),
]);
