import type { GroupIndex } from './qd766-index.ts';
import { emptyGives, FITTED, indexRow, NOTE, readingOf766 } from './qd766-index-sources.ts';

const EMPTY = emptyGives('zero');

/** Part 3b, 10 points: online payment. Nothing to count is a ratio of nought here. */
export const PAYMENT_INDICES: readonly GroupIndex[] = [
  indexRow({
    id: '3.5a',
    group: '3b',
    name: 'Thủ tục có nghĩa vụ tài chính được cung cấp thanh toán trên Cổng',
    numerator: 'Thủ tục có nghĩa vụ tài chính được cung cấp trên Cổng',
    denominator: 'Thủ tục có phí, lệ phí hoặc nghĩa vụ tài chính',
    shape: 'openShare',
    max: 200,
    convert: { kind: 'fullAt', percent: 80 },
    empty: EMPTY,
    cite: readingOf766('Số của Cổng được hiểu là thủ tục cung cấp trên Cổng; điểm được chặn ở trần 2 điểm của phiếu.'),
    rivals: [
      {
        max: 200,
        convert: { kind: 'fullAt', percent: 80, uncapped: true },
        says: 'Công thức dựng lại từ điểm Cổng tháng 9/2026 không chặn ở trần 2 điểm.',
        cite: FITTED,
      },
    ],
  }),
  indexRow({
    id: '3.5b',
    group: '3b',
    name: 'Thủ tục có giao dịch thanh toán trực tuyến',
    numerator: 'Thủ tục có giao dịch thanh toán trực tuyến',
    denominator: 'Thủ tục có phí, lệ phí hoặc nghĩa vụ tài chính',
    max: 200,
    convert: { kind: 'fullAt', percent: 80 },
    empty: EMPTY,
    cite: NOTE,
  }),
  indexRow({
    id: '3.6',
    group: '3b',
    name: 'Hồ sơ thanh toán trực tuyến',
    numerator: 'Hồ sơ thanh toán trực tuyến',
    denominator: 'Hồ sơ có mức phí, lệ phí khác 0 đồng',
    max: 600,
    convert: { kind: 'linear' },
    empty: EMPTY,
    cite: FITTED,
  }),
];
