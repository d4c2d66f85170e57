import { expect, it } from 'vitest';
import { selfAbove } from '#rules/checks/self-above.ts';
import { dossiers, judged, provinceOf, scored } from './province-of.ts';

// Two indicators; mean room 5 tenths, mean difference 5 tenths.
const above = scored([20, 10], [20, 20]);
const same = scored([20, 10], [20, 10]);

it('counts half a point or more above, of dossiers with half a point of room', () => {
  const province = provinceOf([
    ...dossiers(20, 'A', { self: above }),
    ...dossiers(10, 'B', { self: same }),
    // No room of half a point: in no count. One indicator alone: neither.
    ...dossiers(50, 'C', { self: scored([20, 20], [20, 20]) }),
    ...dossiers(50, 'D', { self: scored([0, null], [20, 20]) }),
  ]);
  const { seen, p, usual, sentence } = judged(selfAbove, province);
  expect(seen).toMatchObject({ k: 20, n: 30, value: 667, low: 471, high: 828 });
  // The officer is the province: twice 66,7 % is beyond the cap. P(X >= 20 | 30, 1/5) summed by hand.
  expect(usual).toBe(200);
  expect((p ?? 0) / 3.8305237414e-8).toBeCloseTo(1, 8);
  expect(seen?.hits).toHaveLength(20);
  // 20 dossiers of 10 tenths over 80 dossiers of 2 indicators: 200 / 160, a tenth half up.
  expect(sentence).toBe(
    'Tự chấm cao hơn hệ thống từ 0,5 điểm ở 20/30 hồ sơ có thể chấm cao hơn (66,7 %, khoảng 47,1–82,8 %); mức coi là thường gặp: 20 %. Chênh trung bình +0,1 điểm một chỉ số.',
  );
});

it('asks the unit of all its officers together', () => {
  const other = { ...above, officer: 'CB-02' } as typeof above;
  const province = provinceOf([...dossiers(15, 'A', { self: above }), ...dossiers(15, 'B', { self: other })]);
  expect(judged(selfAbove, province)).toMatchObject({ few: 15, seen: null });
  expect(judged(selfAbove, province, null).seen).toMatchObject({ k: 30, n: 30 });
  expect(judged(selfAbove, province, null).seen?.hits).toHaveLength(20);
});

it('29 are too few', () => {
  expect(judged(selfAbove, provinceOf(dossiers(29, 'A', { self: above })))).toMatchObject({ few: 29, seen: null });
});

it('an honest tail is nothing: 6 of 40 at a usual 15 % comes more than every second time', () => {
  const honest = Array.from({ length: 5 }, (_, i) =>
    dossiers(40, `H${i}`, { self: { ...same, officer: `CB-1${i}` } as typeof same }),
  ).flat();
  const province = provinceOf([...dossiers(6, 'A', { self: above }), ...dossiers(34, 'B', { self: same }), ...honest]);
  const { p, usual } = judged(selfAbove, province);
  expect(usual).toBe(150);
  expect(p).toBeCloseTo(0.5674997218, 9);
});
