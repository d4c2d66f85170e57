import type { Conversion } from '#rules/par/conversion.ts';
import { trackCriteria } from '#rules/par/criteria.ts';
import type { Criterion, CriterionFinding } from '#rules/par/criterion.ts';
import type { RatioCount } from '#rules/par/ratio.ts';
import { group, type LawCase } from './case.ts';

interface Given {
  readonly max: number;
  readonly conversion?: Conversion;
  /** Absent = no figures of the ratio. */
  readonly count?: Partial<RatioCount>;
  readonly declared?: number;
}

type Expect = Pick<CriterionFinding, 'points' | 'atMaximum'>;

const ACT = 'Bộ tiêu chí của tỉnh (mẫu)';

function sourceOf({ conversion, declared }: Given): Criterion['source'] {
  if (conversion) return { ratio: 'online', conversion };
  return declared === undefined ? null : { declared, evidence: 'Báo cáo số 12/BC-SNV' };
}

function tracked(given: Given): Expect {
  const criteria = [{ id: '3.1', name: 'Nộp trực tuyến', max: given.max, source: sourceOf(given) }];
  const { numerator = 0, denominator = 0, unknown = 0, silentUnits = 0 } = given.count ?? {};
  const counts = given.count ? { online: { numerator, denominator, unknown, silentUnits } } : {};
  const [finding] = trackCriteria({ year: 2026, cite: { act: ACT, certainty: 'secondary' }, criteria }, counts);
  return { points: finding?.points ?? null, atMaximum: finding?.atMaximum ?? null };
}

/** 30 % and 50 % for half and full points of 1,50. */
const STEPS: Conversion = {
  kind: 'steps',
  steps: [
    { from: 3000, points: 75 },
    { from: 5000, points: 150 },
  ],
};
/** Nothing under 95 %, then evenly from 1,90 to 2,00. */
const RISING: Conversion = {
  kind: 'linear',
  below: 0,
  from: { ratio: 9500, points: 190 },
  to: { ratio: 10_000, points: 200 },
};
/** The less, the better: 1,00 at 0 %, nothing from 5 % on. */
const FALLING: Conversion = {
  kind: 'linear',
  below: 100,
  from: { ratio: 0, points: 100 },
  to: { ratio: 500, points: 0 },
};
/** Full until 2 %, half until 10 %. */
const FALLING_STEPS: Conversion = {
  kind: 'steps',
  steps: [
    { from: 0, points: 100 },
    { from: 200, points: 50 },
    { from: 1000, points: 0 },
  ],
};

type Row = LawCase<Given, Expect>;
const rows = (cases: readonly Omit<Row, 'on' | 'article'>[]): Row[] =>
  cases.map((each) => ({ on: '2026-12-31', article: ACT, ...each }));
const of = (part: number, all: number, more: Partial<RatioCount> = {}) => ({
  numerator: part,
  denominator: all,
  ...more,
});

export const PAR_CRITERIA = group<Given, Expect>(
  'Tiêu chí cải cách hành chính của tỉnh, điểm tính bằng phần trăm: 150 là 1,50 điểm',
  tracked,
  rows([
    {
      name: 'Dưới bậc đầu tiên thì không có điểm',
      given: { max: 150, conversion: STEPS, count: of(2999, 10_000) },
      expect: { points: 0, atMaximum: false },
    },
    {
      name: 'Đúng bậc 30 % thì được điểm của bậc',
      given: { max: 150, conversion: STEPS, count: of(3, 10) },
      expect: { points: 75, atMaximum: false },
    },
    {
      name: 'Ngay dưới bậc 50 % vẫn là bậc 30 %',
      given: { max: 150, conversion: STEPS, count: of(4999, 10_000) },
      expect: { points: 75, atMaximum: false },
    },
    {
      name: 'Đúng bậc 50 % thì đủ điểm',
      given: { max: 150, conversion: STEPS, count: of(1, 2) },
      expect: { points: 150, atMaximum: true },
    },
    {
      name: 'Trên bậc cao nhất không được thêm',
      given: { max: 150, conversion: STEPS, count: of(10, 10) },
      expect: { points: 150, atMaximum: true },
    },
    {
      name: 'Bậc cao nhất của tỉnh thấp hơn điểm tối đa thì không bao giờ tối đa',
      given: { max: 200, conversion: STEPS, count: of(10, 10) },
      expect: { points: 150, atMaximum: false },
    },
    {
      name: 'So đúng phân số: 1/3 không tới mốc 33,34 %',
      given: { max: 100, conversion: { kind: 'steps', steps: [{ from: 3334, points: 100 }] }, count: of(1, 3) },
      expect: { points: 0, atMaximum: false },
      worked: '1/3 = 33,333… % < 33,34 %',
    },
    {
      name: 'So đúng phân số: 1/3 quá mốc 33,33 %',
      given: { max: 100, conversion: { kind: 'steps', steps: [{ from: 3333, points: 100 }] }, count: of(1, 3) },
      expect: { points: 100, atMaximum: true },
      worked: '1/3 = 33,333… % > 33,33 %',
    },
    {
      name: 'Dưới 95 % thì không có điểm',
      given: { max: 200, conversion: RISING, count: of(9499, 10_000) },
      expect: { points: 0, atMaximum: false },
    },
    {
      name: 'Đúng 95 % thì được điểm của mốc dưới',
      given: { max: 200, conversion: RISING, count: of(95, 100) },
      expect: { points: 190, atMaximum: false },
    },
    {
      name: 'Giữa hai mốc thì tính đều',
      given: { max: 200, conversion: RISING, count: of(98, 100) },
      expect: { points: 196, atMaximum: false },
      worked: '1,90 + (2,00 − 1,90) × (98 − 95) : (100 − 95) = 1,96',
    },
    {
      name: 'Điểm lẻ nửa phần trăm làm tròn lên',
      given: { max: 200, conversion: RISING, count: of(9525, 10_000) },
      expect: { points: 191, atMaximum: false },
      worked: '1,90 + 0,10 × 0,25 : 5 = 1,905, làm tròn 1,91',
    },
    {
      name: 'Điểm lẻ dưới nửa phần trăm làm tròn xuống',
      given: { max: 200, conversion: RISING, count: of(9524, 10_000) },
      expect: { points: 190, atMaximum: false },
      worked: '1,90 + 0,10 × 0,24 : 5 = 1,9048, làm tròn 1,90',
    },
    {
      name: 'Làm tròn lên bằng điểm tối đa nhưng chưa 100 %: chưa đạt tối đa',
      given: { max: 200, conversion: RISING, count: of(9999, 10_000) },
      expect: { points: 200, atMaximum: false },
      worked: '1,90 + 0,10 × 4,99 : 5 = 1,9998, làm tròn 2,00',
    },
    {
      name: 'Đủ 100 % thì tối đa',
      given: { max: 200, conversion: RISING, count: of(100, 100) },
      expect: { points: 200, atMaximum: true },
    },
    {
      name: 'Càng ít càng tốt: không có hồ sơ nào thì đủ điểm',
      given: { max: 100, conversion: FALLING, count: of(0, 40) },
      expect: { points: 100, atMaximum: true },
    },
    {
      name: 'Càng ít càng tốt: 2,5 % thì được một nửa',
      given: { max: 100, conversion: FALLING, count: of(1, 40) },
      expect: { points: 50, atMaximum: false },
      worked: '1,00 × (5 − 2,5) : 5 = 0,50',
    },
    {
      name: 'Càng ít càng tốt: từ 5 % thì không có điểm',
      given: { max: 100, conversion: FALLING, count: of(2, 40) },
      expect: { points: 0, atMaximum: false },
    },
    {
      name: 'Bậc giảm: dưới 2 % còn đủ điểm',
      given: { max: 100, conversion: FALLING_STEPS, count: of(199, 10_000) },
      expect: { points: 100, atMaximum: true },
    },
    {
      name: 'Bậc giảm: đúng 2 % thì xuống bậc dưới',
      given: { max: 100, conversion: FALLING_STEPS, count: of(200, 10_000) },
      expect: { points: 50, atMaximum: false },
    },
    {
      name: 'Có hồ sơ không rõ nhưng thế nào cũng đạt tối đa',
      given: { max: 150, conversion: STEPS, count: of(6, 8, { unknown: 4 }) },
      expect: { points: 150, atMaximum: true },
      worked: 'Xấu nhất 6/12 = 50 %',
    },
    {
      name: 'Có hồ sơ không rõ, xấu nhất thì không đạt: chưa rõ',
      given: { max: 150, conversion: STEPS, count: of(6, 8, { unknown: 5 }) },
      expect: { points: 150, atMaximum: null },
      worked: 'Xấu nhất 6/13 < 50 %, tốt nhất 11/13',
    },
    {
      name: 'Có hồ sơ không rõ, tốt nhất cũng không đạt: chưa đạt',
      given: { max: 150, conversion: STEPS, count: of(3, 10, { unknown: 3 }) },
      expect: { points: 75, atMaximum: false },
      worked: 'Tốt nhất 6/13 < 50 %',
    },
    {
      name: 'Có hồ sơ không rõ, tốt nhất thì đạt: chưa rõ',
      given: { max: 150, conversion: STEPS, count: of(3, 10, { unknown: 4 }) },
      expect: { points: 75, atMaximum: null },
      worked: 'Tốt nhất 7/14 = 50 %',
    },
    {
      name: 'Một đơn vị chưa có số liệu thì chưa rõ, dù phần đã biết đủ điểm',
      given: { max: 150, conversion: STEPS, count: of(10, 10, { silentUnits: 1 }) },
      expect: { points: 150, atMaximum: null },
    },
    {
      name: 'Không có hồ sơ nào thì không có điểm để nói, không phải 0',
      given: { max: 150, conversion: STEPS, count: of(0, 0) },
      expect: { points: null, atMaximum: null },
    },
    {
      name: 'Mọi hồ sơ đều không rõ thì không có điểm để nói',
      given: { max: 150, conversion: STEPS, count: of(0, 0, { unknown: 9 }) },
      expect: { points: null, atMaximum: null },
    },
    {
      name: 'Chưa có số liệu của tỷ lệ thì chưa rõ',
      given: { max: 150, conversion: STEPS },
      expect: { points: null, atMaximum: null },
    },
    {
      name: 'Chưa có nguồn số liệu thì chưa rõ',
      given: { max: 150 },
      expect: { points: null, atMaximum: null },
    },
    {
      name: 'Tự kê khai đủ điểm',
      given: { max: 150, declared: 150 },
      expect: { points: 150, atMaximum: true },
    },
    {
      name: 'Tự kê khai thiếu một phần trăm điểm',
      given: { max: 150, declared: 149 },
      expect: { points: 149, atMaximum: false },
    },
    {
      name: 'Tự kê khai không điểm là 0, khác với chưa rõ',
      given: { max: 150, declared: 0 },
      expect: { points: 0, atMaximum: false },
    },
  ]),
);
