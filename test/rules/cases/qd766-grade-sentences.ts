import { grade766 } from '#rules/qd766/total.ts';
import { BANDS_766 } from '#rules/rulesets/qd766-bands.ts';
import { group, type LawCase } from './case.ts';

/** Hundredths of a whole total of 100 points. */
interface Given {
  readonly points: number;
  /** Ceilings that are known, when they do not fill the 100 points. */
  readonly of?: number;
}

function run({ points, of = 10_000 }: Given): string {
  const bands = BANDS_766[0]?.value ?? [];
  return grade766({ points, of, max: 10_000, missing: [], unknownCeiling: [] }, bands).because;
}

const c = (points: number, sentence: string, of?: number): LawCase<Given, string> => ({
  name: `${sentence.slice(0, sentence.indexOf(','))} và ${points % 100} phần trăm điểm${of === undefined ? '' : ', chưa đủ trần'}.`,
  on: '2026-12-31',
  given: { points, ...(of !== undefined && { of }) },
  expect: sentence,
  article: 'QĐ 766/QĐ-TTg, xếp loại; các mức giữa chưa kiểm chứng',
});

export const QD766_GRADE_SENTENCES = group('QĐ 766: câu xếp loại nêu đúng khoảng điểm', run, [
  c(10_000, 'Tổng điểm 100,00/100,00, từ 90,00 trở lên: Xuất sắc.'),
  c(9000, 'Tổng điểm 90,00/100,00, từ 90,00 trở lên: Xuất sắc.'),
  c(8999, 'Tổng điểm 89,99/100,00, từ 80,00 đến dưới 90,00: Tốt.'),
  c(8000, 'Tổng điểm 80,00/100,00, từ 80,00 đến dưới 90,00: Tốt.'),
  c(7999, 'Tổng điểm 79,99/100,00, từ 70,00 đến dưới 80,00: Khá.'),
  c(7000, 'Tổng điểm 70,00/100,00, từ 70,00 đến dưới 80,00: Khá.'),
  c(6999, 'Tổng điểm 69,99/100,00, từ 50,00 đến dưới 70,00: Trung bình.'),
  c(5000, 'Tổng điểm 50,00/100,00, từ 50,00 đến dưới 70,00: Trung bình.'),
  c(4999, 'Tổng điểm 49,99/100,00, dưới 50,00: Yếu.'),
  c(4595, 'Tổng điểm 45,95/100,00, dưới 50,00: Yếu.'),
  c(0, 'Tổng điểm 0,00/100,00, dưới 50,00: Yếu.'),
  c(
    9000,
    'Tổng điểm 90,00/99,99 của các chỉ số có số liệu; các trần đã biết chưa đủ tổng của các nhóm nên chưa xếp loại.',
    9999,
  ),
]);
