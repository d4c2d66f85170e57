import { judgeOnTime, type OnTimeRow, onTimeCase, promised, received, taken } from '../on-time-case-qd766.ts';
import { group } from './case.ts';

const rows: readonly OnTimeRow[] = [
  ['Xử lý xong trước hẹn trả.', { facts: { ...taken, ready: '2026-09-18T10:00' } }, 'đúng hạn'],
  ['Xử lý xong đúng phút hẹn trả.', { facts: { ...taken, ready: promised } }, 'đúng hạn', '17:00 ≤ 17:00'],
  ['Xử lý xong sau hẹn trả một phút.', { facts: { ...taken, ready: '2026-09-21T17:01' } }, 'quá hạn', '17:01 > 17:00'],
  [
    'Xử lý xong đúng hạn, công dân đến nhận muộn.',
    { facts: { ...taken, ready: '2026-09-21T16:00', returned: '2026-09-29T09:00', state: 'returned' } },
    'đúng hạn',
    'Lấy lúc xử lý xong, không lấy lúc trả',
  ],
  [
    'Xử lý xong quá hạn, ngày trả ghi sớm hơn.',
    { facts: { ...taken, ready: '2026-09-22T08:00', returned: '2026-09-21T08:00', state: 'returned' } },
    'quá hạn',
    'Đã xử lý xong đứng trước đã trả kết quả',
  ],
  [
    'Chỉ có ngày trả kết quả, trong hạn.',
    { facts: { ...taken, returned: '2026-09-21T15:00', state: 'returned' } },
    'đúng hạn',
  ],
  [
    'Chỉ có ngày trả kết quả, quá hạn.',
    { facts: { ...taken, returned: '2026-09-22T08:00', state: 'returned' } },
    'quá hạn',
  ],
  [
    'Trạng thái đã xử lý xong mà không có thời điểm.',
    { facts: { ...taken, state: 'ready' }, stopped: '2026-09-18T08:00' },
    'không rõ',
  ],
  [
    'Dừng xử lý trước hẹn trả, đã tiếp nhận.',
    { facts: { ...taken, state: 'stopped' }, stopped: '2026-09-18T08:00' },
    'đúng hạn',
  ],
  [
    'Dừng xử lý sau hẹn trả, đã tiếp nhận.',
    { facts: { ...taken, state: 'stopped' }, stopped: '2026-09-22T08:00' },
    'quá hạn',
  ],
  [
    'Dừng xử lý khi chưa tiếp nhận.',
    { facts: { promised, state: 'stopped' }, stopped: '2026-09-18T08:00' },
    'không tính',
  ],
  [
    'Từ chối sau khi đã tiếp nhận, trong hạn.',
    { facts: { ...taken, state: 'refused' }, stopped: '2026-09-09T08:00' },
    'đúng hạn',
  ],
  ['Từ chối khi chưa tiếp nhận.', { facts: { promised, state: 'refused' }, stopped: '2026-09-09T08:00' }, 'không tính'],
  [
    'Công dân rút hồ sơ đã tiếp nhận, sau hẹn trả.',
    { facts: { ...taken, state: 'withdrawn' }, stopped: '2026-09-22T08:00' },
    'quá hạn',
  ],
  ['Công dân rút hồ sơ chưa tiếp nhận.', { facts: { promised, state: 'withdrawn' } }, 'không tính'],
  ['Hồ sơ mới nộp, chưa tiếp nhận.', { facts: { state: 'new' } }, 'không tính'],
  ['Hồ sơ đã dừng nhưng không có thời điểm dừng.', { facts: { ...taken, state: 'stopped' } }, 'không rõ'],
  [
    'Xử lý xong, dữ liệu thiếu ngày tiếp nhận.',
    { facts: { promised, ready: '2026-09-18T10:00', state: 'ready' } },
    'đúng hạn',
    'So với hẹn trả không cần ngày tiếp nhận',
  ],
  [
    'Chưa xong, hẹn trả sau khi hết kỳ.',
    { facts: { received, promised: '2026-10-01T08:00' } },
    'đúng hạn',
    'Hết kỳ 00:00 ngày 01/10 ≤ 08:00 ngày 01/10',
  ],
  [
    'Chưa xong, hẹn trả trong ngày cuối kỳ.',
    { facts: { received, promised: '2026-09-30T17:00' } },
    'quá hạn',
    'Hết kỳ 00:00 ngày 01/10 > 17:00 ngày 30/9',
  ],
  [
    'Đang chờ nộp phí thì lấy lúc hết kỳ.',
    { facts: { ...taken, state: 'waitingPayment' } },
    'quá hạn',
    'Chỉ chờ bổ sung mới lấy lúc yêu cầu',
  ],
  [
    'Không có hẹn trả, xong vừa hết thời hạn 5 ngày làm việc.',
    { facts: { received, limitDays: 5, ready: '2026-09-11T17:00' } },
    'đúng hạn',
    '5 × 480 = 2.400 phút, thời hạn 2.400 phút',
  ],
  [
    'Không có hẹn trả, xong quá thời hạn một phút làm việc.',
    { facts: { received, limitDays: 5, ready: '2026-09-14T07:31' } },
    'quá hạn',
    '2.401 phút > 2.400 phút',
  ],
  [
    'Không có hẹn trả, chưa xong khi hết kỳ.',
    { facts: { received: '2026-09-28T07:30', limitDays: 3 } },
    'đúng hạn',
    '28, 29 và 30/9 là 1.440 phút, thời hạn 1.440 phút',
  ],
  ['Không có hẹn trả và không biết thời hạn.', { facts: { received, ready: '2026-09-11T17:00' } }, 'không rõ'],
  [
    'Không có hẹn trả và không biết ngày tiếp nhận.',
    { facts: { limitDays: 5, ready: '2026-09-11T17:00' } },
    'không rõ',
  ],
];

export const ON_TIME_QD766 = group('QĐ 766: hồ sơ đúng hạn theo chỉ số 2.1', judgeOnTime, rows.map(onTimeCase));
