import { addDays } from '#rules/calendar/date.ts';
import { DEFAULT_OFFICE } from '#rules/calendar/working-time.ts';
import type { Dossier } from '#rules/dossier.ts';
import { onTime766 } from '#rules/on-time-qd766.ts';
import { dossierOf } from '../dossier-of.ts';
import { group, type LawCase } from './case.ts';

interface Given {
  readonly facts: Partial<Dossier>;
  readonly stopped?: string;
}
type Expect = 'đúng hạn' | 'quá hạn' | 'không rõ' | 'không tính';

/** `on` is the last day of the period. */
function run({ facts, stopped }: Given, on: string): Expect {
  const periodEnd = `${addDays(on, 1)}T00:00`;
  const { counted, onTime } = onTime766(
    { dossier: dossierOf(facts), stopped: stopped ?? null },
    periodEnd,
    DEFAULT_OFFICE,
  );
  if (!counted) return 'không tính';
  return onTime === null ? 'không rõ' : onTime ? 'đúng hạn' : 'quá hạn';
}

/** Monday 07/9/2026 in the morning; promised Monday 21/9/2026 at 17:00. */
const received = '2026-09-07T07:30';
const promised = '2026-09-21T17:00';
const taken = { received, promised };
const asked = (from: string, to: string | null) => ({ kind: 'supplement', from, to }) as const;

type Row = readonly [name: string, given: Given, expect: Expect, worked?: string];

const rows: readonly Row[] = [
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

export const ON_TIME_QD766 = group(
  'QĐ 766: hồ sơ đúng hạn theo chỉ số 2.1',
  run,
  rows.map(
    ([name, given, expect, worked]): LawCase<Given, Expect> => ({
      name,
      on: '2026-09-30',
      given,
      expect,
      article: 'QĐ 766/QĐ-TTg, mô tả công thức chỉ số 2.1',
      ...(worked && { worked }),
    }),
  ),
);
