import { expect, it } from 'vitest';
import { apologyOwedMark } from '../../../extension/features/apology-owed.tsx';
import { deadlineMark } from '../../../extension/features/deadline-mark.tsx';
import { seenOf } from '../../../extension/features/seen.ts';
import type { DossierReading } from '../../../extension/hosts/host.ts';
import { UNSETTLED } from '../../../extension/office-rules.ts';
import { readingOf } from '../reading.ts';

/** Thursday; 24/11/2026 is a public holiday, so 23 → 26/11 at 10:00 is 1 working day (25/11) and 2,5 hours. */
const NOW = '2026-11-26T10:00';
const see = (part: Partial<DossierReading>) => seenOf(readingOf(part), UNSETTLED, NOW);

// Hours by hand: 07:30–11:30, 13:00–17:00, Monday to Friday, 24/11/2026 off.
it.each<[string, Partial<DossierReading>, string, string]>([
  ['overdue since 23/11 17:00', {}, 'overdue', 'Quá hạn 1 ngày 2 giờ'],
  ['due today', { promised: '2026-11-26T17:00' }, 'dueSoon', 'Đến hạn hôm nay 17:00'],
  ['due tomorrow: 5,5 hours today and 8 tomorrow', { promised: '2026-11-27T17:00' }, 'dueSoon', 'Còn 1 ngày 5 giờ'],
  ['6 working days and 5,5 hours left', { promised: '2026-12-04T17:00' }, 'onTime', 'Còn 6 ngày'],
  ['waiting for papers', { state: 'waitingSupplement' }, 'paused', 'Tạm dừng · chờ bổ sung'],
  ['waiting for payment', { state: 'waitingPayment' }, 'paused', 'Tạm dừng · chờ nộp phí'],
  ['ready two whole days ahead', { state: 'ready', ready: '2026-11-19T17:00' }, 'early', 'Trước hạn 2 ngày'],
  [
    'ready on the day, collected later',
    { state: 'returned', ready: '2026-11-23T10:00', returned: '2026-11-25T10:00' },
    'onTime',
    'Đúng hạn',
  ],
  [
    'ready on 25/11 at 10:00, 2,5 hours into the next working day',
    { state: 'ready', ready: '2026-11-25T10:00' },
    'overdue',
    'Trễ hạn 2 giờ',
  ],
  ['no due date', { promised: null }, 'unknown', 'Chưa đủ dữ liệu'],
  ['no known status', { state: null }, 'unknown', 'Chưa đủ dữ liệu'],
  ['finished, but the list shows no end date', { state: 'returned' }, 'unknown', 'Chưa đủ dữ liệu'],
])('%s', (_name, part, status, text) => {
  expect(deadlineMark.mark?.(see(part))).toMatchObject({ status, text });
});

it('a due date beyond the calendar is not guessed', () => {
  expect(deadlineMark.mark?.(see({ promised: '2031-01-06T17:00' }))).toMatchObject({ status: 'unknown' });
});

it('an overdue dossier owes an apology, under the decree in force on the day the letter was due', () => {
  expect(apologyOwedMark.sign?.(see({}))).toEqual({ sign: 'apology', name: 'Cần xin lỗi' });
  expect(apologyOwedMark.task?.(see({}))).toMatchObject({ apology: 'owed', cite: 'khoản 6 Điều 19 NĐ 118/2025/NĐ-CP' });
});

it.each<[string, Partial<DossierReading>]>([
  ['a dossier with time left', { promised: '2026-12-04T17:00' }],
  ['a paused dossier', { state: 'waitingSupplement' }],
  ['a finished dossier, however late', { state: 'ready', ready: '2026-11-25T10:00' }],
  ['a dossier without a due date', { promised: null }],
  ['a dossier of unknown status', { state: null }],
])('%s owes none', (_name, part) => {
  expect(apologyOwedMark.sign?.(see(part))).toBeNull();
});
