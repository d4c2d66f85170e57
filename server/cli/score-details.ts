import { CHOICES } from '#rules/choices.ts';
import type { Detail } from './command.ts';

/** Every field `cli score` reads and prints, for its `--help`. */
export const SCORE_DETAILS: readonly Detail[] = [
  ['FILE | -', 'Tệp JSON của một đơn vị trong một kỳ; «-» đọc từ đầu vào chuẩn.'],
  ['--example', 'In một đầu vào mẫu đầy đủ rồi dừng.'],
  [
    '--compare KHÓA=GIÁ_TRỊ[,…]',
    'Không in kết quả mà in kết quả trước và sau khi đổi các lựa chọn đó, và điểm của hồ sơ nào đổi vì sao.',
  ],
  ['period.from, period.lastDay', 'Ngày đầu và ngày cuối kỳ, viết 2026-10-01; cả hai ngày đều thuộc kỳ.'],
  [
    'decision',
    'Quyết định của tỉnh còn áp dụng chín chỉ số: act (số, ngày, cơ quan), ruleset (tt01-2018, binh-thuan-1063, tay-ninh-800), from, to (ngày liền sau ngày hết hiệu lực, hoặc null). Cần cho kỳ kết thúc sau 30/6/2025, trừ khi chọn ruleset.straddle=firstDay.',
  ],
  [
    'choices',
    `Các lựa chọn khác mặc định. Khóa và giá trị: ${CHOICES.map(({ key, values }) => `${key} (${values.map(({ value }) => value).join(' | ')})`).join('; ')}.`,
  ],
  [
    'hours',
    'Giờ làm việc: sessions theo thứ (0 là Chủ Nhật … 6 là thứ Bảy; phút kể từ 0 giờ), counted (những thứ tính là ngày làm việc), extraWorkday (ngày làm bù). Bỏ trống: năm ngày, mỗi ngày tám giờ.',
  ],
  ['evaluated', 'false: đơn vị không tự chấm và không gửi số liệu đúng hạn. Mặc định true.'],
  [
    'unitFacts.oneStop',
    'Chỉ số 5: listed (thủ tục phải đưa ra), receivedAndReturned, wholeCycle (làm trọn quy trình), level (province | district | commune).',
  ],
  ['unitFacts.disclosure', 'Chỉ số 6: both, one hoặc faulty.'],
  ['unitFacts.petitions', 'Chỉ số 8: received, onTime, prolonged.'],
  [
    'unitFacts.online',
    'Chỉ số 9: eligibleProcedures, onlineProcedures, dossiers, onlineDossiers, abandonedOrOverdue; wholeProcedures và wholeDossiers (toàn trình) cần cho index9.levels=wholeOnly.',
  ],
  ['appraised', 'Điểm thẩm định của đơn vị theo chỉ số, phần mười: từ 0 đến 20.'],
  [
    'dossiers[].dossier',
    'Hồ sơ như máy chủ nhận: mã, đơn vị, cán bộ, các mốc thời gian (2026-10-05T08:15), tạm dừng, số lần bổ sung, các bước. null: biết là không có.',
  ],
  [
    'dossiers[].verifiedPetition',
    'Có phản ánh đã xác minh về thái độ hay không; null: còn chờ kết luận; bỏ trống: không ghi nhận.',
  ],
  [
    'dossiers[].citizen',
    'Người dân cho biết: punctuality, contacts, contactsByApplicant, otherAgencies, siteVisit, onlyServices, disclosure, attitude. Bỏ trống: không biết.',
  ],
  ['dossiers[].legacy', 'Điểm in trên phương án của phiếu cũ, theo chỉ số, phần mười.'],
  [
    'dossiers[].proof',
    'Vì sao biết phiếu là của hồ sơ này: citizen, portal, receipt, paper, officerLink, open. Bỏ trống: receipt.',
  ],
  ['dossiers[].self', 'Điểm cán bộ tự chấm theo chỉ số, phần mười.'],
  [
    'Kết quả',
    'findings (từng điểm, lý do, căn cứ), series (ba chuỗi và số liệu đơn vị), official (chỉ số chính thức và nguồn), totals, grades, missing, answersApart (phiếu không tính), leftOut (hồ sơ không thuộc kỳ), caveats.',
  ],
  ['Điểm', 'Số nguyên phần mười: 139 là 13,9 điểm. null: không tính, lý do ở because.'],
];
