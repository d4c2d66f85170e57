import { findingOn, type GivenIndex } from '../finding-qd766.ts';
import { group, type LawCase } from './case.ts';

type Row = readonly [name: string, given: GivenIndex, points: number | null, max: number, worked: string];

const rows: readonly Row[] = [
  ['Công bố đúng hạn 38 trong 40 thủ tục.', { index: '1.1', count: [38, 40] }, 570, 600, '6 × 38/40 = 5,70'],
  ['Công khai đúng hạn 3 trong 4 thủ tục.', { index: '1.2', count: [3, 4] }, 300, 400, '4 × 3/4 = 3,00'],
  ['199 trong 200 thủ tục công khai đủ nội dung.', { index: '1.3', count: [199, 200] }, 199, 200, '2 × 0,995 = 1,99'],
  ['Một phần ba thủ tục công khai đủ nội dung.', { index: '1.3', count: [1, 3] }, 67, 200, '2 : 3 = 0,6667 → 0,67'],
  [
    'Một phần mười sáu thủ tục công khai đủ nội dung, số lẻ đúng nửa được làm tròn lên.',
    { index: '1.3', count: [1, 16] },
    13,
    200,
    '2 : 16 = 0,125 → 0,13',
  ],
  ['Đồng bộ 9.800 trong 10.000 hồ sơ.', { index: '1.4', count: [9800, 10_000] }, 588, 600, '6 × 0,98 = 5,88'],
  ['80 trong 100 hồ sơ đúng hạn.', { index: '2.1', count: [80, 100] }, 1600, 2000, '20 × 80/100 = 16,00'],
  [
    'Thời gian trung bình chỉ để theo dõi.',
    { index: '2.2', count: [41_250, 9600] },
    null,
    0,
    'Không có điểm trong bảng.',
  ],
  [
    'Hồ sơ toàn trình chưa có điểm trước bản mô tả tháng 10/2026.',
    { index: '3.toanTrinh', count: [45, 90] },
    null,
    0,
    'Điểm của phần 3a còn chia 2 + 4 + 6.',
  ],
  ['64 % thủ tục cung cấp trực tuyến.', { index: '3.1', count: [64, 100] }, 160, 200, '2 × 64/80 = 1,60'],
  ['Một nửa dịch vụ trực tuyến có hồ sơ.', { index: '3.2', count: [50, 100] }, 200, 400, '4 × 0,5 = 2,00'],
  ['35 % hồ sơ nộp trực tuyến.', { index: '3.3', count: [35, 100] }, 420, 600, '6 × 35/50 = 4,20'],
  [
    '35 % hồ sơ nộp trực tuyến, đồng bộ 98 %: cách tính của Cổng không nhân tỷ lệ đồng bộ.',
    { index: '3.3', count: [35, 100], sync: [98, 100] },
    420,
    600,
    '6 × 35/50 = 4,20',
  ],
  ['60 % thủ tục thu phí có trên Cổng.', { index: '3.5a', count: [60, 100] }, 150, 200, '2,5 × 0,60 = 1,50'],
  [
    'Số thủ tục trên Cổng vượt số thủ tục có phí vẫn chỉ được 2 điểm.',
    { index: '3.5a', count: [120, 100] },
    200,
    200,
    '2,5 × 1,2 = 3,00, chặn ở trần 2',
  ],
  ['64 % thủ tục có giao dịch trực tuyến.', { index: '3.5b', count: [64, 100] }, 160, 200, '2,5 × 0,64 = 1,60'],
  ['Một nửa hồ sơ thanh toán trực tuyến.', { index: '3.6', count: [50, 100] }, 300, 600, '6 × 0,5 = 3,00'],
  ['95 % hồ sơ có kết quả điện tử.', { index: '4.1', count: [95, 100] }, 570, 600, '6 × 0,95 = 5,70'],
  ['75 % hồ sơ được số hóa.', { index: '4.2', count: [75, 100] }, 300, 400, '4 × 0,75 = 3,00'],
  ['30 % chứng thực bản sao điện tử.', { index: '4.chungThuc', count: [30, 100] }, 60, 200, '2 × 0,3 = 0,60'],
  ['Một nửa hồ sơ sử dụng lại dữ liệu số hóa.', { index: '4.3', count: [50, 100] }, 125, 200, '2 × 50/80 = 1,25'],
  ['Một phần tư hồ sơ số hóa được chia sẻ.', { index: '4.4', count: [25, 100] }, 100, 400, '4 × 0,25 = 1,00'],
  ['90 % thủ tục dùng dữ liệu dân cư.', { index: '4.5a', count: [90, 100] }, 180, 200, '2 × 0,9 = 1,80'],
  ['70 % hồ sơ dùng dữ liệu dân cư.', { index: '4.5b', count: [70, 100] }, 140, 200, '2 × 0,7 = 1,40'],
  [
    'Phân loại phản ánh, kiến nghị chỉ để theo dõi.',
    { index: '5.1', count: [3, 10] },
    null,
    0,
    'Tối đa 0 điểm trong bảng.',
  ],
  ['90 % phản ánh xử lý đúng hạn.', { index: '5.2', count: [90, 100] }, 540, 600, '6 × 0,9 = 5,40'],
  ['Hai phần ba phản ánh được hài lòng.', { index: '5.3', count: [2, 3] }, 400, 600, '6 × 2/3 = 4,00'],
  ['Mức hài lòng theo hồ sơ 81 %.', { index: '5.4', count: [81, 100] }, 540, 600, '6 × 81/90 = 5,40'],
];

export const QD766_INDICES_2022 = group(
  'QĐ 766: từng chỉ số theo cách tính của Cổng tháng 9/2026 (160 là 1,60 điểm)',
  (given: GivenIndex, on) => {
    const { points, max } = findingOn(on, given);
    return { points, max };
  },
  rows.map(
    ([name, given, points, max, worked]): LawCase<GivenIndex, { points: number | null; max: number }> => ({
      name,
      on: '2026-09-30',
      given,
      expect: { points, max },
      article: `QĐ 766/QĐ-TTg, chỉ số ${given.index}`,
      worked,
    }),
  ),
);
