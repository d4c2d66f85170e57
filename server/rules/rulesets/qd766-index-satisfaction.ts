import type { GroupIndex } from './qd766-index.ts';
import { countedByReading, emptyGives, FITTED, indexRow, NOTE } from './qd766-index-sources.ts';

const EVERY_PETITION = 'Phản ánh, kiến nghị trong kỳ';

/** Group 5, 18 points: petitions answered, and satisfaction worked out from dossiers. */
export const SATISFACTION_INDICES: readonly GroupIndex[] = [
  indexRow({
    id: '5.1',
    group: '5',
    name: 'Phản ánh, kiến nghị theo phân loại',
    numerator: 'Phản ánh, kiến nghị của loại được theo dõi',
    denominator: EVERY_PETITION,
    max: 0,
    convert: { kind: 'none' },
    empty: emptyGives('notObserved', NOTE),
    cite: countedByReading(NOTE),
  }),
  indexRow({
    id: '5.2',
    group: '5',
    name: 'Phản ánh, kiến nghị được xử lý đúng hạn',
    numerator: 'Phản ánh, kiến nghị đã xử lý đúng hạn hoặc đang xử lý trong hạn',
    denominator: EVERY_PETITION,
    max: 600,
    convert: { kind: 'linear' },
    empty: emptyGives('full'),
    cite: FITTED,
  }),
  indexRow({
    id: '5.3',
    group: '5',
    name: 'Mức độ hài lòng trong xử lý phản ánh, kiến nghị',
    numerator: 'Phản ánh, kiến nghị trừ số không hài lòng, phải phản ánh lại hoặc xử lý quá hạn',
    denominator: EVERY_PETITION,
    max: 600,
    convert: { kind: 'linear' },
    empty: emptyGives('full'),
    cite: FITTED,
  }),
  indexRow({
    id: '5.4',
    group: '5',
    name: 'Mức độ hài lòng trong tiếp nhận, giải quyết thủ tục hành chính',
    numerator: 'Hồ sơ trừ hồ sơ quá hạn và trừ hồ sơ có phản ánh, kiến nghị hoặc bị đánh giá không hài lòng',
    denominator: 'Hồ sơ đã tiếp nhận và xử lý trong kỳ',
    max: 600,
    convert: { kind: 'fullAt', percent: 90 },
    empty: emptyGives('zero'),
    cite: NOTE,
  }),
];

/** The last one is listed in 2026 without points: neither a ceiling nor «only followed» is said of it, so its ceiling is not known. */
export const SATISFACTION_INDICES_2026: readonly GroupIndex[] = [
  ...SATISFACTION_INDICES,
  indexRow({
    id: '5.catGiam',
    group: '5',
    name: 'Mức độ hài lòng về cắt giảm, phân cấp, đơn giản hóa thủ tục hành chính',
    numerator: 'Ý kiến hài lòng',
    denominator: 'Ý kiến trả lời',
    max: null,
    convert: { kind: 'none' },
    empty: emptyGives('notObserved', NOTE),
    cite: countedByReading(NOTE),
  }),
];
