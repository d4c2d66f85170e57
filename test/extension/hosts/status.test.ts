import { expect, it } from 'vitest';
import { meaningOf } from '#rules/labels.ts';
import { stateOf, stateOfRemaining } from '#rules/state-words.ts';

it.each([
  ['Mới đăng ký', 'new'],
  ['Được tiếp nhận', 'received'],
  ['Đang xử lý liên thông', 'processing'],
  ['Đã bổ sung', 'processing'],
  ['Chờ bổ sung', 'waitingSupplement'],
  ['Yêu cầu bổ sung giấy tờ', 'waitingSupplement'],
  ['Chờ bổ sung giấy tờ', 'waitingSupplement'],
  ['Yêu cầu thực hiện nghĩa vụ tài chính', 'waitingPayment'],
  ['Chờ nộp phí, lệ phí', 'waitingPayment'],
  ['Đã xử lý xong', 'ready'],
  ['Chờ trả kết quả (BCCI)', 'ready'],
  ['ĐÃ TRẢ KẾT QUẢ', 'returned'],
  ['Từ chối tiếp nhận', 'refused'],
  ['Dừng xử lý', 'stopped'],
  ['Công dân yêu cầu rút hồ sơ', 'withdrawn'],
  ['Đang xử lý - Phòng Tư pháp', 'processing'],
])('%s is %s', (text, state) => {
  expect(stateOf(text)).toBe(state);
});

it('two states in one text are none; the same state twice is one', () => {
  expect(stateOf('Đang xử lý - Chờ bổ sung')).toBeNull();
  expect(stateOf('Đã trả kết quả (Từ chối xử lý)')).toBeNull();
  expect(stateOf('Chờ bổ sung (Tạm dừng xử lý)')).toBe('waitingSupplement');
});

it.each(['', 'Đã trả hồ sơ để bổ sung', 'Hoàn tất bước 3', 'Đã'])('%j is not guessed', (text) => {
  expect(stateOf(text)).toBeNull();
});

it('remaining time tells a running dossier from a resting one, a verdict tells neither', () => {
  expect(stateOfRemaining('Còn 1.5 ngày')).toBe('processing');
  expect(stateOfRemaining('Quá hạn 5 ngày 2 giờ')).toBe('processing');
  expect(stateOfRemaining('Tạm dừng xử lý')).toBe('waitingSupplement');
  expect(stateOfRemaining('Quá hạn')).toBeNull();
  expect(stateOfRemaining('-3')).toBeNull();
});

it.each([
  ['Ngày hẹn trả kết quả', 'promised'],
  ['  MÃ HỒ SƠ * ', 'code'],
  ['Hạn giải quyết (ngày)', 'duration'],
  ['Ngày\u00a0tiếp\nnhận :', 'received'],
  ['Chủ hồ sơ', 'applicant'],
  // The same word typed with combining marks.
  ['Trạng thái'.normalize('NFD'), 'status'],
])('the label %j means %s', (label, meaning) => {
  expect(meaningOf(label)).toBe(meaning);
});

it('a label nobody knows means nothing', () => {
  expect(meaningOf('Phí, lệ phí')).toBeNull();
});
