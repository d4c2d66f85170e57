import { expect, it } from 'vitest';
import { letterFaults } from '../../../extension/letter/letter-faults.ts';
import { type LetterFacts, letterText } from '../../../extension/letter/letter-text.ts';
import { DEFAULT_OFFICE } from '../../../server/rules/calendar/working-time.ts';
import { dossierOf } from '../../rules/dossier-of.ts';

const FACTS: LetterFacts = {
  code: 'H99.01-261110-0042',
  procedure: 'Cấp giấy phép xây dựng',
  received: '2026-11-10T08:15',
  promised: '2026-11-23T17:00',
  unit: 'Sở Xây dựng',
  place: 'Phố Mẫu',
  name: 'Nguyễn Văn Giả',
  organisation: false,
  delayedAt: 'Phòng Quản lý quy hoạch',
  reason: 'Chờ ý kiến của đơn vị phối hợp.',
  newDate: '2026-12-01T17:00',
  signer: 'Giám đốc',
  now: '2026-11-26T10:00',
};

it('is the form in force, filled with the dossier, the delay and the new date', () => {
  expect(letterText(FACTS)).toEqual({
    form: 'Mẫu số 04',
    unit: 'SỞ XÂY DỰNG',
    number: 'Số: …………/…………',
    placeAndDay: 'Phố Mẫu, ngày 26 tháng 11 năm 2026',
    title: 'VĂN BẢN XIN LỖI VÀ ĐỀ NGHỊ GIA HẠN THỜI GIAN GIẢI QUYẾT',
    to: 'Kính gửi: Ông/Bà Nguyễn Văn Giả',
    body: [
      'Ngày 10/11/2026, Sở Xây dựng tiếp nhận hồ sơ đề nghị giải quyết thủ tục hành chính: Cấp giấy phép xây dựng; mã hồ sơ: H99.01-261110-0042.',
      'Thời gian hẹn trả kết quả: 17 giờ 00 phút, ngày 23/11/2026.',
      'Đến nay, Sở Xây dựng chưa giải quyết xong hồ sơ theo thời gian đã hẹn.',
      'Nơi gây chậm: Phòng Quản lý quy hoạch.',
      'Lý do: Chờ ý kiến của đơn vị phối hợp.',
      'Sở Xây dựng xin lỗi Ông/Bà và hẹn lại thời gian trả kết quả: 17 giờ 00 phút, ngày 01/12/2026.',
      'Mong Ông/Bà thông cảm vì sự chậm trễ này.',
      'Trân trọng./.',
    ],
    signer: 'GIÁM ĐỐC',
    copies: ['- Như trên;', '- Lưu: VT, ……'],
  });
});

it.each([
  ['2025-09-14T09:00', 'PHIẾU XIN LỖI VÀ HẸN LẠI NGÀY TRẢ KẾT QUẢ'],
  ['2025-09-15T09:00', 'VĂN BẢN XIN LỖI VÀ ĐỀ NGHỊ GIA HẠN THỜI GIAN GIẢI QUYẾT'],
])('written %s it is titled %s', (now, title) => {
  expect(letterText({ ...FACTS, now }).title).toBe(title);
});

it('before the promised time it does not say that the time has passed', () => {
  expect(letterText({ ...FACTS, now: '2026-11-20T10:00' }).body[2]).toBe(
    'Sở Xây dựng dự kiến không giải quyết xong hồ sơ theo thời gian đã hẹn.',
  );
});

it('a company is not addressed as a person', () => {
  const text = letterText({ ...FACTS, name: 'Công ty TNHH Giả Định', organisation: true });
  expect(text.to).toBe('Kính gửi: Công ty TNHH Giả Định');
  expect(text.body.slice(-3)).toEqual([
    'Sở Xây dựng xin lỗi Quý cơ quan, tổ chức và hẹn lại thời gian trả kết quả: 17 giờ 00 phút, ngày 01/12/2026.',
    'Mong Quý cơ quan, tổ chức thông cảm vì sự chậm trễ này.',
    'Trân trọng./.',
  ]);
});

it('what is not known is left to be written by hand, never filled with a guess', () => {
  const text = letterText({
    ...FACTS,
    procedure: null,
    received: null,
    promised: null,
    newDate: null,
    name: ' ',
    place: '',
    signer: '',
  });
  expect([text.to, text.placeAndDay, text.signer]).toEqual([
    'Kính gửi: Ông/Bà ……………………',
    '……………………, ngày 26 tháng 11 năm 2026',
    '……………………',
  ]);
  expect(text.body.slice(0, 2)).toEqual(
    [
      'Ngày ……………………, Sở Xây dựng tiếp nhận hồ sơ đề nghị giải quyết thủ tục hành chính: ……………………; mã hồ sơ: H99.01-261110-0042.',
      'Thời gian hẹn trả kết quả: ……………………',
    ].map((line) => (line.endsWith('.') ? line : `${line}.`)),
  );
});

it('days below 10 and the first two months have a nought', () => {
  expect(letterText({ ...FACTS, now: '2026-02-05T09:00' }).placeAndDay).toContain('ngày 05 tháng 02 năm 2026');
  expect(letterText({ ...FACTS, now: '2026-03-05T09:00' }).placeAndDay).toContain('ngày 05 tháng 3 năm 2026');
});

const READY = {
  delayedAt: 'Phòng A',
  reason: 'Chờ ý kiến phối hợp.',
  kind: 'coordination',
  newDate: '2026-12-01T17:00',
};
const faults = (
  part: Partial<Omit<typeof READY, 'newDate'>> & { newDate?: string | null },
  reappointed: string[] | null = null,
) =>
  letterFaults(
    { ...READY, ...part },
    dossierOf({ promised: '2026-11-23T17:00', reappointed }),
    '2026-11-26T10:00',
    DEFAULT_OFFICE,
  );

it('place, reason and a working day to come are required', () => {
  expect(faults({})).toEqual({});
  expect(faults({ delayedAt: ' ', reason: 'bận', kind: '', newDate: null })).toEqual({
    'delayed-at': 'Ghi nơi gây chậm: tên cơ quan, đơn vị hoặc phòng.',
    reason: 'Ghi lý do ít nhất 10 ký tự.',
    'reason-kind': 'Chọn loại lý do.',
    'new-date': 'Chọn ngày, giờ hẹn mới.',
  });
  expect(faults({ newDate: '2026-11-28T09:00' })['new-date']).toContain('28/11/2026 cơ quan không làm việc');
  expect(faults({ newDate: '2026-11-26T09:00' })['new-date']).toContain('phải sau lúc này');
});

it('a second new date is refused; the one the back office shows already is the same one', () => {
  expect(faults({}, ['2026-11-30T17:00'])['new-date']).toContain('không cho hẹn lại lần thứ hai');
  expect(faults({}, ['2026-12-01T17:00'])).toEqual({});
});
