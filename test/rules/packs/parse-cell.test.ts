import { expect, test } from 'vitest';
import { parseCell } from '#rules/packs/parse-cell.ts';
import { isPersonalColumn, isPersonalLabel, looksPersonal } from '#rules/packs/personal-column.ts';

test.each([
  ['asIs', 'Đang xử lý', 'Đang xử lý'],
  ['asIs', '', null],
  ['afterColon', 'Tình trạng: Đang xử lý', 'Đang xử lý'],
  ['afterColon', 'Đang xử lý', 'Đang xử lý'],
  ['onlyDate', 'hẹn trả: 24/11/2026 17:00 tại quầy', '24/11/2026 17:00'],
  ['onlyDate', 'lúc 17:00, 24/11/2026', '17:00, 24/11/2026'],
  ['onlyDate', '10/11/2026 - 24/11/2026', null],
  ['onlyDate', 'H99.01-261110-0042', null],
  ['onlyDate', 'chưa có', null],
  ['firstDate', '10/11/2026 08:15 - 24/11/2026 17:00', '10/11/2026 08:15'],
  ['lastDate', '10/11/2026 08:15 - 24/11/2026 17:00', '24/11/2026 17:00'],
  ['daysLeft', '-3', 'Quá hạn 3 ngày'],
  ['daysLeft', '2.5', 'Còn 2,5 ngày'],
  ['daysLeft', '0', 'Hôm nay'],
  ['daysLeft', 'Còn 3 ngày', null],
] as const)('%s of «%s» is %s', (parser, text, expected) => {
  expect(parseCell(parser, text)).toBe(expected);
});

test.each([
  'Chủ hồ sơ',
  'CMND/CCCD',
  'SĐT',
  'Địa chỉ',
  'Email',
  'Tên công dân',
  'Người nộp',
  'Số điện thoại liên hệ',
  'Chủ hộ',
])('«%s» heads a personal column', (label) => {
  expect(isPersonalLabel(label)).toBe(true);
});
test.each([
  'Mã hồ sơ',
  'Thủ tục',
  'Nội dung yêu cầu',
  'Ngày tiếp nhận',
  'Hạn trả',
  'Tình trạng',
  'STT',
  '',
  'Lĩnh vực',
  'Mã HS',
  'Lý Do Trễ Hẹn',
  'Văn Bản Đến',
])('«%s» does not', (label) => {
  expect(isPersonalLabel(label)).toBe(false);
});

test.each([
  'NGUYỄN VĂN GIẢ',
  'Phạm Quốc Bảo',
  'Bà Lý Thị Mơ',
  '0912 345 678',
  '079123456789',
  'a@b.vn',
  'Số 5 ngõ 12, phố Huế',
])('«%s» looks personal', (text) => {
  expect(looksPersonal(text)).toBe(true);
});
test.each([
  'H99.01-261110-0042',
  '000.00.01.H99-261110-0042',
  'Đăng Ký Kinh Doanh',
  'Đã Trả Kết Quả',
  'Hồ Sơ Mới',
  '1.001193 Đăng ký khai sinh',
  '24/11/2026 17:00:00',
  'Còn 2 ngày',
  'Chờ bổ sung',
  '1.250.000 đồng',
])('«%s» does not', (text) => {
  expect(looksPersonal(text)).toBe(false);
});

test('a column without a header is personal when a quarter of its filled cells look so', () => {
  expect(isPersonalColumn('', ['Đang xử lý', 'NGUYỄN VĂN GIẢ', '', 'Chờ trả', 'Chờ bổ sung'])).toBe(true);
  expect(isPersonalColumn('', ['Đang xử lý', 'Chờ trả', 'Chờ bổ sung', 'Đã trả', 'NGUYỄN VĂN GIẢ'])).toBe(false);
  expect(isPersonalColumn('', ['', ''])).toBe(false);
});
