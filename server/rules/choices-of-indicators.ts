import { type Choice, readingOf } from './choice.ts';

/** Choices that decide the points of one indicator. */
export const INDICATOR_CHOICES = [
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
      { value: 'zeroOnce', label: 'Chuỗi hệ thống tính 0 cho chỉ số 1 và 2, một lần, ở kỳ đến hạn' },
      { value: 'leaveOut', label: 'Chuỗi hệ thống chờ đến kỳ giải quyết xong' },
    ],
    default: 'zeroOnce',
    reason:
      'Để lại thì hồ sơ càng trễ càng không bị tính. Điểm chính thức của chỉ số 1 chỉ có số 0 này khi nguồn của chỉ số 1 là hệ thống; lấy từ phiếu thì chỉ chuỗi hệ thống có.',
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
    key: 'index2.agencies',
    label: 'Nhiều cơ quan cùng làm một hồ sơ (chỉ số 2)',
    values: [
      {
        value: 'own',
        label: 'Chấm bước của đơn vị được đánh giá, nhiều bước thì bước tệ nhất; các bước khác ghi riêng',
      },
      { value: 'slowest', label: 'Chấm theo bước chậm nhất trong mọi cơ quan' },
    ],
    default: 'own',
    reason: 'Thông tư nói «từng cơ quan»; mỗi đơn vị chịu phần của mình.',
    cite: readingOf('13'),
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
    key: 'index4.contacts',
    label: 'Phiếu bỏ trống câu 3: có phải liên hệ lại nơi nộp hồ sơ hay không (chỉ số 4)',
    values: [
      { value: 'survey', label: 'Không tính phiếu đó vào chỉ số 4 khi phải biết' },
      { value: 'system', label: 'Lấy số lần liên hệ của hệ thống, có ghi rõ' },
    ],
    default: 'survey',
    reason: 'Ý kiến người dân và số liệu hệ thống là hai chuỗi riêng, không lấp chỗ trống cho nhau.',
    cite: readingOf('14'),
  },
  {
    key: 'index4.oneOther',
    label: 'Chỉ phải liên hệ đúng 1 cơ quan, không phải Bộ phận Một cửa (chỉ số 4)',
    values: [
      { value: 'zero', label: '0 điểm' },
      { value: 'one', label: '1 điểm' },
    ],
    default: 'zero',
    reason: 'Mức 1 cần cơ quan đó là Bộ phận Một cửa, mức 0 nói trên 1 cơ quan; trường hợp này rơi vào khoảng trống.',
    cite: readingOf('13'),
  },
  {
    key: 'index4.exclude',
    label: 'Ngân hàng, kho bạc, bưu điện, nơi chứng thực giấy tờ, khi nguồn số liệu ghi riêng (chỉ số 4)',
    values: [
      { value: 'services', label: 'Không tính là cơ quan phải liên hệ' },
      { value: 'none', label: 'Tính như mọi cơ quan khác' },
    ],
    default: 'services',
    reason:
      'Các nơi này không tham gia hoàn thiện hồ sơ. Phiếu hiện nay đã dặn không kể các nơi này, nên lựa chọn chỉ tác động khi nguồn số liệu nói rõ có nơi như vậy.',
    cite: readingOf('13'),
  },
  {
    key: 'index6.source',
    label: 'Chỉ số 6 của đơn vị lấy từ',
    values: [
      { value: 'unit', label: 'Số liệu công khai của đơn vị, tính một lần' },
      { value: 'dossiers', label: 'Trung bình các phiếu theo hồ sơ' },
    ],
    default: 'unit',
    reason: 'Thông tư để chỉ số 6 ở cả hai danh sách; tính một lần thì không trùng.',
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
    key: 'index9.levels',
    label: 'Dịch vụ công mức 3, 4 từ khi bỏ phân mức (chỉ số 9)',
    values: [
      { value: 'wholeAndPart', label: 'Dịch vụ công toàn trình và một phần' },
      { value: 'wholeOnly', label: 'Chỉ dịch vụ công toàn trình' },
    ],
    default: 'wholeAndPart',
    reason: 'Từ năm 2022 không còn mức 3, 4.',
    cite: readingOf('13'),
  },
] as const satisfies readonly Choice[];
