import { contentsInput } from '#wire/contents-input.ts';
import { CONTENTS_EXAMPLE } from './contents-example.ts';
import { contentsResult } from './contents-result.ts';
import { jsonCommand } from './json-command.ts';

/** Shows what citizens said of the nine contents of NĐ 118/2025/NĐ-CP, from a JSON file. */
export const contents = jsonCommand({
  name: 'contents',
  summary:
    'Chín nội dung người dân đánh giá theo Nghị định 118/2025/NĐ-CP (từ 01/7/2025) từ tệp JSON («-» đọc từ đầu vào chuẩn): tỷ lệ và khoảng tin cậy, không có điểm; kèm năm nhóm đánh giá cơ quan nếu có số liệu QĐ 766.',
  details: [
    ['lastDay', 'Ngày cuối kỳ, dạng 2026-09-30; kỳ kết thúc trước 01/7/2025 bị từ chối.'],
    ['survey, version', 'Mã và phiên bản phiếu; bỏ trống version: phiên bản mới nhất.'],
    ['stage', 'returned (sau khi có kết quả, mặc định) hoặc submitted (ngay sau khi nộp).'],
    ['answers[]', 'Câu trả lời của từng người: mã câu hỏi → mã phương án; góp ý bằng lời là chính lời ấy.'],
    ['tallies.CÂU.PHƯƠNG_ÁN', 'Thay cho answers: số người chọn mỗi phương án; góp ý bằng lời đếm ở text.'],
    ['qd766.level, qd766.counts', 'Cấp và số liệu như lệnh score766, cùng nơi và cùng kỳ; null: bỏ phần cơ quan.'],
    ['→ contents', 'Chín nội dung a–i: số câu trả lời n, declined (chọn không rõ), lý do, căn cứ.'],
    [
      '→ contents.shares, .favourable',
      'Số người, tỷ lệ theo phần nghìn (share) và khoảng tin cậy Wilson 95 % (interval) của mỗi phương án, của câu trả lời thuận lợi (cách hiểu). null: phiếu không hỏi hoặc chưa ai trả lời.',
    ],
    [
      '→ agency',
      'Năm nhóm của Điều 32, mỗi nhóm theo nhóm đo nó của QĐ 766: điểm (phần trăm của điểm), trên tổng trần đã có số liệu (of), thiếu gì, chỉ số nào chưa biết điểm tối đa.',
    ],
    ['→ caveats', 'Điều cần biết khi đọc kết quả, ví dụ văn bản mới chưa đối chiếu.'],
  ],
  schema: () => contentsInput,
  example: CONTENTS_EXAMPLE,
  dated: 'lastDay',
  result: contentsResult,
});
