import type * as z from 'zod';
import type { PublishedTable } from '#rules/published-table.ts';
import { publishedTable, publishedTables } from '#wire/published-table.ts';
import { CHECK_EXAMPLE } from './check-example.ts';
import { checkTables, checkText } from './check-text.ts';
import { jsonCommand } from './json-command.ts';

const oneTable = publishedTable.transform((table) => [table]);

const tablesIn = (body: unknown): z.ZodType<readonly PublishedTable[]> =>
  Array.isArray(body) ? publishedTables : oneTable;

/** Checks published tables from a JSON file; prints each fault with its arithmetic. */
export const check = jsonCommand({
  name: 'check',
  summary:
    'Kiểm tra số liệu đã công bố có khớp không, từ tệp JSON («-» đọc từ đầu vào chuẩn; chưa đọc CSV); --example in một đầu vào mẫu đầy đủ.',
  details: [
    ['(gốc)', 'Một bảng, hoặc danh sách bảng. Kỳ của các bảng cùng «tenantName» được so với nhau.'],
    ['id', 'Mã bảng do người nhập đặt: chữ thường, số, gạch nối; mỗi bảng một mã.'],
    ['tenantName', 'Tỉnh hoặc cơ quan công bố.'],
    ['title', 'Tên báo cáo.'],
    ['source.text, source.date, source.url', 'Nơi công bố, ngày công bố (2026-11-24), địa chỉ nếu có.'],
    [
      'period.from, period.to',
      'Ngày đầu kỳ và ngày liền sau ngày cuối kỳ (kỳ đến hết 31/10 thì «to» là 2026-11-01); null khi báo cáo không ghi đủ hai ngày.',
    ],
    ['periodText', 'Kỳ viết như trong báo cáo.'],
    ['groups[].title', 'Tên nhóm số liệu.'],
    ['groups[].counted', 'Đếm gì: hồ sơ, đơn vị, lượt.'],
    ['groups[].whole.label, .count', 'Tổng của nhóm: gọi là gì, bao nhiêu; null khi báo cáo không ghi.'],
    ['groups[].exhaustive', 'true: các dòng cộng lại phải bằng tổng. false: chỉ là một số dòng được nêu.'],
    ['groups[].parts[].label, .count', 'Từng dòng và số đếm như đã in; null khi báo cáo không ghi.'],
    ['groups[].parts[].percent', 'Tỷ lệ như đã in, không có dấu %: "22,75". Bỏ trống nếu không in.'],
    ['groups[].parts[].beside, .units', 'Điều in bên cạnh (mức hài lòng), tên các đơn vị được nêu.'],
    ['scores[]', 'Đơn vị được nêu điểm: unit, total (phần mười điểm, 15,9 là 159), grade, satisfaction.'],
    ['notes[]', 'Các câu khác có số liệu.'],
    [
      'Cách kiểm tra',
      'Số đếm phải khớp tuyệt đối; tổng các tỷ lệ được lệch 100 không quá nửa đơn vị chữ số cuối của mỗi dòng; tỷ lệ bị cắt thay vì làm tròn được nêu; ngày không thuộc kỳ nào hoặc thuộc hai kỳ được nêu.',
    ],
  ],
  exits: [['1', 'Có chỗ không khớp; mỗi chỗ in kèm phép tính.']],
  schema: tablesIn,
  example: CHECK_EXAMPLE,
  dated: 'period',
  result: checkTables,
  print: checkText,
});
