import { addWorkingTime, workingMinutesBetween } from '#rules/calendar/working-time.ts';
import type { LocalTime } from '#rules/law.ts';
import { group, type LawCase } from './case.ts';
import { type OfficeWords, officeNamed } from './offices.ts';

interface Given {
  readonly office: OfficeWords;
  readonly from: LocalTime;
  readonly minutes: number;
}

const A = '7 giờ 30 phút (07:30–11:30, 13:30–17:00)';
const B = '8 giờ (07:30–11:30, 13:00–17:00)';
const SATURDAY = '8 giờ và sáng thứ Bảy không tính ngày';

type Row = readonly [
  name: string,
  office: OfficeWords,
  from: LocalTime,
  minutes: number,
  end: LocalTime,
  worked?: string,
];

// Worked by hand: time outside the sessions does not run, nothing is rounded to a grid.
const ROWS: readonly Row[] = [
  ['8 giờ ở cơ quan 7,5 giờ', A, '2025-07-01T08:15', 480, '2025-07-02T08:45', '450 phút đến 08:15 hôm sau, thêm 30'],
  ['8 giờ từ 16:50', A, '2025-07-01T16:50', 480, '2025-07-03T07:50', '10 + 450 phút, còn 20 phút ngày 3/7'],
  ['8 giờ từ trước giờ mở cửa', A, '2025-07-01T06:00', 480, '2025-07-02T08:00', '450 phút ngày 1/7, thêm 30'],
  ['8 giờ từ giờ nghỉ trưa', A, '2025-07-01T12:00', 480, '2025-07-02T14:00', '210 + 240 phút, thêm 30 từ 13:30'],
  ['24 giờ qua cuối tuần', A, '2025-07-04T15:00', 1440, '2025-07-09T16:30', '1.440 = 3 × 450 + 90 phút'],
  ['8 giờ từ thứ Bảy', A, '2025-07-05T09:00', 480, '2025-07-08T08:00', '450 phút thứ Hai, 30 phút thứ Ba'],
  ['160 giờ', A, '2025-07-01T07:30', 9600, '2025-07-30T10:00', '9.600 = 21 × 450 + 150: 150 phút của ngày thứ 22'],
  ['4 giờ qua trưa', A, '2025-07-01T08:15', 240, '2025-07-01T14:15', '195 phút sáng, 45 phút từ 13:30'],
  ['Hết đúng giờ nghỉ trưa là 11:30, không phải 13:00', B, '2025-07-01T07:30', 240, '2025-07-01T11:30'],
  ['Thêm một phút là 13:01', B, '2025-07-01T07:30', 241, '2025-07-01T13:01'],
  ['Bớt một phút là 11:29', B, '2025-07-01T07:30', 239, '2025-07-01T11:29'],
  ['Hết đúng giờ đóng cửa là 17:00, không phải hôm sau', B, '2025-07-01T13:00', 240, '2025-07-01T17:00'],
  ['Nhận đúng giờ đóng cửa, một phút', B, '2025-07-01T17:00', 1, '2025-07-02T07:31'],
  ['Nhận đúng giờ nghỉ trưa, một phút', B, '2025-07-01T11:30', 1, '2025-07-01T13:01'],
  ['Không phút nào lúc đang mở cửa là chính lúc đó', B, '2026-11-23T09:00', 0, '2026-11-23T09:00'],
  ['Không phút nào lúc đóng cửa là chính lúc đó', B, '2026-11-23T17:00', 0, '2026-11-23T17:00'],
  ['Không phút nào sau giờ đóng cửa là giờ mở cửa kế tiếp', B, '2026-11-23T18:00', 0, '2026-11-25T07:30', '24/11 nghỉ'],
  ['Không phút nào giữa trưa là đầu giờ chiều', B, '2026-11-23T12:00', 0, '2026-11-23T13:00'],
  ['Sáng thứ Bảy thêm 4 giờ', SATURDAY, '2025-07-04T14:00', 480, '2025-07-07T08:30', '3 + 4 giờ, còn 1 giờ thứ Hai'],
  ['Qua Quốc khánh 2025', B, '2025-08-29T08:00', 480, '2025-09-03T08:00', '7,5 giờ ngày 29/8; nghỉ 30/8 đến 2/9'],
  ['Nhận trong ngày nghỉ', B, '2025-09-02T09:00', 480, '2025-09-03T17:00'],
  ['Qua Tết 2026', B, '2026-02-13T16:00', 150, '2026-02-23T09:00', '60 phút ngày 13/02, 90 phút ngày 23/02'],
  [
    'Qua Ngày Văn hóa 24/11/2026',
    B,
    '2026-11-23T17:00',
    630,
    '2026-11-26T10:00',
    '480 phút ngày 25/11, 150 phút ngày 26/11',
  ],
];

/** There and back: what `addWorkingTime` adds, `workingMinutesBetween` finds again. */
export const WORKING_TIME = group(
  'Giờ làm việc: cộng, rồi đếm lại',
  ({ office: words, from, minutes }: Given) => {
    const office = officeNamed(words);
    const end = addWorkingTime(from, minutes, office);
    return { end, again: workingMinutesBetween(from, end, office), back: workingMinutesBetween(end, from, office) };
  },
  ROWS.map(
    ([name, office, from, minutes, end, worked]): LawCase<Given, { end: LocalTime; again: number; back: number }> => ({
      name,
      on: from.slice(0, 10),
      given: { office, from, minutes },
      expect: { end, again: minutes, back: 0 - minutes },
      article: 'Giờ làm việc của cơ quan (cách hiểu)',
      ...(worked && { worked: `${worked}.` }),
    }),
  ),
);
