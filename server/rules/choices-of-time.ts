import { type Choice, readingOf } from './choice.ts';

/** Choices on how time is counted and compared, and which period a dossier belongs to. */
export const TIME_CHOICES = [
  {
    key: 'compareWith',
    label: 'So thời gian với',
    values: [
      { value: 'promised', label: 'Ngày hẹn in trên giấy hẹn' },
      { value: 'legal', label: 'Thời hạn theo quy định, tính lại' },
    ],
    default: 'promised',
    reason: 'Ngày hẹn là lời hứa với người dân và luôn có trong dữ liệu.',
    cite: readingOf('13'),
  },
  {
    key: 'granularity',
    label: 'Mức so sánh «bằng thời gian quy định»',
    values: [
      { value: 'day', label: 'theo ngày' },
      { value: 'halfDay', label: 'theo buổi' },
      { value: 'timestamp', label: 'theo giờ' },
    ],
    default: 'day',
    reason: 'So từng phút thì gần như không hồ sơ nào đúng hạn.',
    cite: readingOf('13'),
  },
  {
    key: 'clockAfterSupplement',
    label: 'Thời hạn sau khi bổ sung hồ sơ',
    values: [
      { value: 'restart', label: 'Tính lại từ đầu' },
      { value: 'subtract', label: 'Trừ thời gian chờ bổ sung' },
    ],
    default: 'restart',
    reason: 'Khoản 4 Điều 19 NĐ 61/2018 và khoản 5 Điều 19 NĐ 118/2025 tính lại từ đầu; Cổng quốc gia thì trừ.',
    cite: { act: 'NĐ 118/2025/NĐ-CP', article: '19', clause: '5', certainty: 'text' },
  },
  {
    key: 'period.membership',
    label: 'Hồ sơ thuộc kỳ nào',
    values: [
      { value: 'ended', label: 'Kỳ có ngày kết thúc xử lý' },
      { value: 'received', label: 'Kỳ có ngày tiếp nhận' },
      { value: 'returned', label: 'Kỳ có ngày trả kết quả' },
    ],
    default: 'ended',
    reason: 'Chỉ khi xử lý xong mới biết đủ thời gian và thái độ.',
    cite: readingOf('15'),
  },
] as const satisfies readonly Choice[];
