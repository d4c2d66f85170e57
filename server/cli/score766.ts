import { score766Input } from '#wire/score766-input.ts';
import { jsonCommand } from './json-command.ts';
import { SCORE766_EXAMPLE } from './score766-example.ts';
import { score766Result } from './score766-result.ts';

/** Scores one place by QĐ 766/QĐ-TTg from a JSON file. */
export const score766 = jsonCommand({
  name: 'score766',
  summary:
    'Chấm điểm theo QĐ 766/QĐ-TTg từ tệp JSON («-» đọc từ đầu vào chuẩn); --example in một đầu vào mẫu đầy đủ. Điểm là số nguyên phần trăm của một điểm: 1600 là 16,00 điểm.',
  details: [
    ['lastDay', 'Ngày cuối kỳ, dạng 2026-09-30; quyết định bản chỉ số nào có hiệu lực.'],
    ['level', 'ministry (bộ), province (tỉnh), district (huyện, đến hết ngày 30/6/2025) hoặc commune (xã).'],
    [
      'counts.SỐ.numerator, .denominator',
      'Tử số và mẫu số của chỉ số, ví dụ counts.1.1; chỉ số không có mục này là chưa có số liệu.',
    ],
    [
      'counts.3.3, counts.3.3.ketQua',
      'Hồ sơ nộp trực tuyến, và riêng hồ sơ nộp trực tuyến có kết quả điện tử, trên hồ sơ đã tiếp nhận. Số thứ hai chỉ cần để tính theo cách của bản mô tả.',
    ],
    [
      'bands.act, bands.steps',
      'Bảng xếp loại riêng của địa phương: văn bản và các mức { min, label } từ cao xuống thấp.',
    ],
    [
      'dossiers',
      'Hồ sơ như lệnh score, thêm stopped (lúc dừng, từ chối, rút) và petitionOrDislike; từ đó đếm 2.1 và 5.4.',
    ],
    ['petitions', 'Phản ánh, kiến nghị: received, refused, askedSupplement, answered, published; từ đó đếm 5.2.'],
    ['→ level', 'Cấp được chấm và điều chưa biết về cấp đó.'],
    [
      '→ findings',
      'Mỗi chỉ số: tỷ lệ, điểm (null là không tính), tối đa (0 là chỉ theo dõi, null là chưa biết), lý do, căn cứ, số liệu.',
    ],
    [
      '→ findings.disagreement',
      'Nguồn khác tính chỉ số này khác đi: nói gì và được bao nhiêu điểm; null là nguồn đó đếm số liệu chưa được nhập.',
    ],
    ['→ counted', 'Kết luận từng hồ sơ, phản ánh và số đã đếm; unknown là số không đủ dữ liệu.'],
    [
      '→ groups, total',
      'Điểm đạt, trên tổng các trần đã có số liệu (of); partial cho biết còn thiếu chỉ số (missing) hoặc có chỉ số chưa biết điểm tối đa (unknownCeiling).',
    ],
    ['→ grade', 'Xếp loại; null khi còn thiếu chỉ số, lý do ở because.'],
  ],
  schema: () => score766Input,
  example: SCORE766_EXAMPLE,
  dated: 'lastDay',
  result: score766Result,
});
