import { type Choice, readingOf } from './choice.ts';

/** Choices on how findings become indices, totals, grades and results of officers. */
export const RESULT_CHOICES = [
  {
    key: 'citizen.evidence',
    label: 'Phiếu được tính vào kết quả chính thức',
    values: [
      { value: 'verified', label: 'Phiếu từ cổng, từ mã trên giấy hẹn hoặc phiếu giấy đã đối chiếu' },
      { value: 'all', label: 'Mọi phiếu, kể cả phiếu cán bộ gửi và phiếu không kèm mã' },
    ],
    default: 'verified',
    reason: 'Phiếu cán bộ gửi và phiếu không kèm mã dễ bị chi phối nên in riêng.',
    cite: readingOf('14'),
  },
  {
    key: 'denominator',
    label: 'Mẫu số của từng chỉ số',
    values: [
      { value: 'withValue', label: 'Số hồ sơ có giá trị của chỉ số đó, in kèm' },
      { value: 'complete', label: 'Chỉ hồ sơ có đủ mọi chỉ số cùng nguồn, một mẫu số chung' },
    ],
    default: 'withValue',
    reason: 'Hồ sơ không có thông tin thì không tính; mỗi chỉ số một n.',
    cite: readingOf('15'),
  },
  {
    key: 'rounding',
    label: 'Số lẻ đúng nửa đơn vị khi làm tròn một chữ số',
    values: [
      { value: 'halfUp', label: 'Làm tròn lên' },
      { value: 'halfEven', label: 'Làm tròn về số chẵn' },
      { value: 'truncate', label: 'Cắt bỏ phần lẻ' },
    ],
    default: 'halfUp',
    reason: 'Thông tư chỉ nói làm tròn một chữ số; làm tròn lên là cách thông thường.',
    cite: readingOf('15'),
    acts: 'onResults',
  },
  {
    key: 'total',
    label: 'Tổng điểm',
    values: [
      { value: 'sumOfRounded', label: 'Tổng các chỉ số đã làm tròn' },
      { value: 'roundOfSum', label: 'Cộng số chưa làm tròn rồi làm tròn một lần' },
    ],
    default: 'sumOfRounded',
    reason: 'Người đọc cộng lại các chỉ số in trên bảng thì ra đúng tổng.',
    cite: readingOf('15'),
    acts: 'onResults',
  },
  {
    key: 'year.pool',
    label: 'Kết quả năm',
    values: [
      { value: 'dossiers', label: 'Cộng dồn từ các hồ sơ của bốn quý' },
      { value: 'meanOfQuarters', label: 'Trung bình kết quả các quý' },
    ],
    default: 'dossiers',
    reason: 'Quý ít hồ sơ không được nặng bằng quý nhiều hồ sơ.',
    cite: readingOf('15'),
    acts: 'onResults',
  },
  {
    key: 'officer.attribution',
    label: 'Điểm thuộc về cán bộ nào',
    values: [
      {
        value: 'byStep',
        label:
          'Chỉ số 1: người xử lý chính; 2: người làm bước đó; 3, 4, 7: người tiếp nhận. Ai chỉ tiếp nhận hoặc chỉ xử lý thì thiếu chỉ số nên mặc định không có mức hoàn thành',
      },
      { value: 'mainProcessor', label: 'Mọi chỉ số thuộc người xử lý chính' },
    ],
    default: 'byStep',
    reason: 'Mỗi chỉ số thuộc người làm việc được đo; chuyển hồ sơ thì chia theo ngày.',
    cite: readingOf('15'),
  },
  {
    key: 'officer.total',
    label: 'Tổng điểm của cán bộ thiếu chỉ số',
    values: [
      { value: 'own', label: 'Chỉ cộng chỉ số của cán bộ; thiếu thì theo lựa chọn «Xếp loại khi thiếu chỉ số»' },
      { value: 'withUnit', label: 'Chỉ số cán bộ không có thì lấy chỉ số của đơn vị' },
    ],
    default: 'own',
    reason: 'Ngưỡng 5 và 3,5 điểm đặt cho đủ năm chỉ số; không lấy kết quả của người khác làm kết quả của cán bộ.',
    cite: readingOf('15'),
    acts: 'onResults',
  },
  {
    key: 'appraised',
    label: 'Điểm thẩm định thay cho điểm nào',
    values: [
      { value: 'declaredOnly', label: 'Chỉ thay số kê khai (chỉ số 5, 6); còn lại đứng cạnh' },
      { value: 'every', label: 'Thay mọi chỉ số đã thẩm định' },
    ],
    default: 'declaredOnly',
    reason: 'Thẩm định không thay số liệu hệ thống và phiếu của người dân.',
    cite: readingOf('14'),
    acts: 'onResults',
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
    acts: 'onResults',
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
    acts: 'onResults',
  },
  {
    key: 'satisfaction.label',
    label: 'Mức độ hài lòng ghi cạnh xếp loại',
    values: [
      { value: 'none', label: 'Không ghi' },
      { value: 'binhThuan', label: 'Ghi theo bảng của Bình Thuận: Xuất sắc là Rất hài lòng …' },
    ],
    default: 'none',
    reason:
      'Không văn bản toàn quốc nào suy mức hài lòng từ xếp loại; tỉnh khác dùng bảng của Bình Thuận thì ghi là cách hiểu.',
    cite: readingOf('15'),
    acts: 'onResults',
  },
  {
    key: 'ruleset.straddle',
    label: 'Kỳ có nhiều bộ quy tắc lần lượt hiệu lực',
    values: [
      { value: 'ask', label: 'Không chấm cho đến khi chọn' },
      { value: 'lastDay', label: 'Bộ quy tắc có hiệu lực vào ngày cuối kỳ' },
      { value: 'firstDay', label: 'Bộ quy tắc có hiệu lực vào ngày đầu kỳ' },
    ],
    default: 'ask',
    reason: 'Không văn bản nào nói; người có thẩm quyền phải chọn.',
    cite: readingOf('15'),
  },
] as const satisfies readonly Choice[];
