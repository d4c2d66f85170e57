import { findingOn, type GivenIndex } from '../finding-qd766.ts';
import { group, type LawCase } from './case.ts';

const SEPTEMBER = '2026-09-30';
const OCTOBER = '2026-10-01';

/** Points at one percentage just below, at and just above a level. */
function around(
  index: GivenIndex['index'],
  on: string,
  title: string,
  rows: readonly (readonly [percent: number, points: number, worked: string])[],
): LawCase<GivenIndex, number>[] {
  return rows.map(([percent, points, worked]) => ({
    name: `${title} ${percent} %.`,
    on,
    given: { index, count: [percent, 100] },
    expect: points,
    article: `QĐ 766/QĐ-TTg, chỉ số ${index}`,
    worked,
  }));
}

export const QD766_THRESHOLDS = group(
  'QĐ 766: hai bên mỗi ngưỡng (160 là 1,60 điểm)',
  (given: GivenIndex, on) => findingOn(on, given).points,
  [
    ...around('3.1', SEPTEMBER, 'Thủ tục cung cấp trực tuyến', [
      [79, 198, '2 × 79/80 = 1,975 → 1,98'],
      [80, 200, 'Đạt ngưỡng 80 %'],
      [81, 200, 'Vượt ngưỡng vẫn là trần'],
    ]),
    ...around('3.3', SEPTEMBER, 'Hồ sơ nộp trực tuyến', [
      [49, 588, '6 × 49/50 = 5,88'],
      [50, 600, 'Đạt ngưỡng 50 %'],
      [51, 600, 'Vượt ngưỡng vẫn là trần'],
    ]),
    ...around('3.5a', SEPTEMBER, 'Thủ tục thu phí có trên Cổng', [
      [79, 198, '2,5 × 0,79 = 1,975 → 1,98'],
      [80, 200, 'Đạt ngưỡng 80 %'],
      [81, 200, 'Vượt ngưỡng vẫn là trần'],
    ]),
    ...around('3.5b', OCTOBER, 'Thủ tục có giao dịch trực tuyến', [
      [79, 198, '2,5 × 0,79 = 1,975 → 1,98'],
      [80, 200, 'Đạt ngưỡng 80 %'],
      [81, 200, 'Vượt ngưỡng vẫn là trần'],
    ]),
    ...around('4.2', SEPTEMBER, 'Hồ sơ số hóa, tháng 9 chưa có ngưỡng,', [
      [79, 316, '4 × 0,79 = 3,16'],
      [80, 320, '4 × 0,80 = 3,20'],
      [81, 324, '4 × 0,81 = 3,24'],
      [100, 400, '4 × 1 = 4,00'],
    ]),
    ...around('4.2', OCTOBER, 'Hồ sơ số hóa, từ tháng 10 có ngưỡng,', [
      [79, 395, '4 × 79/80 = 3,95'],
      [80, 400, 'Đạt ngưỡng 80 %'],
      [81, 400, 'Vượt ngưỡng vẫn là trần'],
    ]),
    ...around('4.3', OCTOBER, 'Sử dụng lại dữ liệu số hóa', [
      [79, 198, '2 × 79/80 = 1,975 → 1,98'],
      [80, 200, 'Đạt ngưỡng 80 %'],
      [81, 200, 'Vượt ngưỡng vẫn là trần'],
    ]),
    ...around('5.4', OCTOBER, 'Hài lòng theo hồ sơ', [
      [0, 0, '6 × 0 = 0,00'],
      [89, 593, '6 × 89/90 = 5,9333 → 5,93'],
      [90, 600, 'Đạt ngưỡng 90 %'],
      [91, 600, 'Vượt ngưỡng vẫn là trần'],
    ]),
    ...around('3.toanTrinh', OCTOBER, 'Hồ sơ toàn trình, không có ngưỡng,', [
      [79, 948, '12 × 0,79 = 9,48'],
      [80, 960, '12 × 0,80 = 9,60'],
      [81, 972, '12 × 0,81 = 9,72'],
    ]),
  ],
);
