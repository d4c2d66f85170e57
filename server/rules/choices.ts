import { type Choice, readingOf } from './choice.ts';
import { READINGS } from './readings.ts';

/** Every place where the text leaves room, with its default, in the order screens print them. Shown with every result. */
export const CHOICES = [
  {
    key: 'index1.source',
    label: 'Nguồn của chỉ số 1',
    values: [
      { value: 'survey', label: 'Phiếu của người dân' },
      { value: 'system', label: 'Hệ thống một cửa' },
    ],
    default: 'survey',
    reason: 'Điều 14 lấy chỉ số 1 từ phiếu.',
    cite: { act: 'TT 01/2018/TT-VPCP', article: '14', certainty: 'text' },
  },
  {
    key: 'index1.onSpot',
    label: 'Kết quả có ngay khi nộp, không có giấy hẹn',
    values: [
      { value: 'missing', label: 'Không tính vào chỉ số 1' },
      { value: 'early', label: 'Coi là ngắn hơn quy định' },
      { value: 'onTime', label: 'Coi là bằng quy định' },
    ],
    default: 'missing',
    reason: 'Không có ngày hẹn thì không có gì để so sánh.',
    cite: readingOf('13'),
  },
  {
    key: 'index1.unfinishedOverdue',
    label: 'Hồ sơ quá hạn chưa giải quyết xong khi hết kỳ',
    values: [
      { value: 'zeroOnce', label: 'Tính 0 cho chỉ số 1 và 2, một lần, ở kỳ đến hạn' },
      { value: 'leaveOut', label: 'Chờ đến kỳ giải quyết xong' },
    ],
    default: 'zeroOnce',
    reason: 'Để lại thì hồ sơ càng trễ càng không bị tính.',
    cite: readingOf('15'),
  },
  {
    key: 'index2.citizen',
    label: 'Câu 2 của phiếu cũ trong chuỗi người dân',
    values: [
      { value: 'leaveOut', label: 'Lưu và báo cáo, không tính vào tổng điểm' },
      { value: 'count', label: 'Tính theo điểm in trên phiếu' },
    ],
    default: 'leaveOut',
    reason: 'Người dân không biết thời gian của từng cơ quan; Điều 14 lấy chỉ số 2 từ hệ thống.',
    cite: readingOf('14'),
  },
  {
    key: 'index3.fault',
    label: 'Lần liên hệ do lỗi của người nộp hồ sơ',
    values: [
      { value: 'drop', label: 'Không đếm lần liên hệ đó' },
      { value: 'lift', label: 'Nâng 0 điểm thành 1 điểm' },
    ],
    default: 'drop',
    reason: 'Điều 13 miễn mức 0 điểm nhưng không nói được 1 hay 2; bỏ lần do lỗi người nộp thì mọi mức đều công bằng.',
    cite: readingOf('13'),
  },
  {
    key: 'index4.reading',
    label: 'Cách hiểu «không cơ quan nào» và «1 cơ quan» ở chỉ số 4',
    values: [
      { value: 'circular', label: 'Theo thông tư: cơ quan duy nhất là Bộ phận Một cửa thì được 1 điểm' },
      { value: 'shift', label: 'Dịch một bậc: 1 cơ quan 2 điểm, 2 cơ quan 1 điểm, nhiều hơn 0 điểm' },
    ],
    default: 'circular',
    reason: 'Giữ đúng chữ của thông tư; cách dịch một bậc là đề nghị năm 2021 của Bình Thuận.',
    cite: readingOf('13'),
  },
  {
    key: 'index7.scale',
    label: 'Thang điểm chỉ số 7 trong chuỗi người dân',
    values: [
      { value: 'law', label: 'Theo thông tư: sớm hạn 2, đúng hạn 1, có nhũng nhiễu 0' },
      { value: 'attitude', label: 'Theo thái độ: lịch sự 2, bình thường 1, còn lại 0' },
    ],
    default: 'law',
    reason: 'Thông tư gắn thái độ với thời hạn và phản ánh, kiến nghị.',
    cite: readingOf('13'),
  },
  {
    key: 'index7.lateNoPetition',
    label: 'Trễ hạn nhưng không có phản ánh, kiến nghị',
    values: [
      { value: 'zero', label: '0 điểm' },
      { value: 'leaveOut', label: 'Không tính vào chỉ số 7' },
    ],
    default: 'zero',
    reason: 'Mức 2 cần sớm hạn, mức 1 cần đúng hạn; trễ hạn không đạt mức nào.',
    cite: readingOf('13'),
  },
  {
    key: 'index9.gap',
    label: 'Từ 30% hồ sơ trực tuyến nhưng dưới 20% thủ tục được đưa lên',
    values: [
      { value: 'one', label: '1 điểm' },
      { value: 'zero', label: '0 điểm' },
    ],
    default: 'one',
    reason: 'Trường hợp này rơi giữa mức 2 và mức 1.',
    cite: readingOf('13'),
  },
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
    key: 'gradeAsIs',
    label: 'Xếp loại khi thiếu chỉ số',
    values: [
      { value: 'no', label: 'Không xếp loại, ghi «chưa đủ chỉ số»' },
      { value: 'yes', label: 'Xếp loại theo tổng điểm hiện có' },
    ],
    default: 'no',
    reason: 'Thông tư bỏ chỉ số thiếu khỏi tổng điểm nhưng không đổi ngưỡng xếp loại.',
    cite: readingOf('15'),
  },
  {
    key: 'notEvaluated',
    label: 'Đơn vị không thực hiện đánh giá',
    values: [
      { value: 'noGrade', label: 'Không xếp loại' },
      { value: 'weak', label: 'Xếp loại Yếu, Rất không hài lòng (cách của Bình Thuận)' },
    ],
    default: 'noGrade',
    reason: 'Thông tư không nói; Bình Thuận xếp Yếu cho 7/124 xã năm 2020.',
    cite: readingOf('15'),
  },
  ...READINGS,
] as const satisfies readonly Choice[];

/** The settled choices of one tenant, e.g. `{ granularity: 'day', … }`; kept with every result. */
export type Choices = {
  readonly [C in (typeof CHOICES)[number] as C['key']]: C['values'][number]['value'];
};

export const DEFAULT_CHOICES = Object.fromEntries(CHOICES.map((choice) => [choice.key, choice.default])) as Choices;

/** Words of the value chosen for `key`, for people: `('granularity', 'day')` → `theo ngày`. */
export function choiceLabel<K extends keyof Choices>(key: K, value: Choices[K]): string {
  const choice: Choice | undefined = CHOICES.find((each) => each.key === key);
  return choice?.values.find((each) => each.value === value)?.label ?? value;
}
