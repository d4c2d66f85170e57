import type { UnitFacts } from '#rules/facts.ts';
import { group } from './case.ts';
import { runUnit, unitCases } from './scored-unit.ts';

const nine = unitCases(9);

/** Of 100 procedures and 1.000 dossiers. */
const online = (
  onlineProcedures: number,
  onlineDossiers: number,
  abandonedOrOverdue = 0,
  whole?: readonly [number, number],
): UnitFacts => ({
  online: {
    eligibleProcedures: 100,
    onlineProcedures,
    dossiers: 1000,
    onlineDossiers,
    abandonedOrOverdue,
    ...(whole && { wholeProcedures: whole[0], wholeDossiers: whole[1] }),
  },
});

const BOTH = 'Từ 20% thủ tục và từ 30% hồ sơ là trực tuyến.';
const BETWEEN = 'Từ 15% đến dưới 30% hồ sơ nộp trực tuyến.';
const GAP = 'Từ 30% hồ sơ trực tuyến nhưng dưới 20% thủ tục được đưa lên.';
const UNDER = 'Dưới 15% hồ sơ nộp trực tuyến.';
const wholeOnly = { 'index9.levels': 'wholeOnly' } as const;
const levels = 'index9.levels' as const;
const gap = 'index9.gap' as const;
/** The first day taken to be without levels 3 and 4. */
const SINCE = '2022-01-01';

export const ONLINE_INDICATOR = group('Chỉ số 9: dịch vụ công trực tuyến', runUnit, [
  nine(
    'Chưa có số liệu trực tuyến',
    {},
    { points: null, because: 'Chưa có số liệu dịch vụ công trực tuyến của đơn vị.' },
  ),
  nine('20% thủ tục và đúng 30% hồ sơ', online(20, 300), { points: 20, because: BOTH }),
  nine('20% thủ tục và 29,9% hồ sơ', online(20, 299), { points: 10, because: BETWEEN }),
  nine('Đúng 15% hồ sơ', online(1, 150), { points: 10, because: BETWEEN }),
  nine('14,9% hồ sơ', online(100, 149), { points: 0, because: UNDER }),
  nine('30% hồ sơ nhưng 19% thủ tục', online(19, 300), { points: 10, because: GAP, reading: gap }),
  nine(
    '30% hồ sơ nhưng 19% thủ tục, địa phương chọn không điểm',
    online(19, 300),
    { points: 0, because: GAP, reading: gap },
    { [gap]: 'zero' },
  ),
  nine(
    '29,9% hồ sơ và 19% thủ tục không rơi vào khoảng trống',
    online(19, 299),
    { points: 10, because: BETWEEN },
    { [gap]: 'zero' },
  ),
  nine('Một hồ sơ trực tuyến bị bỏ hoặc quá hạn', online(100, 900, 1), {
    points: 0,
    because: 'Có hồ sơ trực tuyến bỏ không giải quyết hoặc quá hạn.',
  }),
  nine('Không đưa thủ tục nào lên', online(0, 0), { points: 0, because: 'Không triển khai thủ tục trực tuyến nào.' }),
  nine(
    'Có thủ tục trực tuyến nhưng kỳ không có hồ sơ',
    { online: { eligibleProcedures: 5, onlineProcedures: 5, dossiers: 0, onlineDossiers: 0, abandonedOrOverdue: 0 } },
    {
      points: null,
      because: 'Trong kỳ không có hồ sơ nào để tính tỷ lệ trực tuyến.',
    },
  ),
  nine(
    'Không có thủ tục nào đủ điều kiện',
    { online: { eligibleProcedures: 0, onlineProcedures: 0, dossiers: 9, onlineDossiers: 0, abandonedOrOverdue: 0 } },
    {
      points: null,
      because: 'Đơn vị không có thủ tục nào đủ điều kiện làm trực tuyến.',
    },
  ),
  nine(
    'Chỉ tính toàn trình: 20% thủ tục và 30% hồ sơ',
    online(60, 700, 0, [20, 300]),
    { points: 20, because: BOTH, reading: levels },
    wholeOnly,
    SINCE,
  ),
  nine(
    'Chỉ tính toàn trình: 29,9% hồ sơ',
    online(60, 700, 0, [20, 299]),
    { points: 10, because: BETWEEN, reading: levels },
    wholeOnly,
    SINCE,
  ),
  nine(
    'Chỉ tính toàn trình: 14,9% hồ sơ',
    online(60, 700, 0, [20, 149]),
    { points: 0, because: UNDER, reading: levels },
    wholeOnly,
    SINCE,
  ),
  nine(
    'Chỉ tính toàn trình: 19% thủ tục rơi vào khoảng trống',
    online(60, 700, 0, [19, 300]),
    { points: 10, because: GAP, reading: [levels, gap] },
    wholeOnly,
    SINCE,
  ),
  nine(
    'Chỉ tính toàn trình: không thủ tục nào toàn trình',
    online(60, 700, 0, [0, 0]),
    { points: 0, because: 'Không triển khai thủ tục trực tuyến nào.', reading: levels },
    wholeOnly,
    SINCE,
  ),
  nine(
    'Chỉ tính toàn trình: hồ sơ trực tuyến nào quá hạn cũng tính',
    online(60, 700, 1, [20, 300]),
    { points: 0, because: 'Có hồ sơ trực tuyến bỏ không giải quyết hoặc quá hạn.', reading: levels },
    wholeOnly,
    SINCE,
  ),
  nine(
    'Chỉ tính toàn trình nhưng chưa đếm riêng',
    online(60, 700),
    { points: null, because: 'Chưa có số liệu riêng của dịch vụ công toàn trình.', reading: levels },
    wholeOnly,
    SINCE,
  ),
  nine(
    'Tính cả một phần thì số toàn trình không đổi kết quả',
    online(20, 300, 0, [0, 0]),
    { points: 20, because: BOTH, reading: levels },
    {},
    SINCE,
  ),
  nine(
    'Ngày cuối còn mức 3, 4: không có gì để chọn',
    online(60, 700, 0, [20, 299]),
    { points: 20, because: BOTH },
    wholeOnly,
    '2021-12-31',
  ),
  nine(
    'Ngày cuối còn mức 3, 4: chưa đếm riêng toàn trình cũng tính được',
    online(20, 300),
    { points: 20, because: BOTH },
    wholeOnly,
    '2021-12-31',
  ),
  nine(
    'Đã bỏ mức 3, 4, rơi vào khoảng trống: hai cách hiểu cùng quyết định',
    online(19, 300),
    { points: 10, because: GAP, reading: [levels, gap] },
    {},
    SINCE,
  ),
  nine('Mọi hồ sơ trực tuyến đều quá hạn', online(100, 300, 300), {
    points: 0,
    because: 'Có hồ sơ trực tuyến bỏ không giải quyết hoặc quá hạn.',
  }),
  ...(['wholeProcedures', 'wholeDossiers'] as const).map((name) =>
    nine(
      `Chỉ tính toàn trình nhưng mới đếm ${name === 'wholeProcedures' ? 'thủ tục' : 'hồ sơ'}`,
      {
        online: {
          eligibleProcedures: 100,
          onlineProcedures: 60,
          dossiers: 1000,
          onlineDossiers: 700,
          abandonedOrOverdue: 0,
          [name]: 50,
        },
      },
      { points: null, because: 'Chưa có số liệu riêng của dịch vụ công toàn trình.', reading: levels },
      wholeOnly,
      SINCE,
    ),
  ),
]);
