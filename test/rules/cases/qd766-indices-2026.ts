import { findingOn, type GivenIndex } from '../finding-qd766.ts';
import { group, type LawCase } from './case.ts';

type Row = readonly [name: string, given: GivenIndex, points: number | null, max: number | null, worked: string];

const FOLLOWED = 'Bản mô tả tháng 10/2026 không cho điểm.';
const UNKNOWN = 'Nêu trong phiếu mà không ghi điểm, cũng không nói chỉ để theo dõi: điểm tối đa chưa biết.';

const rows: readonly Row[] = [
  ['Công bố đúng hạn 9 trong 10 thủ tục.', { index: '1.1', count: [9, 10] }, 540, 600, '6 × 0,9 = 5,40'],
  ['Công khai đúng hạn 9 trong 10 thủ tục.', { index: '1.2', count: [9, 10] }, 360, 400, '4 × 0,9 = 3,60'],
  ['9 trong 10 thủ tục công khai đủ nội dung.', { index: '1.3', count: [9, 10] }, 180, 200, '2 × 0,9 = 1,80'],
  ['Đồng bộ 9 trong 10 hồ sơ.', { index: '1.4', count: [9, 10] }, 540, 600, '6 × 0,9 = 5,40'],
  ['965 trong 984 hồ sơ đúng hạn.', { index: '2.1', count: [965, 984] }, 1961, 2000, '20 × 965/984 = 19,6138 → 19,61'],
  ['Thời gian trung bình chỉ để theo dõi.', { index: '2.2', count: [7, 2] }, null, 0, FOLLOWED],
  [
    'Một nửa hồ sơ đủ điều kiện nộp toàn trình.',
    { index: '3.toanTrinh', count: [45, 90] },
    600,
    1200,
    '12 × 0,5 = 6,00',
  ],
  [
    'Mọi hồ sơ đủ điều kiện đều nộp toàn trình.',
    { index: '3.toanTrinh', count: [90, 90] },
    1200,
    1200,
    '12 × 1 = 12,00',
  ],
  ['Thủ tục cung cấp trực tuyến chỉ còn theo dõi.', { index: '3.1', count: [64, 100] }, null, 0, FOLLOWED],
  ['Dịch vụ có phát sinh hồ sơ chỉ còn theo dõi.', { index: '3.2', count: [50, 100] }, null, 0, FOLLOWED],
  ['Hồ sơ nộp trực tuyến chỉ còn theo dõi.', { index: '3.3', count: [35, 100], sync: [1, 1] }, null, 0, FOLLOWED],
  [
    'Dịch vụ công chủ động, hàng thứ nhất, chưa biết điểm tối đa.',
    { index: '3.chuDong1', count: [1, 2] },
    null,
    null,
    UNKNOWN,
  ],
  [
    'Dịch vụ công chủ động, hàng thứ hai, chưa biết điểm tối đa.',
    { index: '3.chuDong2', count: [1, 2] },
    null,
    null,
    UNKNOWN,
  ],
  ['40 % thủ tục thu phí có trên Cổng.', { index: '3.5a', count: [40, 100] }, 100, 200, '2 × 40/80 = 1,00'],
  ['40 % thủ tục có giao dịch trực tuyến.', { index: '3.5b', count: [40, 100] }, 100, 200, '2 × 40/80 = 1,00'],
  ['40 % hồ sơ thanh toán trực tuyến.', { index: '3.6', count: [40, 100] }, 240, 600, '6 × 0,4 = 2,40'],
  ['40 % hồ sơ có kết quả điện tử.', { index: '4.1', count: [40, 100] }, 240, 600, '6 × 0,4 = 2,40'],
  ['40 % hồ sơ được số hóa.', { index: '4.2', count: [40, 100] }, 200, 400, '4 × 40/80 = 2,00'],
  ['75 % hồ sơ được số hóa.', { index: '4.2', count: [75, 100] }, 375, 400, '4 × 75/80 = 3,75'],
  ['40 % chứng thực bản sao điện tử.', { index: '4.chungThuc', count: [40, 100] }, 80, 200, '2 × 0,4 = 0,80'],
  ['40 % hồ sơ sử dụng lại dữ liệu số hóa.', { index: '4.3', count: [40, 100] }, 100, 200, '2 × 40/80 = 1,00'],
  ['40 % hồ sơ số hóa được chia sẻ.', { index: '4.4', count: [40, 100] }, 160, 400, '4 × 0,4 = 1,60'],
  ['40 % thủ tục dùng dữ liệu dân cư.', { index: '4.5a', count: [40, 100] }, 80, 200, '2 × 0,4 = 0,80'],
  ['40 % hồ sơ dùng dữ liệu dân cư.', { index: '4.5b', count: [40, 100] }, 80, 200, '2 × 0,4 = 0,80'],
  ['Phân loại phản ánh, kiến nghị chỉ để theo dõi.', { index: '5.1', count: [1, 2] }, null, 0, FOLLOWED],
  ['Một nửa phản ánh xử lý đúng hạn.', { index: '5.2', count: [1, 2] }, 300, 600, '6 × 0,5 = 3,00'],
  ['Một nửa phản ánh được hài lòng.', { index: '5.3', count: [1, 2] }, 300, 600, '6 × 0,5 = 3,00'],
  ['Mức hài lòng theo hồ sơ 45 %.', { index: '5.4', count: [45, 100] }, 300, 600, '6 × 45/90 = 3,00'],
  ['Hài lòng về cắt giảm thủ tục, chưa biết điểm tối đa.', { index: '5.catGiam', count: [1, 2] }, null, null, UNKNOWN],
  [
    'Cấp xã: hồ sơ toàn trình không áp dụng nên đủ điểm dù số liệu thấp.',
    { index: '3.toanTrinh', count: [1, 100], level: 'commune' },
    1200,
    1200,
    'Hàng không áp dụng được đủ điểm.',
  ],
  [
    'Cấp xã: thủ tục dùng dữ liệu dân cư không áp dụng.',
    { index: '4.5a', level: 'commune' },
    200,
    200,
    'Hàng không áp dụng được đủ điểm.',
  ],
  [
    'Cấp xã: hồ sơ dùng dữ liệu dân cư không áp dụng.',
    { index: '4.5b', level: 'commune' },
    200,
    200,
    'Hàng không áp dụng được đủ điểm.',
  ],
  [
    'Cấp xã: hàng dịch vụ chủ động không áp dụng, nhưng đủ điểm là bao nhiêu thì chưa biết.',
    { index: '3.chuDong1', level: 'commune' },
    null,
    null,
    UNKNOWN,
  ],
  [
    'Cấp xã: chỉ số áp dụng bình thường vẫn cần số liệu.',
    { index: '4.1', level: 'commune' },
    null,
    600,
    'Chưa có số liệu thì không có điểm.',
  ],
  ['Bộ: dữ liệu dân cư vẫn áp dụng.', { index: '4.5a', level: 'ministry' }, null, 200, 'Chỉ cấp xã được miễn.'],
];

export const QD766_INDICES_2026 = group(
  'QĐ 766: từng chỉ số theo bản mô tả tháng 10/2026 (160 là 1,60 điểm)',
  (given: GivenIndex, on) => {
    const { points, max } = findingOn(on, given);
    return { points, max };
  },
  rows.map(
    ([name, given, points, max, worked]): LawCase<GivenIndex, { points: number | null; max: number | null }> => ({
      name,
      on: '2026-10-31',
      given,
      expect: { points, max },
      article: `QĐ 766/QĐ-TTg, chỉ số ${given.index}`,
      worked,
    }),
  ),
);
