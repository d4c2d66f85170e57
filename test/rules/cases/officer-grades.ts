import type { Indices } from '#rules/aggregate.ts';
import { type Choices, DEFAULT_CHOICES } from '#rules/choices.ts';
import { INDICATOR_IDS, type IndicatorId } from '#rules/finding.ts';
import { officerGrade } from '#rules/grade.ts';
import { TT01_2018 } from '#rules/rulesets/tt01-2018.ts';
import { group } from './case.ts';

interface Given {
  /** Tenths of the indicators 1, 2, 3, 4, 7; `null` = missing. */
  readonly indices: readonly (number | null)[];
  /** Of the officer's unit, in the same order; absent = none known. */
  readonly ofUnit?: readonly (number | null)[];
  readonly choices?: Partial<Choices>;
}

interface Expect {
  readonly total: number | null;
  readonly max: number;
  readonly label: string | null;
}

const OFFICER: readonly IndicatorId[] = [1, 2, 3, 4, 7];

function indicesOf(values: Given['indices']): Indices {
  const rows = INDICATOR_IDS.map((id) => {
    const value = values[OFFICER.indexOf(id)] ?? null;
    return [id, { sum: value ?? 0, n: value === null ? 0 : 1, value }] as const;
  });
  return Object.fromEntries(rows) as unknown as Indices;
}

function run({ indices, ofUnit = [], choices }: Given, on: string): Expect {
  const settled = { ...DEFAULT_CHOICES, ...choices };
  const { total, max, label } = officerGrade(TT01_2018, indicesOf(indices), settled, on, indicesOf(ofUnit));
  return { total, max, label };
}

const on = '2021-11-01';
const STAFF = 'Điều 15 TT 01/2018/TT-VPCP, mức độ hoàn thành của cán bộ';
const GAP = 'Điều 15 TT 01/2018/TT-VPCP: chỉ số không đủ thông tin thì không tính';

/** Five values that add to `total` tenths: as many twos as fit, then the rest. */
const five = (total: number) => OFFICER.map((_, i) => Math.max(0, Math.min(20, total - 20 * i)));
const officer = (total: number, label: string, name: string) => ({
  name,
  on,
  given: { indices: five(total) },
  expect: { total, max: 100, label },
  article: STAFF,
});

export const OFFICER_GRADES = group<Given, Expect>('Mức hoàn thành của cán bộ', run, [
  officer(100, 'Hoàn thành 100% nhiệm vụ', 'Cán bộ đạt tối đa 10 điểm'),
  officer(50, 'Hoàn thành 100% nhiệm vụ', 'Cán bộ đạt đúng 5 điểm'),
  officer(49, 'Hoàn thành từ 70% đến dưới 100% nhiệm vụ', 'Cán bộ đạt 4,9 điểm'),
  officer(35, 'Hoàn thành từ 70% đến dưới 100% nhiệm vụ', 'Cán bộ đạt đúng 3,5 điểm'),
  officer(34, 'Hoàn thành dưới 70% nhiệm vụ', 'Cán bộ đạt 3,4 điểm'),
  officer(0, 'Hoàn thành dưới 70% nhiệm vụ', 'Cán bộ bị 0 điểm'),
  {
    name: 'Cán bộ chưa có chỉ số 2 thì không xếp mức',
    on,
    given: { indices: [20, null, 20, 20, 20] },
    expect: { total: 80, max: 80, label: null },
    article: GAP,
    worked: '2 + 2 + 2 + 2 = 8 trên tối đa 8',
  },
  {
    name: 'Cán bộ chưa có chỉ số 2, địa phương chọn xếp theo điểm hiện có',
    on,
    given: { indices: [10, null, 10, 10, 10], choices: { gradeAsIs: 'yes' } },
    expect: { total: 40, max: 80, label: 'Hoàn thành từ 70% đến dưới 100% nhiệm vụ' },
    article: GAP,
    worked: '1 + 1 + 1 + 1 = 4, từ 3,5 đến dưới 5',
  },

  {
    name: 'Cán bộ chỉ tiếp nhận, địa phương lấy chỉ số 1 và 2 của đơn vị',
    on,
    given: {
      indices: [null, null, 20, 0, 10],
      ofUnit: [10, 9, 20, 20, 20],
      choices: { 'officer.total': 'withUnit' },
    },
    expect: { total: 49, max: 100, label: 'Hoàn thành từ 70% đến dưới 100% nhiệm vụ' },
    article: GAP,
    worked: '1,0 + 0,9 của đơn vị và 2 + 0 + 1 của cán bộ = 4,9',
  },
  {
    name: 'Cán bộ chỉ tiếp nhận, không lấy chỉ số của đơn vị',
    on,
    given: { indices: [null, null, 20, 0, 10], ofUnit: [10, 9, 20, 20, 20] },
    expect: { total: 30, max: 60, label: null },
    article: GAP,
    worked: '2 + 0 + 1 = 3 trên tối đa 6',
  },
  {
    name: 'Cán bộ chưa có chỉ số nào thì không lấy cả năm chỉ số của đơn vị',
    on,
    given: {
      indices: [null, null, null, null, null],
      ofUnit: five(100),
      choices: { 'officer.total': 'withUnit' },
    },
    expect: { total: null, max: 0, label: null },
    article: GAP,
  },
]);
