import { findingOn, type GivenIndex } from '../finding-qd766.ts';
import { group, type LawCase } from './case.ts';

const ZERO = 'Mẫu số bằng 0: Cổng lấy tỷ lệ là 0, được 0 điểm.';
const FULL = 'Không có phản ánh, kiến nghị trong kỳ: Cổng cho đủ điểm.';
const KEPT = 'Mẫu số bằng 0: Cổng để trống chỉ số này, không tính là 0.';
const NOT_OBSERVED = 'Không có dữ liệu: mẫu số bằng 0 và chưa thấy Cổng xử lý trường hợp này.';
const NO_DATA = 'Chưa có số liệu của chỉ số này.';

const rows: readonly (readonly [on: 9 | 10, index: GivenIndex['index'], points: number | null, because: string])[] = [
  [9, '1.1', null, NOT_OBSERVED],
  [9, '1.2', null, NOT_OBSERVED],
  [9, '1.3', null, NOT_OBSERVED],
  [9, '1.4', null, NOT_OBSERVED],
  [9, '2.1', null, NOT_OBSERVED],
  [9, '3.1', null, NOT_OBSERVED],
  [9, '3.2', null, NOT_OBSERVED],
  [9, '3.3', null, NOT_OBSERVED],
  [10, '3.toanTrinh', null, NOT_OBSERVED],
  [10, '3.5a', 0, ZERO],
  [10, '3.5b', 0, ZERO],
  [10, '3.6', 0, ZERO],
  [10, '4.1', null, KEPT],
  [9, '4.2', null, KEPT],
  [10, '4.2', null, KEPT],
  [10, '4.chungThuc', null, KEPT],
  [10, '4.3', null, KEPT],
  [10, '4.4', null, KEPT],
  [10, '4.5a', null, KEPT],
  [10, '4.5b', null, KEPT],
  [9, '5.2', 600, FULL],
  [10, '5.2', 600, FULL],
  [9, '5.3', 600, FULL],
  [10, '5.3', 600, FULL],
  [10, '5.4', 0, ZERO],
];

type Expect = { points: number | null; because: string };

export const QD766_EMPTY = group(
  'QĐ 766: mẫu số bằng 0 và chưa có số liệu (600 là 6,00 điểm)',
  (given: GivenIndex, on) => {
    const { points, because } = findingOn(on, given);
    return { points, because };
  },
  [
    ...rows.map(
      ([month, index, points, because]): LawCase<GivenIndex, Expect> => ({
        name: `Chỉ số ${index} có mẫu số bằng 0, cách tính tháng ${month}/2026.`,
        on: month === 9 ? '2026-09-30' : '2026-10-01',
        given: { index, count: [0, 0] },
        expect: { points, because },
        article: `QĐ 766/QĐ-TTg, chỉ số ${index}`,
      }),
    ),
    ...(['2.1', '4.1', '5.2', '5.4'] as const).map(
      (index): LawCase<GivenIndex, Expect> => ({
        name: `Chỉ số ${index} không có trong số liệu thì khác với mẫu số bằng 0.`,
        on: '2026-10-01',
        given: { index },
        expect: { points: null, because: NO_DATA },
        article: `QĐ 766/QĐ-TTg, chỉ số ${index}`,
      }),
    ),
    {
      name: 'Chỉ số 5.2 có tử số 0 nhưng có phản ánh thì được 0 điểm, không phải đủ điểm.',
      on: '2026-10-01',
      given: { index: '5.2', count: [0, 4] },
      expect: { points: 0, because: 'Tỷ lệ 0,00\u00a0% nhân tối đa 6,00 điểm: 0,00 điểm.' },
      article: 'QĐ 766/QĐ-TTg, chỉ số 5.2',
    },
  ],
);
