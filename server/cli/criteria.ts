import { RATIO_IDS } from '#rules/par/ratio.ts';
import { criteriaInput } from '#wire/criteria.ts';
import { CRITERIA_EXAMPLE } from './criteria-example.ts';
import { criteriaResult } from './criteria-result.ts';
import { jsonCommand } from './json-command.ts';

/** Follows a province's own list of criteria of the PAR index from a JSON file. */
export const criteria = jsonCommand({
  name: 'criteria',
  summary:
    'Theo dõi các tiêu chí cải cách hành chính do tỉnh nhập, từ tệp JSON («-» đọc từ đầu vào chuẩn): đã đạt điểm tối đa, chưa đạt hay chưa rõ; --example in một đầu vào mẫu tự đặt.',
  details: [
    ['year', 'Năm được đánh giá; quyết định của Bộ Nội vụ được chọn theo năm.'],
    ['act, certainty', 'Văn bản hoặc tệp có bộ tiêu chí và điểm; độ chắc: text, secondary, recalled, reading.'],
    [
      'criteria[].id, .name, .max',
      'Mã, tên, điểm tối đa của tiêu chí. Điểm và tỷ lệ viết trong ngoặc kép, nhiều nhất hai chữ số thập phân: "1,5".',
    ],
    [
      'criteria[].from, .act',
      'Ngày áp dụng và văn bản riêng của tiêu chí, bỏ trống được; cùng mã thì bản có hiệu lực ngày 31/12 được tính.',
    ],
    ['criteria[].source', 'Nguồn số liệu; null là chưa có nguồn.'],
    ['  ratio', `Một trong các tỷ lệ: ${RATIO_IDS.join(', ')}.`],
    [
      '  conversion.kind: steps',
      'steps[] xếp theo from tăng dần: từ tỷ lệ from (%) trở lên được points; dưới bậc đầu là 0.',
    ],
    [
      '  conversion.kind: linear',
      'from và to là { ratio (%), points }: tăng hoặc giảm đều giữa hai mốc; dưới from.ratio là below (bỏ trống: như from.points).',
    ],
    ['  declared, evidence', 'Điểm tỉnh tự kê khai và tài liệu kiểm chứng, thay cho ratio.'],
    [
      'ratios.TÊN',
      'Tử số, mẫu số đã có: numerator, denominator; unknown là số không rõ, silentUnits là số đơn vị chưa có số liệu.',
    ],
    [
      'records',
      'Hồ sơ để đếm tỷ lệ: readAt (lúc đọc dữ liệu), levels (cấp của từng đơn vị), wholeOnline (mã thủ tục toàn trình), dossiers[].dossier và dossiers[].acts (apologies, supplementNotices; bỏ trống là không ghi, [] là không có).',
    ],
    [
      'units[]',
      'Số liệu đơn vị kê khai: published, payment { numerator, denominator }; petitions { received, onTime }.',
    ],
    ['codes', 'Mỗi danh sách mã hồ sơ nêu nhiều nhất bao nhiêu mã; phần còn lại chỉ đếm ở more. Mặc định 20.'],
    ['→ forecast', 'Dự kiến bao nhiêu tiêu chí đạt điểm tối đa, chưa đạt và thiếu bao nhiêu, chưa rõ bao nhiêu.'],
    ['→ findings', 'Mỗi tiêu chí: điểm (null là chưa biết), tối đa, atMaximum, lý do, căn cứ, số liệu.'],
    ['→ ratios', 'Các tỷ lệ đã đếm, mã hồ sơ ở tử số, phần còn lại và không rõ.'],
    ['→ doubt', 'Số tiêu chí khác với bộ tiêu chí đã biết của năm; null là không có gì lạ.'],
  ],
  schema: () => criteriaInput,
  example: CRITERIA_EXAMPLE,
  dated: 'year',
  result: criteriaResult,
});
