import { findingOn, type GivenIndex } from '../finding-qd766.ts';
import { group } from './case.ts';

/** Points and ceiling we give, then what each other source would give. */
type Both = readonly (readonly [points: number | null, max: number | null])[];

const run = (given: GivenIndex, on: string): Both => {
  const { points, max, disagreement = [] } = findingOn(on, given);
  return [[points, max], ...disagreement.map((other) => [other.points, other.max] as const)];
};

export const QD766_CONFLICTS = group<GivenIndex, Both>('QĐ 766: chỗ các nguồn tính khác nhau (160 là 1,60 điểm)', run, [
  {
    name: 'Số hóa 75 %: tháng 9 tính theo tỷ lệ, bản mô tả tháng 10 tính theo ngưỡng 80 %.',
    on: '2026-09-30',
    given: { index: '4.2', count: [75, 100] },
    expect: [
      [300, 400],
      [375, 400],
    ],
    article: 'QĐ 766/QĐ-TTg, chỉ số 4.2',
    worked: '4 × 0,75 = 3,00; 4 × 75/80 = 3,75',
  },
  {
    name: 'Số hóa 75 %: từ tháng 10 tính theo ngưỡng 80 %, điểm Cổng tháng 9 tính theo tỷ lệ.',
    on: '2026-10-01',
    given: { index: '4.2', count: [75, 100] },
    expect: [
      [375, 400],
      [300, 400],
    ],
    article: 'QĐ 766/QĐ-TTg, chỉ số 4.2',
    worked: '4 × 75/80 = 3,75; 4 × 0,75 = 3,00',
  },
  {
    name: 'Hồ sơ toàn trình một nửa: tháng 9 chưa tính, bản mô tả tháng 10 cho 12 điểm.',
    on: '2026-09-30',
    given: { index: '3.toanTrinh', count: [45, 90] },
    expect: [
      [null, 0],
      [600, 1200],
    ],
    article: 'QĐ 766/QĐ-TTg, phần 3a',
    worked: '12 × 0,5 = 6,00',
  },
  {
    name: 'Hồ sơ toàn trình một nửa: từ tháng 10 được 12 điểm, điểm Cổng tháng 9 chưa tính.',
    on: '2026-10-01',
    given: { index: '3.toanTrinh', count: [45, 90] },
    expect: [
      [600, 1200],
      [null, 0],
    ],
    article: 'QĐ 766/QĐ-TTg, phần 3a',
    worked: '12 × 0,5 = 6,00',
  },
  {
    name: 'Thủ tục cung cấp trực tuyến 64 %: từ tháng 10 chỉ theo dõi, Cổng tháng 9 cho tối đa 2 điểm.',
    on: '2026-10-01',
    given: { index: '3.1', count: [64, 100] },
    expect: [
      [null, 0],
      [160, 200],
    ],
    article: 'QĐ 766/QĐ-TTg, phần 3a',
    worked: '2 × 64/80 = 1,60',
  },
  {
    name: 'Dịch vụ có hồ sơ 50 %: từ tháng 10 chỉ theo dõi, Cổng tháng 9 cho tối đa 4 điểm.',
    on: '2026-10-01',
    given: { index: '3.2', count: [50, 100] },
    expect: [
      [null, 0],
      [200, 400],
    ],
    article: 'QĐ 766/QĐ-TTg, phần 3a',
    worked: '4 × 0,5 = 2,00',
  },
  {
    name: 'Hồ sơ nộp trực tuyến 35 %, có kết quả điện tử 32 %, đồng bộ 90 %: Cổng tính mọi hồ sơ nộp trực tuyến, bản mô tả tính phần hẹp hơn và nhân đồng bộ.',
    on: '2026-09-30',
    given: { index: '3.3', count: [35, 100], withResult: [32, 100], sync: [90, 100] },
    expect: [
      [420, 600],
      [346, 600],
    ],
    article: 'QĐ 766/QĐ-TTg, chỉ số 3.3',
    worked: '6 × 0,35 : 0,5 = 4,20; 6 × 0,32 × 0,9 : 0,5 = 3,456 → 3,46',
  },
  {
    name: 'Cùng số liệu đó từ tháng 10: chỉ theo dõi, nêu cả hai cách tính cũ.',
    on: '2026-10-01',
    given: { index: '3.3', count: [35, 100], withResult: [32, 100], sync: [90, 100] },
    expect: [
      [null, 0],
      [420, 600],
      [346, 600],
    ],
    article: 'QĐ 766/QĐ-TTg, phần 3a',
    worked: '4,20 và 3,46 như trên',
  },
  {
    name: 'Chỉ biết mọi hồ sơ nộp trực tuyến: cách của bản mô tả đếm số khác nên chưa có điểm.',
    on: '2026-09-30',
    given: { index: '3.3', count: [35, 100], sync: [90, 100] },
    expect: [
      [420, 600],
      [null, 600],
    ],
    article: 'QĐ 766/QĐ-TTg, chỉ số 3.3',
    worked: '6 × 35/50 = 4,20; thiếu số hồ sơ có kết quả điện tử',
  },
  {
    name: 'Chưa có số đồng bộ: theo điểm Cổng vẫn tính được, theo bản mô tả thì không.',
    on: '2026-09-30',
    given: { index: '3.3', count: [35, 100], withResult: [32, 100] },
    expect: [
      [420, 600],
      [null, 600],
    ],
    article: 'QĐ 766/QĐ-TTg, chỉ số 3.3',
    worked: '6 × 35/50 = 4,20; thiếu thừa số của chỉ số 1.4',
  },
  {
    name: 'Mẫu số đồng bộ bằng 0 thì cách của bản mô tả không có thừa số.',
    on: '2026-09-30',
    given: { index: '3.3', count: [35, 100], withResult: [32, 100], sync: [0, 0] },
    expect: [
      [420, 600],
      [null, 600],
    ],
    article: 'QĐ 766/QĐ-TTg, chỉ số 3.3',
    worked: '0/0 không có giá trị',
  },
  {
    name: 'Chỉ biết hồ sơ có kết quả điện tử: điểm Cổng đếm số khác nên chưa có điểm.',
    on: '2026-09-30',
    given: { index: '3.3', withResult: [32, 100], sync: [90, 100] },
    expect: [
      [null, 600],
      [346, 600],
    ],
    article: 'QĐ 766/QĐ-TTg, chỉ số 3.3',
    worked: '6 × 0,32 × 0,9 : 0,5 = 3,456 → 3,46',
  },
  {
    name: 'Có kết quả điện tử 60 %, đồng bộ 80 %: 48 % chưa đạt ngưỡng của bản mô tả.',
    on: '2026-09-30',
    given: { index: '3.3', count: [60, 100], withResult: [60, 100], sync: [80, 100] },
    expect: [
      [600, 600],
      [576, 600],
    ],
    article: 'QĐ 766/QĐ-TTg, chỉ số 3.3',
    worked: '60 % đạt ngưỡng 50 %: 6,00; 6 × 0,48 : 0,5 = 5,76',
  },
  {
    name: 'Có kết quả điện tử 60 %, đồng bộ 90 %: 54 % vượt ngưỡng, vẫn là trần.',
    on: '2026-09-30',
    given: { index: '3.3', count: [60, 100], withResult: [60, 100], sync: [90, 100] },
    expect: [
      [600, 600],
      [600, 600],
    ],
    article: 'QĐ 766/QĐ-TTg, chỉ số 3.3',
    worked: '0,6 × 0,9 = 0,54 ≥ 0,5',
  },
  {
    name: 'Thủ tục thu phí trên Cổng bằng 120 % số thủ tục có phí: chặn ở trần 2, công thức dựng lại thì không.',
    on: '2026-10-01',
    given: { index: '3.5a', count: [120, 100] },
    expect: [
      [200, 200],
      [300, null],
    ],
    article: 'QĐ 766/QĐ-TTg, chỉ số 3.5a',
    worked: '2,5 × 1,2 = 3,00',
  },
  {
    name: 'Thủ tục thu phí trên Cổng 80 %: hai cách tính bằng nhau nhưng vẫn nêu.',
    on: '2026-09-30',
    given: { index: '3.5a', count: [80, 100] },
    expect: [
      [200, 200],
      [200, null],
    ],
    article: 'QĐ 766/QĐ-TTg, chỉ số 3.5a',
    worked: '2,5 × 0,8 = 2,00',
  },
  {
    name: 'Chưa có số liệu số hóa: vẫn nêu chỗ khác nhau, không bên nào có điểm.',
    on: '2026-10-01',
    given: { index: '4.2' },
    expect: [
      [null, 400],
      [null, 400],
    ],
    article: 'QĐ 766/QĐ-TTg, chỉ số 4.2',
  },
  {
    name: 'Chỉ số 2.1 chỉ có một cách tính.',
    on: '2026-10-01',
    given: { index: '2.1', count: [80, 100] },
    expect: [[1600, 2000]],
    article: 'QĐ 766/QĐ-TTg, chỉ số 2.1',
    worked: '20 × 0,8 = 16,00',
  },
]);
