import { expect, it } from 'vitest';
import { selfMinusCitizen } from '#rules/checks/self-minus-citizen.ts';
import { judged, provinceOf, UNIT } from './province-of.ts';

const row = (officer: string | null, self: [number, number], citizen: [number | null, number]) => ({
  unit: UNIT,
  officer,
  self: { sum: self[0], n: self[1] },
  citizen: { sum: citizen[0], n: citizen[1] },
});

it('holds the difference of two means against the middle of the province', () => {
  // 1,8 and 1,0 points, others level: usual 0,2. Variances at most 18·2/400 and 10·10/100: z = (8 − 2) / 1,044 = 5,7.
  const level = ['CB-02', 'CB-03', 'CB-04'].map((officer) => row(officer, [4000, 400], [1000, 100]));
  const means = [row('CB-01', [7200, 400], [1000, 100]), ...level];
  const { seen, p, sentence } = judged(selfMinusCitizen, provinceOf([], { means }));
  expect(seen).toMatchObject({ n: 400, k: null, value: 8, unit: 'difference' });
  expect((p ?? 0) / 4.543172131e-9).toBeCloseTo(1, 6);
  expect(sentence).toMatch(
    /^Tự chấm trung bình 1,8, người dân 1,0 điểm, chênh \+0,8 \[0,[56]; 1,0\] \(n = 400 hồ sơ, 100 phiếu\); giữa tỉnh 0,0\.$/,
  );
  expect(judged(selfMinusCitizen, provinceOf([], { means }), 'CB-02').p).toBeGreaterThan(0.9);
});

it('is silent below 30 on either side, and where the answers are hidden', () => {
  const few = (...pair: [[number, number], [number | null, number]]) =>
    judged(selfMinusCitizen, provinceOf([], { means: [row(null, ...pair)] }), null).few;
  expect(few([580, 29], [300, 30])).toBe(29);
  expect(few([800, 40], [280, 28])).toBe(28);
  expect(few([800, 40], [null, 33])).toBe(33);
});
