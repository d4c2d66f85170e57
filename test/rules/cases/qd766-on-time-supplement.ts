import { asked, judgeOnTime, type OnTimeRow, onTimeCase, received, taken } from '../on-time-case-qd766.ts';
import { group } from './case.ts';

const rows: readonly OnTimeRow[] = [
  [
    'Đang chờ bổ sung, yêu cầu một lần trước hẹn trả.',
    { facts: { ...taken, state: 'waitingSupplement', pauses: [asked('2026-09-09T09:00', null)] } },
    'đúng hạn',
    'Kết thúc là lúc yêu cầu 09/9',
  ],
  [
    'Đang chờ bổ sung, yêu cầu một lần nhưng sau hẹn trả.',
    { facts: { ...taken, state: 'waitingSupplement', pauses: [asked('2026-09-22T09:00', null)] } },
    'quá hạn',
    'Kết thúc là lúc yêu cầu 22/9',
  ],
  [
    'Đang chờ bổ sung lần thứ hai.',
    {
      facts: {
        ...taken,
        state: 'waitingSupplement',
        pauses: [asked('2026-09-08T09:00', '2026-09-09T09:00'), asked('2026-09-10T09:00', null)],
      },
    },
    'quá hạn',
    '2 lần yêu cầu > 1',
  ],
  [
    'Đang chờ bổ sung, danh sách ghi hai lần yêu cầu.',
    { facts: { ...taken, state: 'waitingSupplement', supplements: 2 } },
    'quá hạn',
    '2 lần yêu cầu > 1, dù không biết thời điểm',
  ],
  [
    'Đang chờ bổ sung một lần, không biết thời điểm yêu cầu.',
    { facts: { ...taken, state: 'waitingSupplement', supplements: 1 } },
    'không rõ',
  ],
  [
    'Hai lần yêu cầu nhưng đã xử lý xong trong hạn.',
    {
      facts: {
        ...taken,
        ready: '2026-09-18T10:00',
        pauses: [asked('2026-09-08T09:00', '2026-09-09T09:00'), asked('2026-09-10T09:00', '2026-09-11T09:00')],
      },
    },
    'đúng hạn',
    'Quy định về hơn một lần chỉ dành cho hồ sơ đang chờ',
  ],
  [
    'Xong sau bổ sung, trừ đúng bằng phần trễ.',
    { facts: { ...taken, ready: '2026-09-23T17:00', pauses: [asked('2026-09-10T09:00', '2026-09-12T09:00')] } },
    'đúng hạn',
    '23/9 17:00 − 2 ngày = 21/9 17:00',
  ],
  [
    'Xong sau bổ sung, trừ rồi vẫn trễ một phút.',
    { facts: { ...taken, ready: '2026-09-23T17:01', pauses: [asked('2026-09-10T09:00', '2026-09-12T09:00')] } },
    'quá hạn',
    '23/9 17:01 − 2 ngày = 21/9 17:01',
  ],
  [
    'Hai khoảng bổ sung chồng nhau chỉ trừ một lần.',
    {
      facts: {
        ...taken,
        ready: '2026-09-23T17:01',
        pauses: [asked('2026-09-10T09:00', '2026-09-11T09:00'), asked('2026-09-10T15:00', '2026-09-12T09:00')],
      },
    },
    'quá hạn',
    'Chung hai khoảng là 2 ngày, không phải 2 ngày 18 giờ',
  ],
  [
    'Thời gian chờ nộp phí không được trừ.',
    {
      facts: {
        ...taken,
        ready: '2026-09-23T17:00',
        pauses: [{ kind: 'payment', from: '2026-09-10T09:00', to: '2026-09-12T09:00' }],
      },
    },
    'quá hạn',
    'Chỉ trừ thời gian công dân bổ sung',
  ],
  [
    'Dừng xử lý sau bổ sung cũng được trừ.',
    {
      facts: { ...taken, state: 'stopped', pauses: [asked('2026-09-10T09:00', '2026-09-12T09:00')] },
      stopped: '2026-09-23T17:00',
    },
    'đúng hạn',
    '23/9 17:00 − 2 ngày = 21/9 17:00',
  ],
  [
    'Không có hẹn trả, trừ một ngày bổ sung thì vừa đủ.',
    {
      facts: {
        received,
        limitDays: 5,
        ready: '2026-09-14T17:00',
        pauses: [asked('2026-09-08T07:30', '2026-09-09T07:30')],
      },
    },
    'đúng hạn',
    '2.880 − 480 = 2.400 phút',
  ],
];

export const QD766_ON_TIME_SUPPLEMENT = group(
  'QĐ 766: hồ sơ phải bổ sung theo chỉ số 2.1',
  judgeOnTime,
  rows.map(onTimeCase),
);
