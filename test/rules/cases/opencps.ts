import { workingMinutesBetween } from '#rules/calendar/working-time.ts';
import type { LocalTime } from '#rules/law.ts';
import { group } from './case.ts';
import { type OfficeWords, officeNamed } from './offices.ts';
import { printedGroup } from './printed-due.ts';

const B = '8 giờ (07:30–11:30, 13:00–17:00)';
const SATURDAY = '8 giờ và sáng thứ Bảy không tính ngày';
const GRID = 'OpenCPS làm tròn lên mỗi 15 phút';

export const OPENCPS_DUE = printedGroup('So với ngày hẹn OpenCPS in ra: cơ quan 8 giờ', [
  [
    'Cơ quan 8 giờ, nhận 08:15, 5 ngày',
    B,
    '2025-07-01T08:15',
    { days: 5 },
    '2025-07-08T08:15',
    '2025-07-08T08:15',
    '2025-07-08T17:00',
    '2, 3, 4, 7, 8/7 lúc 08:15; OpenCPS giống cách tính theo giờ.',
  ],
  [
    'Cơ quan 8 giờ, nhận 16:50, 1 ngày',
    B,
    '2025-07-01T16:50',
    { days: 1 },
    '2025-07-02T17:00',
    '2025-07-02T16:50',
    '2025-07-02T17:00',
    `10 phút ngày 1/7, 7 giờ 50 phút ngày 2/7: 16:50. ${GRID}.`,
  ],
  [
    'Cơ quan 8 giờ, nhận 17:01 ngay sau giờ đóng cửa, 1 ngày',
    B,
    '2025-07-01T17:01',
    { days: 1 },
    '2025-07-03T07:30',
    '2025-07-02T17:00',
    '2025-07-02T17:00',
    'Chạy từ 07:30 ngày 2/7, đủ 8 giờ lúc 17:00. OpenCPS ghi giờ mở cửa kế tiếp thay cho giờ đóng cửa.',
  ],
  [
    'Cơ quan 8 giờ, nhận thứ Bảy, 1 ngày',
    B,
    '2025-07-05T09:00',
    { days: 1 },
    '2025-07-08T07:30',
    '2025-07-07T17:00',
    '2025-07-07T17:00',
    'Chạy từ 07:30 thứ Hai 7/7, đủ lúc 17:00. OpenCPS ghi giờ mở cửa kế tiếp thay cho giờ đóng cửa.',
  ],
  [
    'Cơ quan 8 giờ, nhận 10:20, một phần tư ngày',
    B,
    '2025-07-01T10:20',
    { days: 0.25 },
    '2025-07-01T14:00',
    '2025-07-01T13:50',
    '2025-07-01T13:50',
    `2 giờ: 70 phút đến 11:30, 50 phút từ 13:00. ${GRID}.`,
  ],
  [
    'Cơ quan 8 giờ, nhận 08:15, một ngày rưỡi',
    B,
    '2025-07-01T08:15',
    { days: 1.5 },
    '2025-07-02T13:45',
    '2025-07-02T13:45',
    '2025-07-02T13:45',
    '12 giờ: 7 giờ 15 phút ngày 1/7, 4 giờ sáng 2/7, 45 phút từ 13:00.',
  ],
  [
    'Cơ quan mở thêm sáng thứ Bảy, nhận chiều thứ Sáu, 1 ngày',
    SATURDAY,
    '2025-07-04T14:00',
    { days: 1 },
    '2025-07-05T14:00',
    '2025-07-07T08:30',
    '2025-07-07T17:00',
    '3 giờ chiều thứ Sáu, 4 giờ sáng thứ Bảy, 1 giờ sáng thứ Hai: 08:30. OpenCPS cho hạn 14:00 thứ Bảy, khi cơ quan đã đóng cửa.',
  ],
  [
    'Cơ quan 8 giờ, chỉ 02/9 nghỉ, nhận 01/9 lúc 08:00, 1 ngày',
    B,
    '2025-09-01T08:00',
    { days: 1, calendar: 'chỉ 02/9/2025 nghỉ' },
    '2025-09-03T08:00',
    '2025-09-03T08:00',
    '2025-09-03T17:00',
    'Ngày 1/9 còn 7,5 giờ, thêm 30 phút sáng 3/9; OpenCPS giống cách tính theo giờ.',
  ],
  [
    'Cơ quan 8 giờ, nhận đúng ngày nghỉ 02/9, 1 ngày',
    B,
    '2025-09-02T09:00',
    { days: 1, calendar: 'chỉ 02/9/2025 nghỉ' },
    '2025-09-03T09:00',
    '2025-09-03T17:00',
    '2025-09-03T17:00',
    'Chạy từ 07:30 ngày 3/9, đủ lúc 17:00. OpenCPS bỏ sót ngày nghỉ trùng ngày nhận nên tính từ 09:00 ngày 2/9.',
  ],
  [
    'Cơ quan 8 giờ, nhận thứ Sáu trước thứ Bảy làm bù, 1 ngày',
    B,
    '2025-09-05T08:00',
    { days: 1, calendar: 'chỉ thứ Bảy 06/9/2025 làm bù' },
    '2025-09-06T08:00',
    '2025-09-06T08:00',
    '2025-09-06T17:00',
    'Ngày 5/9 còn 7,5 giờ, thêm 30 phút sáng 6/9; OpenCPS giống cách tính theo giờ.',
  ],
  [
    'Cơ quan 8 giờ, nhận đúng thứ Bảy làm bù, 1 ngày',
    B,
    '2025-09-06T08:00',
    { days: 1, calendar: 'chỉ thứ Bảy 06/9/2025 làm bù' },
    '2025-09-09T07:30',
    '2025-09-08T08:00',
    '2025-09-08T17:00',
    'Giờ nhận lấy 08:00: thứ Bảy còn 7,5 giờ, thêm 30 phút thứ Hai 8/9. OpenCPS bỏ sót ngày làm bù trùng ngày nhận.',
  ],
  [
    'Cùng thứ Bảy 06/9 theo lịch thật, không làm bù: thứ Hai là ngày thứ nhất',
    B,
    '2025-09-06T08:00',
    { days: 1 },
    null,
    '2025-09-08T17:00',
    '2025-09-08T17:00',
    'Chạy từ 07:30 thứ Hai 8/9, đủ 8 giờ lúc 17:00; OpenCPS không chạy tình huống này.',
  ],
]);

interface Span {
  readonly office: OfficeWords;
  readonly from: LocalTime;
  readonly to: LocalTime;
  /** Hours OpenCPS showed. */
  readonly printedHours?: number;
}

export const OPENCPS_ELAPSED = group(
  'Thời gian làm việc đã qua, so với OpenCPS',
  ({ office, from, to }: Span) => workingMinutesBetween(from, to, officeNamed(office)),
  [
    {
      name: 'Xem lúc 19:00 ngày hôm sau: giờ buổi tối không phải giờ làm việc',
      on: '2025-07-01',
      given: {
        office: '7 giờ 30 phút (07:30–11:30, 13:30–17:00)',
        from: '2025-07-01T08:15',
        to: '2025-07-02T19:00',
        printedHours: 25.75,
      },
      expect: 855,
      article: 'Thời hạn tính bằng giờ làm việc của cơ quan (cách hiểu)',
      worked:
        'Ngày 1/7: 6 giờ 45 phút; ngày 2/7: 7 giờ 30 phút; cộng 14 giờ 15 phút. OpenCPS cộng thêm giá trị đồng hồ 11 giờ 30 phút.',
    },
    {
      name: 'Xem đúng giờ đóng cửa ngày hôm sau: cùng kết quả với 19:00',
      on: '2025-07-01',
      given: { office: '7 giờ 30 phút (07:30–11:30, 13:30–17:00)', from: '2025-07-01T08:15', to: '2025-07-02T17:00' },
      expect: 855,
      article: 'Thời hạn tính bằng giờ làm việc của cơ quan (cách hiểu)',
      worked: '6 giờ 45 phút + 7 giờ 30 phút = 14 giờ 15 phút.',
    },
  ],
);
