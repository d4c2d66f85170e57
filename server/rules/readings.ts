import { type Choice, readingOf } from './choice.ts';

/** Readings of the text that are declared with every result but offer no other value. */
export const READINGS = [
  {
    key: 'index4.exclude',
    label: 'Nơi không tính là cơ quan phải liên hệ',
    values: [{ value: 'services', label: 'Ngân hàng, kho bạc, bưu điện, nơi chứng thực giấy tờ' }],
    default: 'services',
    reason: 'Các nơi này không tham gia hoàn thiện hồ sơ; câu hỏi đã nói rõ.',
    cite: readingOf('13'),
  },
  {
    key: 'index9.levels',
    label: 'Dịch vụ công mức 3, 4 sau khi bỏ phân mức',
    values: [{ value: 'wholeAndPart', label: 'Dịch vụ công toàn trình và một phần' }],
    default: 'wholeAndPart',
    reason: 'Từ năm 2022 không còn mức 3, 4.',
    cite: readingOf('13'),
  },
  {
    key: 'period.membership',
    label: 'Hồ sơ thuộc kỳ nào',
    values: [{ value: 'ended', label: 'Kỳ có ngày kết thúc xử lý' }],
    default: 'ended',
    reason: 'Chỉ khi xử lý xong mới biết đủ thời gian và thái độ.',
    cite: readingOf('15'),
  },
  {
    key: 'ruleset.on',
    label: 'Bộ quy tắc áp dụng cho kỳ',
    values: [{ value: 'lastDay', label: 'Bộ quy tắc có hiệu lực vào ngày cuối kỳ' }],
    default: 'lastDay',
    reason: 'Việc chấm điểm và xếp loại làm khi hết kỳ.',
    cite: readingOf('15'),
  },
  {
    key: 'denominator',
    label: 'Mẫu số của từng chỉ số',
    values: [{ value: 'withValue', label: 'Số hồ sơ có giá trị của chỉ số đó, in kèm' }],
    default: 'withValue',
    reason: 'Hồ sơ không có thông tin thì không tính; mỗi chỉ số một n.',
    cite: readingOf('15'),
  },
  {
    key: 'rounding',
    label: 'Làm tròn',
    values: [
      {
        value: 'halfUpOnce',
        label: 'Một lần trên các hồ sơ của đơn vị, nửa làm tròn lên; tổng = tổng chỉ số đã làm tròn',
      },
    ],
    default: 'halfUpOnce',
    reason: 'Thông tư chỉ nói làm tròn một chữ số. Năm cộng dồn từ hồ sơ, không lấy trung bình các quý.',
    cite: readingOf('15'),
  },
  {
    key: 'citizen.evidence',
    label: 'Phiếu được tính vào kết quả chính thức',
    values: [{ value: 'verified', label: 'Phiếu từ cổng, từ mã trên giấy hẹn hoặc phiếu giấy đã đối chiếu' }],
    default: 'verified',
    reason: 'Phiếu cán bộ gửi và phiếu không kèm mã được in riêng.',
    cite: readingOf('14'),
  },
  {
    key: 'officer.attribution',
    label: 'Điểm thuộc về cán bộ nào',
    values: [{ value: 'byStep', label: 'Chỉ số 1: người xử lý chính; 2: người làm bước đó; 3, 4, 7: người tiếp nhận' }],
    default: 'byStep',
    reason: 'Mỗi chỉ số thuộc người làm việc được đo; chuyển hồ sơ thì chia theo ngày.',
    cite: readingOf('15'),
  },
  {
    key: 'appraised',
    label: 'Điểm thẩm định thay cho điểm nào',
    values: [{ value: 'declaredOnly', label: 'Chỉ thay số kê khai (chỉ số 5, 6); còn lại đứng cạnh' }],
    default: 'declaredOnly',
    reason: 'Điểm tự chấm và thẩm định không thay số liệu hệ thống.',
    cite: readingOf('14'),
  },
] as const satisfies readonly Choice[];
