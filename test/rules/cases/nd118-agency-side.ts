import { NotInForce } from '#rules/law.ts';
import { agencySide } from '#rules/nd118/agency-side.ts';
import { type CountId, INDEX_IDS } from '#rules/rulesets/qd766-index.ts';
import { type Pair, scoreOn } from '../finding-qd766.ts';
import { group, type LawCase } from './case.ts';

interface Given {
  /** Heading of the decree. */
  readonly heading: string;
  readonly counts: Partial<Record<CountId, Pair>>;
}

/** The sentence, or the refusal; the citation is always marked as a reading. */
function run({ heading, counts }: Given, on: string): string | undefined {
  try {
    const found = agencySide(scoreOn(on, counts), on).find((each) => each.heading === heading);
    return found?.cite.certainty === 'reading' ? found.because : undefined;
  } catch (error) {
    if (error instanceof NotInForce) return error.message;
    throw error;
  }
}

const c = (
  name: string,
  on: string,
  heading: string,
  counts: Given['counts'],
  expect: string,
  worked?: string,
): LawCase<Given, string | undefined> => ({
  name,
  on,
  given: { heading, counts },
  expect,
  article: 'Điều 32 NĐ 118/2025/NĐ-CP; QĐ 766/QĐ-TTg',
  ...(worked !== undefined && { worked }),
});

const ON_TIME = { '2.1': [90, 100] } as const;
const PROGRESS = 'Tiến độ, kết quả giải quyết';
const full = Object.fromEntries(
  INDEX_IDS.filter((id) => id !== '5.catGiam' && !id.startsWith('3.chuDong')).map((id): [CountId, Pair] => [
    id,
    [1, 1],
  ]),
);

export const ND118_AGENCY_SIDE = group('Năm nhóm đánh giá cơ quan, điểm lấy từ QĐ 766/QĐ-TTg', run, [
  c(
    'Tiến độ: 90 % hồ sơ đúng hạn.',
    '2026-09-30',
    PROGRESS,
    ON_TIME,
    'Nhóm «Tiến độ, kết quả giải quyết» của QĐ 766/QĐ-TTg: 18,00/20,00 điểm, tối đa 20,00.',
    '20 × 0,9 = 18,00',
  ),
  c(
    'Công khai mới có một chỉ số: điểm trên phần đã có, nêu chỉ số thiếu.',
    '2026-09-30',
    'Công khai, minh bạch',
    { '1.1': [9, 10] },
    'Nhóm «Công khai, minh bạch» của QĐ 766/QĐ-TTg: 5,40/6,00 điểm, tối đa 18,00; thiếu chỉ số 1.2, 1.3 và 1.4.',
    '6 × 0,9 = 5,40',
  ),
  c(
    'Số hóa chưa có số liệu nào thì chưa có điểm, không phải 0 điểm.',
    '2026-09-30',
    'Số hóa',
    {},
    'Nhóm «Số hóa hồ sơ» của QĐ 766/QĐ-TTg chưa có số liệu; thiếu chỉ số 4.1, 4.chungThuc, 4.3, 4.4, 4.5a, 4.5b và 4.2.',
  ),
  c(
    'Dịch vụ trực tuyến gồm cả phần thanh toán.',
    '2026-09-30',
    'Cung cấp dịch vụ trực tuyến',
    full,
    'Nhóm «Cung cấp dịch vụ công trực tuyến và thanh toán trực tuyến» của QĐ 766/QĐ-TTg: 22,00/22,00 điểm, tối đa 22,00.',
    '12 + 10 = 22',
  ),
  c(
    'Hài lòng theo bản mô tả tháng 10: đủ điểm, còn một chỉ số chưa biết điểm tối đa.',
    '2026-10-01',
    'Mức độ hài lòng',
    full,
    'Nhóm «Mức độ hài lòng» của QĐ 766/QĐ-TTg: 18,00/18,00 điểm, tối đa 18,00; chưa biết điểm tối đa của chỉ số 5.catGiam.',
    '6 + 6 + 6 = 18',
  ),
  c(
    'Dịch vụ trực tuyến theo bản mô tả tháng 10, chưa có số liệu nào: nêu cả chỉ số thiếu và chỉ số chưa biết điểm tối đa.',
    '2026-10-01',
    'Cung cấp dịch vụ trực tuyến',
    {},
    'Nhóm «Cung cấp dịch vụ công trực tuyến và thanh toán trực tuyến» của QĐ 766/QĐ-TTg chưa có số liệu; thiếu chỉ số 3.toanTrinh, 3.5a, 3.5b và 3.6; chưa biết điểm tối đa của chỉ số 3.chuDong1 và 3.chuDong2.',
  ),
  c(
    'Ngày đầu có Nghị định.',
    '2025-07-01',
    PROGRESS,
    ON_TIME,
    'Nhóm «Tiến độ, kết quả giải quyết» của QĐ 766/QĐ-TTg: 18,00/20,00 điểm, tối đa 20,00.',
    '20 × 0,9 = 18,00',
  ),
  c(
    'Ngày trước khi có Nghị định.',
    '2025-06-30',
    PROGRESS,
    ON_TIME,
    'Nội dung đánh giá theo Nghị định 118/2025/NĐ-CP không áp dụng cho ngày 30/06/2025. Chọn quy định có hiệu lực.',
  ),
]);
