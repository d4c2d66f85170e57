import type { Hundredths } from '../points.ts';
import type { Conversion, GroupIndex, Rival } from './qd766-index.ts';
import { EXEMPT_COMMUNE, emptyGives, FITTED, indexRow, NOTE, readingOf766 } from './qd766-index-sources.ts';

/** Part 3a, 12 points, was cut in three until the note of October 2026 gave all of it to one row. */
type Words = Pick<GroupIndex, 'id' | 'group' | 'name' | 'numerator' | 'denominator' | 'empty'>;

const WHOLE = {
  id: '3.toanTrinh',
  group: '3a',
  name: 'Hồ sơ dịch vụ công trực tuyến toàn trình trên tổng hồ sơ thủ tục đủ điều kiện toàn trình',
  numerator: 'Hồ sơ nộp trực tuyến toàn trình',
  denominator: 'Hồ sơ của các thủ tục đủ điều kiện cung cấp toàn trình',
  empty: emptyGives('notObserved', NOTE),
} as const satisfies Words;

const NOT_SCORED: Conversion = { kind: 'none' };

const NO_THRESHOLD = readingOf766(
  'Bản mô tả tháng 10/2026 dành 12 điểm cho chỉ số này mà không nêu ngưỡng; tính theo tỷ lệ.',
);

const EMPTY = emptyGives('notObserved');

/** The three rows as the portal scored them until then. */
const THREE: readonly { readonly words: Words; readonly max: Hundredths; readonly convert: Conversion }[] = [
  {
    words: {
      id: '3.1',
      group: '3a',
      name: 'Thủ tục hành chính cung cấp dịch vụ công trực tuyến',
      numerator: 'Thủ tục cung cấp trực tuyến một phần hoặc toàn trình',
      denominator: 'Thủ tục thuộc thẩm quyền giải quyết',
      empty: EMPTY,
    },
    max: 200,
    convert: { kind: 'fullAt', percent: 80 },
  },
  {
    words: {
      id: '3.2',
      group: '3a',
      name: 'Dịch vụ công trực tuyến có phát sinh hồ sơ',
      numerator: 'Dịch vụ công trực tuyến có hồ sơ',
      denominator: 'Dịch vụ công trực tuyến đang cung cấp',
      empty: EMPTY,
    },
    max: 400,
    convert: { kind: 'linear' },
  },
  {
    words: {
      id: '3.3',
      group: '3a',
      name: 'Hồ sơ theo hình thức nộp trực tuyến',
      numerator: 'Hồ sơ nộp trực tuyến',
      denominator: 'Hồ sơ đã tiếp nhận',
      empty: EMPTY,
    },
    max: 600,
    convert: { kind: 'fullAt', percent: 50 },
  },
];

/** The note counts something narrower for 3.3 than the portal's scores show, and multiplies it. */
const BY_NOTE: Rival = {
  max: 600,
  convert: { kind: 'fullAt', percent: 50 },
  counts: '3.3.ketQua',
  times: '1.4',
  says: 'Bản mô tả chỉ đếm hồ sơ nộp trực tuyến có kết quả điện tử (số liệu 3.3.ketQua) và nhân tỷ lệ đồng bộ của chỉ số 1.4.',
  cite: NOTE,
};

/** 2 + 4 + 6 points, as the portal still scored on 26–28/9/2026. */
export const ONLINE_INDICES_2022: readonly GroupIndex[] = [
  indexRow({
    ...WHOLE,
    max: 0,
    convert: NOT_SCORED,
    cite: FITTED,
    rivals: [
      {
        max: 1200,
        convert: { kind: 'linear' },
        says: 'Bản mô tả tháng 10/2026 dành cả 12 điểm của phần này cho chỉ số này; không nêu ngưỡng nên tính theo tỷ lệ.',
        cite: NO_THRESHOLD,
      },
    ],
  }),
  ...THREE.map(({ words, max, convert }) =>
    indexRow({ ...words, max, convert, cite: FITTED, rivals: words.id === '3.3' ? [BY_NOTE] : [] }),
  ),
];

/** One row of 12 points; the earlier three are only followed, and of the two on proactive services the ceiling is not known. */
export const ONLINE_INDICES_2026: readonly GroupIndex[] = [
  indexRow({
    ...WHOLE,
    max: 1200,
    convert: { kind: 'linear' },
    cite: NO_THRESHOLD,
    exempt: EXEMPT_COMMUNE,
    rivals: [
      {
        max: 0,
        convert: NOT_SCORED,
        says: 'Điểm Cổng tháng 9/2026 chưa tính chỉ số này mà chia 12 điểm cho các chỉ số 3.1, 3.2 và 3.3.',
        cite: FITTED,
      },
    ],
  }),
  ...THREE.map(({ words, max, convert }) =>
    indexRow({
      ...words,
      max: 0,
      convert: NOT_SCORED,
      cite: NOTE,
      rivals: [
        {
          max,
          convert,
          says: 'Điểm Cổng ngày 26–28/9/2026 còn tính chỉ số này; chưa rõ Cổng đã chuyển sang cách chia mới hay chưa.',
          cite: FITTED,
        },
        ...(words.id === '3.3' ? [BY_NOTE] : []),
      ],
    }),
  ),
  ...(['3.chuDong1', '3.chuDong2'] as const).map((id) =>
    indexRow({
      id,
      group: '3a',
      name: `Dịch vụ công trực tuyến chủ động theo mức độ, hàng ${id.slice(-1)}`,
      numerator: 'Dịch vụ công trực tuyến cung cấp chủ động ở mức độ của hàng này',
      denominator: 'Dịch vụ công trực tuyến đang cung cấp',
      max: null,
      convert: NOT_SCORED,
      empty: emptyGives('notObserved', NOTE),
      cite: readingOf766(
        'Phiếu năm 2026 nêu hai hàng này mà không ghi điểm, cũng không nói chỉ để theo dõi; điểm tối đa chưa biết, cách đếm là cách hiểu.',
      ),
      exempt: EXEMPT_COMMUNE,
    }),
  ),
];
