import { indices, totalOf } from '#rules/aggregate.ts';
import { type Choices, DEFAULT_CHOICES } from '#rules/choices.ts';
import { INDICATOR_IDS, type IndicatorId } from '#rules/finding.ts';
import { officerGrade, unitGrade } from '#rules/grade.ts';
import { TT01_2018 } from '#rules/rulesets/tt01-2018.ts';
import { group, type LawCase } from './case.ts';

/** Tenths of all dossiers on an indicator, and how many dossiers. */
type Sum = readonly [tenths: number, dossiers: number];
interface Given {
  readonly sums: Partial<Record<IndicatorId, Sum>>;
  readonly choices?: Partial<Choices>;
  /** Whose total and label; absent = the sum of the indices given, without a label. */
  readonly of?: 'unit' | 'officer';
}
interface Expect {
  readonly values: readonly number[];
  readonly total: number | null;
  readonly label?: string | null;
}

function run({ sums, choices: own, of }: Given, on: string): Expect {
  const choices = { ...DEFAULT_CHOICES, ...own };
  const rows = INDICATOR_IDS.map((id) => [id, { sum: sums[id]?.[0] ?? 0, n: sums[id]?.[1] ?? 0 }] as const);
  const values = indices(Object.fromEntries(rows) as never, choices.rounding);
  const shown = INDICATOR_IDS.flatMap((id) => values[id].value ?? []);
  if (!of) return { values: shown, total: totalOf(values, INDICATOR_IDS, 20, choices).total };
  const { total, label } =
    of === 'unit' ? unitGrade(TT01_2018, values, choices, on) : officerGrade(TT01_2018, values, choices, on, values);
  return { values: shown, total, label };
}

const c = (name: string, given: Given, expect: Expect, worked: string): LawCase<Given, Expect> => ({
  name,
  on: '2021-12-31',
  given,
  expect,
  article: 'Điều 15 TT 01/2018/TT-VPCP',
  worked,
});
const even = { rounding: 'halfEven' } as const;
const cut = { rounding: 'truncate' } as const;
const once = { total: 'roundOfSum' } as const;
const ones = (tenths: Sum): Partial<Record<IndicatorId, Sum>> =>
  Object.fromEntries(INDICATOR_IDS.map((id) => [id, tenths]));
/** Eight full indices less what `last` says of the ninth. */
const unit = (parts: readonly number[]) =>
  Object.fromEntries(INDICATOR_IDS.map((id, i) => [id, [parts[i] ?? 0, 1] as Sum]));
const officer = (parts: readonly number[]) =>
  Object.fromEntries(TT01_2018.officerTotal.map((id, i) => [id, [parts[i] ?? 0, 1] as Sum]));

export const ROUNDING = group('Làm tròn chỉ số và tổng điểm', run, [
  c(
    '29 điểm của 20 hồ sơ là 1,5',
    { sums: { 1: [290, 20] } },
    { values: [15], total: 15 },
    '29 : 20 = 1,45; làm tròn lên 1,5',
  ),
  c(
    '5 điểm của 4 hồ sơ là 1,3',
    { sums: { 1: [50, 4] } },
    { values: [13], total: 13 },
    '5 : 4 = 1,25; làm tròn lên 1,3',
  ),
  c(
    '1 điểm của 20 hồ sơ là 0,1',
    { sums: { 1: [10, 20] } },
    { values: [1], total: 1 },
    '1 : 20 = 0,05; làm tròn lên 0,1',
  ),
  c('1 điểm của 21 hồ sơ là 0', { sums: { 1: [10, 21] } }, { values: [0], total: 0 }, '1 : 21 = 0,047…'),
  c('Không hồ sơ nào thì không có chỉ số', { sums: {} }, { values: [], total: null }, 'không có gì để chia'),
  c(
    '29 trên 20, về số chẵn',
    { sums: { 1: [290, 20] }, choices: even },
    { values: [14], total: 14 },
    '1,45 đứng giữa 1,4 và 1,5; 4 chẵn',
  ),
  c(
    '27 trên 20, về số chẵn',
    { sums: { 1: [270, 20] }, choices: even },
    { values: [14], total: 14 },
    '1,35 đứng giữa 1,3 và 1,4; 4 chẵn',
  ),
  c(
    'Trên nửa thì về số chẵn cũng lên',
    { sums: { 1: [146, 10] }, choices: even },
    { values: [15], total: 15 },
    '1,46 gần 1,5 hơn',
  ),
  c(
    'Dưới nửa thì về số chẵn cũng xuống',
    { sums: { 1: [154, 10] }, choices: even },
    { values: [15], total: 15 },
    '1,54 gần 1,5 hơn',
  ),
  c(
    '29 trên 20, cắt bỏ phần lẻ',
    { sums: { 1: [290, 20] }, choices: cut },
    { values: [14], total: 14 },
    '1,45 cắt còn 1,4',
  ),
  c('1,99 cắt bỏ phần lẻ', { sums: { 1: [1990, 100] }, choices: cut }, { values: [19], total: 19 }, '1,99 cắt còn 1,9'),
  c(
    '2 điểm tròn thì cách nào cũng là 2',
    { sums: { 1: [140, 7] }, choices: cut },
    { values: [20], total: 20 },
    '14 : 7 = 2',
  ),
  c(
    'Chín chỉ số 1,45: tổng các số đã làm tròn',
    { sums: ones([290, 20]) },
    { values: Array(9).fill(15), total: 135 },
    '9 × 1,5 = 13,5',
  ),
  c(
    'Chín chỉ số 1,45: cộng rồi mới làm tròn',
    { sums: ones([290, 20]), choices: once },
    { values: Array(9).fill(15), total: 131 },
    '9 × 1,45 = 13,05; làm tròn lên 13,1',
  ),
  c(
    'Chín chỉ số 1,45: cộng rồi cắt bỏ phần lẻ',
    { sums: ones([290, 20]), choices: { ...once, ...cut } },
    { values: Array(9).fill(14), total: 130 },
    '13,05 cắt còn 13,0',
  ),
  c(
    'Cộng phân số khác mẫu, đúng nửa đơn vị',
    { sums: { 1: [10, 3], 2: [10, 6], 3: [10, 20] }, choices: once },
    { values: [3, 2, 1], total: 6 },
    '1/3 + 1/6 + 1/20 = 0,55; làm tròn lên 0,6 (đã làm tròn: 0,3 + 0,2 + 0,1)',
  ),
  c(
    'Cộng phân số khác mẫu, về số chẵn',
    { sums: { 1: [10, 3], 2: [10, 6], 3: [10, 20] }, choices: { ...once, ...even } },
    { values: [3, 2, 0], total: 6 },
    '0,55 đứng giữa 0,5 và 0,6; 6 chẵn; 0,05 về 0',
  ),
  c(
    'Cộng phân số lẻ không hết bằng số thập phân',
    { sums: { 1: [10, 3], 2: [10, 3], 3: [10, 3] }, choices: once },
    { values: [3, 3, 3], total: 10 },
    '1/3 + 1/3 + 1/3 = 1; đã làm tròn chỉ được 0,9',
  ),
  c(
    'Đơn vị đúng 15 điểm',
    { sums: unit([20, 20, 20, 20, 20, 20, 20, 10, 0]), of: 'unit' },
    { values: [20, 20, 20, 20, 20, 20, 20, 10, 0], total: 150, label: 'Xuất sắc' },
    '7 × 2 + 1 = 15,0',
  ),
  c(
    'Đơn vị 14,9 điểm',
    { sums: unit([20, 20, 20, 20, 20, 20, 20, 9, 0]), of: 'unit' },
    { values: [20, 20, 20, 20, 20, 20, 20, 9, 0], total: 149, label: 'Tốt' },
    '7 × 2 + 0,9 = 14,9',
  ),
  c(
    'Đơn vị lên Xuất sắc chỉ vì làm tròn từng chỉ số',
    { sums: { ...unit([20, 20, 20, 20, 20, 20, 0, 0, 0]), 7: [195, 13], 8: [145, 10], 9: [5, 10] }, of: 'unit' },
    { values: [20, 20, 20, 20, 20, 20, 15, 15, 1], total: 151, label: 'Xuất sắc' },
    '12 + 1,5 + 1,45→1,5 + 0,05→0,1 = 15,1',
  ),
  c(
    'Cùng đơn vị, cộng rồi mới làm tròn',
    {
      sums: { ...unit([20, 20, 20, 20, 20, 20, 0, 0, 0]), 7: [195, 13], 8: [145, 10], 9: [5, 10] },
      of: 'unit',
      choices: once,
    },
    { values: [20, 20, 20, 20, 20, 20, 15, 15, 1], total: 150, label: 'Xuất sắc' },
    '12 + 1,5 + 1,45 + 0,05 = 15,0',
  ),
  c(
    'Cán bộ đúng 5 điểm',
    { sums: officer([20, 20, 10, 0, 0]), of: 'officer' },
    { values: [20, 20, 10, 0, 0], total: 50, label: 'Hoàn thành 100% nhiệm vụ' },
    '2 + 2 + 1 = 5,0',
  ),
  c(
    'Cán bộ 4,9 điểm',
    { sums: officer([20, 20, 9, 0, 0]), of: 'officer' },
    { values: [20, 20, 9, 0, 0], total: 49, label: 'Hoàn thành từ 70% đến dưới 100% nhiệm vụ' },
    '2 + 2 + 0,9 = 4,9',
  ),
  c(
    'Cán bộ đúng 3,5 điểm',
    { sums: officer([20, 15, 0, 0, 0]), of: 'officer' },
    { values: [20, 15, 0, 0, 0], total: 35, label: 'Hoàn thành từ 70% đến dưới 100% nhiệm vụ' },
    '2 + 1,5 = 3,5',
  ),
  c(
    'Cán bộ 3,4 điểm',
    { sums: officer([20, 14, 0, 0, 0]), of: 'officer' },
    { values: [20, 14, 0, 0, 0], total: 34, label: 'Hoàn thành dưới 70% nhiệm vụ' },
    '2 + 1,4 = 3,4',
  ),
]);
