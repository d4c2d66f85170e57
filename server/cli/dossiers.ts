import { DUTIES } from '#rules/duties/index.ts';
import { dossiersInput } from '#wire/dossiers-input.ts';
import { DOSSIERS_EXAMPLE } from './dossiers-example.ts';
import { dossiersResult } from './dossiers-result.ts';
import { jsonCommand } from './json-command.ts';

/** Judges dossiers one by one from a JSON file and draws up their table of statistics. */
export const dossiers = jsonCommand({
  name: 'dossiers',
  summary:
    'Xét từng hồ sơ từ tệp JSON («-» đọc từ đầu vào chuẩn): còn hạn hay quá hạn, từng bước, từng nghĩa vụ theo nghị định, ngày tháng không khớp; lập bảng thống kê theo Biểu II.06a; tìm hồ sơ có hạn đổi khi lịch nghỉ đổi. --example in một đầu vào mẫu tự đặt.',
  option: { name: 'calendar-before', usage: '--calendar-before NGÀY' },
  details: [
    [
      '--calendar-before NGÀY',
      'Liệt kê hồ sơ chưa xong có hạn khác với khi tính bằng lịch nghỉ như đã biết vào ngày ấy, dạng 2024-04-11. Không sửa hạn nào.',
    ],
    ['now', 'Lúc đọc dữ liệu, giờ Việt Nam, dạng 2026-11-20T10:00.'],
    ['period', 'from và lastDay của kỳ thống kê, tính cả ngày cuối; bỏ trống là không lập bảng.'],
    ['choices', 'Những lựa chọn khác mặc định: compareWith, granularity, clockAfterSupplement…; như của lệnh score.'],
    [
      'hours',
      'Giờ làm việc chung cho các đơn vị: sessions, counted, extraWorkday như --weeks của lệnh due. Bỏ trống: thứ Hai đến thứ Sáu, 07:30–11:30 và 13:00–17:00.',
    ],
    ['dossiers[]', 'Hồ sơ, nhiều nhất 100.000, mã không lặp; không có thông tin người nộp.'],
    ['  dossier.code, .unit, .procedure, .officer', 'Mã hồ sơ, đơn vị, thủ tục, cán bộ; null là không rõ.'],
    ['  dossier.channel', 'counter (tại quầy), online (trực tuyến), post (bưu chính); null là không rõ.'],
    [
      '  dossier.state',
      'new, received, refused, processing, waitingSupplement, waitingPayment, withdrawn, stopped, ready, returned.',
    ],
    ['  dossier.received, .promised', 'Lúc tiếp nhận; lúc hẹn trả in trên giấy hẹn đầu tiên.'],
    ['  dossier.reappointed', 'Các ngày hẹn lại; [] là không có, null là danh sách không cho biết.'],
    ['  dossier.ready, .returned', 'Lúc xử lý xong; lúc trả kết quả.'],
    [
      '  dossier.pauses[]',
      'Lần tạm dừng: kind (supplement chờ bổ sung, payment chờ nộp phí), from, to (null là chưa xong).',
    ],
    ['  dossier.supplements, .limitDays', 'Số lần yêu cầu bổ sung; thời hạn theo ngày làm việc; null là không rõ.'],
    ['  dossier.steps[]', 'Từng bước: unit, officer, due, ended; bỏ trống là không đọc được.'],
    [
      '  dossier.receivedBy, .handlers[]',
      'Cán bộ tiếp nhận; những người xử lý chính và lúc nhận việc (officer, from).',
    ],
    ['  acts', 'Việc cơ quan đã làm; bỏ trống là không ghi, null hoặc [] là biết chắc chưa có.'],
    ['    submitted, alerted, answered', 'Hồ sơ trực tuyến: hệ thống nhận, báo người tiếp nhận, trả lời lần đầu.'],
    ['    supplementNotices[], apologies[]', 'Các thông báo yêu cầu bổ sung; các văn bản xin lỗi.'],
    ['    handedOver, refused', 'Chuyển cho cơ quan giải quyết; văn bản từ chối.'],
    ['    competentReceived, forwarded', 'Nộp ở nơi khác: cơ quan có thẩm quyền nhận; chuyển hồ sơ giấy đi.'],
    ['    errorFound, corrected', 'Phát hiện kết quả sai do lỗi của cơ quan; sửa xong.'],
    ['  changes[]', 'Nhật ký đổi ngày hẹn trả: at (lúc đổi), from (ngày cũ), to (ngày mới).'],
    [
      '→ dossiers[].standing',
      'status (early, onTime, dueSoon, overdue, paused, unknown), due, basis (promised, legal), minutes (phút làm việc còn lại hoặc quá; dayMinutes là một ngày), because, ends (vì sao hết hạn lúc đóng cửa), restarted (điều làm thời hạn tính lại), unverified (chỗ chưa chắc của lịch), evidence.',
    ],
    ['→ dossiers[].steps', 'Từng bước: status, minutes; fault là ngày sai, null là không có.'],
    [
      '→ dossiers[].duties',
      `state (met, breached, pending, notApplicable, unknown), by (hạn), because, citeText, evidence của từng nghĩa vụ: ${DUTIES.map(({ id }) => id).join(', ')}.`,
    ],
    ['→ dossiers[].dateChecks', 'Ngày tháng không khớp nhau: check, because, citeText, evidence; [] là không thấy.'],
    [
      '→ statistics',
      'total và từng đơn vị: row (các cột, tên ở columns), beside (đang tạm dừng, không rõ kỳ, chưa tiếp nhận), faults (đẳng thức không khớp).',
    ],
    [
      '→ touched',
      'Hồ sơ có hạn đổi: code, basis, before, after (null là lịch không tới), because; null khi không hỏi.',
    ],
  ],
  schema: () => dossiersInput,
  example: DOSSIERS_EXAMPLE,
  dated: 'dossiers',
  result: dossiersResult,
});
