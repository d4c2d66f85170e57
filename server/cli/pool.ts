import { StraddlesRulesets } from '#rules/rulesets/index.ts';
import { poolInput } from '#wire/pool-input.ts';
import { jsonCommand } from './json-command.ts';
import { POOL_EXAMPLE } from './pool-example.ts';
import { poolResult } from './pool-result.ts';

/** Makes a year of one unit from its quarters, both ways, from a JSON file. */
export const pool = jsonCommand({
  name: 'pool',
  summary:
    'Tổng hợp năm của một đơn vị từ các quý trong tệp JSON («-» đọc từ đầu vào chuẩn): chỉ số, xếp loại, mức hoàn thành của cán bộ theo quý và cả năm, và kết quả nếu tổng hợp theo cách kia.',
  details: [
    ['period.from, period.lastDay', 'Ngày đầu và ngày cuối của năm, hoặc của kỳ do tỉnh đặt.'],
    [
      'quarters[]',
      'Các quý theo thứ tự, mỗi quý là một đầu vào như lệnh score. Mọi quý chấm theo cùng lựa chọn; quyết định của tỉnh lấy như quý cuối.',
    ],
    ['unitFacts', 'Số liệu đơn vị khai riêng cho cả năm; bỏ trống: gộp từ các quý.'],
    ['appraised', 'Điểm thẩm định của cả năm theo chỉ số, phần mười.'],
    ['evaluated', 'false: đơn vị không tự chấm và không gửi số liệu của năm đúng hạn. Mặc định true.'],
    ['→ ruleset, caveats, choices', 'Bộ quy tắc chấm năm, điều cần biết, và các lựa chọn đã dùng.'],
    ['→ unitFacts', 'Số liệu đơn vị của năm; pooled cho biết là gộp từ các quý (cách hiểu).'],
    ['→ year', 'Chỉ số chính thức, tổng, xếp loại của năm theo lựa chọn year.pool đã dùng.'],
    ['→ quarters', 'Tổng, xếp loại của từng quý, và tỷ lệ cán bộ theo mức (bands; null khi chưa ai được xếp loại).'],
    ['→ officers', 'Mỗi cán bộ: mức từng quý (null: quý đó không có hồ sơ) và mức cả năm, kèm lý do.'],
    ['→ bands', 'Tỷ lệ cán bộ theo mức của cả năm; null khi chưa ai được xếp loại, lý do ở because.'],
    [
      '→ bothWays',
      'Năm theo year.pool=dossiers (before) và year.pool=meanOfQuarters (after), chỉ số nào đổi, xếp loại và mức của cán bộ nào đổi.',
    ],
    ['Điểm', 'Số nguyên phần mười: 139 là 13,9 điểm. null: không tính, lý do ở because.'],
  ],
  schema: () => poolInput,
  example: POOL_EXAMPLE,
  dated: 'period, decision',
  wrong: (error) => (error instanceof StraddlesRulesets ? `choices, ruleset.straddle: ${error.message}` : null),
  result: poolResult,
});
