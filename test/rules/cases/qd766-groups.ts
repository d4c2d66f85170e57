import { formatHundredths } from '#rules/format.ts';
import type { IndexId } from '#rules/rulesets/qd766-index.ts';
import { type Pair, scoreOn } from '../finding-qd766.ts';
import { group } from './case.ts';

type Given = Partial<Record<IndexId, Pair>>;
type Expect = Readonly<Record<string, string>>;

/** Each group and part that has a value, and the total. */
function run(given: Given, on: string): Expect {
  const { groups, total } = scoreOn(on, given);
  const text = (each: { points: number | null; of: number }) =>
    `${formatHundredths(each.points)}/${formatHundredths(each.of)}`;
  const known = groups.filter(({ points }) => points !== null).map((each) => [each.id, text(each)]);
  return { ...Object.fromEntries(known), tổng: text(total) };
}

const article = 'QĐ 766/QĐ-TTg, năm nhóm chỉ số';

export const QD766_GROUPS = group<Given, Expect>('QĐ 766: điểm của nhóm và của phần', run, [
  {
    name: 'Thanh toán trực tuyến: 50 % hồ sơ, 80 % thủ tục có giao dịch, 60 % thủ tục có trên Cổng.',
    on: '2026-09-30',
    given: { '3.6': [50, 100], '3.5b': [80, 100], '3.5a': [60, 100] },
    expect: { '3': '6,50/10,00', '3b': '6,50/10,00', tổng: '6,50/10,00' },
    article,
    worked: '3 + 2 + 1,5 = 6,50',
  },
  {
    name: 'Dịch vụ công trực tuyến theo cách chia 2 + 4 + 6; đồng bộ đủ thuộc nhóm công khai.',
    on: '2026-09-30',
    given: { '3.1': [64, 100], '3.2': [50, 100], '3.3': [35, 100], '1.4': [100, 100] },
    expect: { '1': '6,00/6,00', '3': '7,80/12,00', '3a': '7,80/12,00', tổng: '13,80/18,00' },
    article,
    worked: '1,60 + 2,00 + 4,20 = 7,80; thêm 6,00',
  },
  {
    name: 'Cùng số liệu đó từ tháng 10 không còn điểm ở phần dịch vụ trực tuyến.',
    on: '2026-10-01',
    given: { '3.1': [64, 100], '3.2': [50, 100], '3.3': [35, 100], '1.4': [100, 100] },
    expect: { '1': '6,00/6,00', tổng: '6,00/6,00' },
    article,
    worked: 'Ba chỉ số chỉ còn theo dõi',
  },
  {
    name: 'Nhóm ba là tổng của hai phần.',
    on: '2026-10-01',
    given: { '3.toanTrinh': [3, 4], '3.6': [1, 2] },
    expect: { '3': '12,00/18,00', '3a': '9,00/12,00', '3b': '3,00/6,00', tổng: '12,00/18,00' },
    article,
    worked: '9 + 3 = 12 trên 12 + 6',
  },
  {
    name: 'Tổng là tổng của điểm đã làm tròn từng chỉ số.',
    on: '2026-10-01',
    given: { '1.3': [1, 3], '4.chungThuc': [1, 3], '4.5a': [1, 3] },
    expect: { '1': '0,67/2,00', '4': '1,34/4,00', tổng: '2,01/6,00' },
    article,
    worked: '0,67 × 3 = 2,01 (không làm tròn trước: 2,00)',
  },
  {
    name: 'Một tỉnh đủ số liệu tháng 9.',
    on: '2026-09-30',
    given: {
      '1.1': [90, 100],
      '1.2': [90, 100],
      '1.3': [90, 100],
      '1.4': [100, 100],
      '2.1': [90, 100],
      '3.1': [64, 100],
      '3.2': [50, 100],
      '3.3': [35, 100],
      '3.5a': [60, 100],
      '3.5b': [80, 100],
      '3.6': [50, 100],
      '4.1': [90, 100],
      '4.2': [75, 100],
      '4.chungThuc': [30, 100],
      '4.3': [80, 100],
      '4.4': [0, 100],
      '4.5a': [90, 100],
      '4.5b': [70, 100],
      '5.2': [0, 0],
      '5.3': [0, 0],
      '5.4': [81, 100],
    },
    expect: {
      '1': '16,80/18,00',
      '2': '18,00/20,00',
      '3': '14,30/22,00',
      '3a': '7,80/12,00',
      '3b': '6,50/10,00',
      '4': '14,20/22,00',
      '5': '17,40/18,00',
      tổng: '80,70/100,00',
    },
    article,
    worked: '5,4 + 3,6 + 1,8 + 6; 18; 1,6 + 2 + 4,2; 3 + 2 + 1,5; 5,4 + 3 + 0,6 + 2 + 0 + 1,8 + 1,4; 6 + 6 + 5,4',
  },
]);
