import type { LocalTime } from '#rules/law.ts';
import { group } from './case.ts';
import { deadline } from './deadline.ts';

const LEGAL = 'Thời hạn tính bằng ngày làm việc, ngày nhận không tính (cách hiểu)';

/** Received at `at` with one working day: the day of receipt never counts, at whatever hour. */
const received = (name: string, at: LocalTime, due: LocalTime, worked: string, limitDays = 1) => ({
  name,
  on: at.slice(0, 10),
  given: { facts: { received: at, limitDays }, compareWith: 'legal' as const },
  expect: { at: due, cite: null },
  article: LEGAL,
  worked,
});

export const LEGAL_DUE = group('Hạn theo quy định: từ lúc nhận đến giờ đóng cửa ngày cuối', deadline, [
  received('Nhận trước giờ mở cửa', '2026-11-19T06:30', '2026-11-20T17:00', '20/11 là ngày thứ nhất.'),
  received('Nhận trong giờ sáng', '2026-11-19T08:15', '2026-11-20T17:00', '20/11 là ngày thứ nhất.'),
  received('Nhận giờ nghỉ trưa', '2026-11-19T12:10', '2026-11-20T17:00', '20/11 là ngày thứ nhất.'),
  received('Nhận đúng giờ đóng cửa', '2026-11-19T17:00', '2026-11-20T17:00', '20/11 là ngày thứ nhất.'),
  received('Nhận trực tuyến lúc 22:00', '2026-11-19T22:00', '2026-11-20T17:00', 'Ngày nhận vẫn là 19/11.'),
  received('Nhận trực tuyến lúc 23:59', '2026-11-19T23:59', '2026-11-20T17:00', 'Ngày nhận vẫn là 19/11.'),
  received(
    'Nhận trực tuyến lúc 00:00 hôm sau',
    '2026-11-20T00:00',
    '2026-11-23T17:00',
    'Ngày nhận là 20/11; 23/11 thứ nhất.',
  ),
  received('Nhận trực tuyến ngày thứ Bảy', '2026-11-21T10:00', '2026-11-23T17:00', '23/11 là ngày thứ nhất.'),
  received('Nhận trực tuyến ngày Chủ nhật', '2026-11-22T10:00', '2026-11-23T17:00', '23/11 là ngày thứ nhất.'),
  received('Nhận trực tuyến đúng ngày nghỉ 24/11', '2026-11-24T10:00', '2026-11-25T17:00', '25/11 là ngày thứ nhất.'),
  received('Nhận thứ Bảy làm bù 22/8/2026', '2026-08-22T10:00', '2026-08-24T17:00', '24/8 là ngày thứ nhất.'),
  received('Nhận ngày nghỉ hoán đổi 31/8/2026', '2026-08-31T10:00', '2026-09-03T17:00', '3/9 là ngày thứ nhất.'),
  received(
    '10 ngày qua 24/11',
    '2026-11-10T08:15',
    '2026-11-25T17:00',
    '11, 12, 13, 16, 17, 18, 19, 20, 23, 25/11.',
    10,
  ),
  received('Nửa ngày, nhận 10:00', '2026-11-10T10:00', '2026-11-10T15:30', '1,5 giờ đến 11:30, 2,5 giờ từ 13:00.', 0.5),
  received('Nửa ngày, nhận giờ nghỉ trưa', '2026-11-10T12:00', '2026-11-10T17:00', '4 giờ từ 13:00.', 0.5),
  received('Nửa ngày, nhận sau giờ đóng cửa', '2026-11-10T18:00', '2026-11-11T11:30', '4 giờ từ 07:30 hôm sau.', 0.5),
  received(
    'Một ngày rưỡi, nhận 15:00',
    '2026-11-10T15:00',
    '2026-11-12T09:30',
    '12 giờ: 2 giờ ngày 10, 8 giờ ngày 11, 2 giờ từ 07:30 ngày 12/11.',
    1.5,
  ),
  received(
    'Trong ngày (0 ngày): giờ đóng cửa ngày nhận',
    '2026-11-10T08:15',
    '2026-11-10T17:00',
    'Không cộng ngày nào.',
    0,
  ),
  received(
    'Trong ngày (0 ngày), nhận ngày nghỉ: ngày làm việc kế tiếp',
    '2026-11-24T08:15',
    '2026-11-25T17:00',
    '24/11 nghỉ.',
    0,
  ),
  received(
    'Giấy hẹn thật nhận 27/10/2023 lúc 09:32, 5 ngày',
    '2023-10-27T09:32',
    '2023-11-03T17:00',
    '30, 31/10, 1, 2, 3/11; giấy hẹn in 09:00 ngày 3/11.',
    5,
  ),
]);
