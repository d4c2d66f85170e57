import type { Refusal } from '../refusal.ts';

/** What a row refused by the code behind the API is told: its own sentence may repeat what the cell holds, which is never kept. */
const TEXTS: Readonly<Record<string, string>> = {
  'unit.unknown': 'Không có đơn vị này. Xem mã ở Thiết lập, mục Đơn vị, hoặc nhập đơn vị trước.',
  'scope.denied': 'Dòng thuộc đơn vị ngoài phạm vi của tài khoản. Chỉ nhập đơn vị của mình, hoặc nhờ quản trị tỉnh.',
  'date.future': 'Ngày ở tương lai. Sửa ngày, hoặc để trống nếu chưa có.',
  'date.order': 'Ngày này sớm hơn ngày tiếp nhận. Xem lại hai ngày.',
  'unit.parent':
    'Đơn vị cấp trên không hợp lệ: phải có trong danh sách, và chỉ có một bậc trực thuộc. Sửa đơn vị cấp trên.',
  'unit.level': 'Cấp khai không phải cấp của đơn vị. Để trống cấp, hoặc ghi đúng cấp.',
  'period.unknown': 'Không có kỳ này. Chọn mã kỳ ở màn hình Kỳ đánh giá.',
  'period.closed': 'Kỳ này không mở nên không nhận số liệu. Chọn kỳ đang mở.',
  'dossier.unit': 'Hồ sơ thuộc đơn vị khác. Xem lại mã hồ sơ và đơn vị.',
  'dossier.unknown': 'Chưa có hồ sơ này trên máy chủ. Nhập hồ sơ trước, hoặc để trống cột.',
  'officer.inactive': 'Cán bộ này đã ngừng. Mở lại ở Thiết lập, mục Cán bộ.',
  'reason.missing': 'Kỳ đã khóa sổ. Đính chính từng đơn vị ở màn hình Số liệu đơn vị, kèm lý do.',
  'period.late': 'Ngày trả lời thuộc kỳ đã chốt nên phiếu không còn được nhận.',
  'period.none': 'Không có kỳ nào mở cho ngày này. Mở kỳ rồi nhập lại dòng này.',
  'token.used': 'Hồ sơ này đã có phiếu ở bước này. Không nhập hai phiếu cho một hồ sơ.',
  'response.conflict': 'Phiếu mang số này đã nhập với nội dung khác. Xem lại số phiếu.',
  'response.erased': 'Phiếu mang số này đã bị xóa và không nhập lại được.',
  'answer.required': 'Phiếu thiếu câu trả lời bắt buộc. Xem lại phiếu giấy.',
  'criterion.act':
    'Năm này chưa có bộ tiêu chí. Ghi văn bản ban hành bộ tiêu chí ở cột Văn bản của dòng này rồi nhập lại.',
  'answer.unknown': 'Phiếu có câu trả lời không nằm trong mẫu. Ghi mã hoặc nguyên văn một phương án của mẫu.',
};

/** @returns the sentence for the report, without anything of the row. */
export function faultText({ code }: Refusal): string {
  return TEXTS[code] ?? `Dòng không được nhận (${code}). Xem lại dòng theo tệp mẫu.`;
}
