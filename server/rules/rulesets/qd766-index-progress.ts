import type { GroupIndex } from './qd766-index.ts';
import { emptyGives, FITTED, indexRow, NOTE } from './qd766-index-sources.ts';

/** Group 2, 20 points: punctuality alone, no bonus for early. The mean time is only followed. */
export const PROGRESS_INDICES: readonly GroupIndex[] = [
  indexRow({
    id: '2.1',
    group: '2',
    name: 'Hồ sơ xử lý trước hạn, đúng hạn',
    numerator: 'Hồ sơ xử lý xong đúng hạn và hồ sơ đang xử lý còn trong hạn',
    denominator: 'Hồ sơ đã tiếp nhận và xử lý trong kỳ',
    max: 2000,
    convert: { kind: 'linear' },
    empty: emptyGives('notObserved'),
    cite: FITTED,
  }),
  indexRow({
    id: '2.2',
    group: '2',
    name: 'Thời gian giải quyết trung bình',
    numerator: 'Tổng thời gian giải quyết',
    denominator: 'Hồ sơ đã giải quyết xong',
    shape: 'mean',
    max: 0,
    convert: { kind: 'none' },
    empty: emptyGives('notObserved', NOTE),
    cite: NOTE,
  }),
];
