import { expect, it } from 'vitest';
import { withoutPerson } from '../../../extension/hosts/without-person.ts';
import { PLANTED } from '../fixtures/planted.ts';

it.each([
  'Đăng ký khai sinh',
  '1.001193 Đăng ký khai sinh',
  '1.001193.000.00.00.H99 Đăng ký khai sinh',
  'Cấp giấy phép xây dựng (nhà ở riêng lẻ)',
  'Đăng ký biến động quyền sử dụng đất theo Nghị định 61/2018/NĐ-CP',
  'Đăng ký thay đổi tên Doanh nghiệp',
  'Tặng danh hiệu Bà Mẹ Việt Nam Anh Hùng',
  'Bà Mẹ Việt Nam anh hùng: trợ cấp một lần',
  'Chứng thực bản sao tại Bà Rịa',
  'Cấp đổi giấy phép lái xe',
  'Quá hạn 5 ngày 2 giờ 30 phút',
  '=HYPERLINK("http://x.example","Xem")',
])('%s is kept', (text) => {
  expect(withoutPerson(text)).toBe(text);
});

it.each([
  ...Object.values(PLANTED).flat(),
  'Đăng ký khai sinh - NGUYỄN VĂN GIẢ ĐỊNH',
  'Đăng ký khai sinh (Trần Thị Không Thật)',
  'Xác nhận cho ông Phạm Mẫu',
  'Ông Tùng nộp thay',
  'Gọi 0912 345 678',
  'Gửi về thôn Giả Định',
])('%s is of a person', (text) => {
  expect(withoutPerson(text)).toBeNull();
});

it('a long text is cut', () => {
  expect(withoutPerson('a '.repeat(1_000))?.length).toBeLessThanOrEqual(300);
});
