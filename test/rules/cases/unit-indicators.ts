import type { UnitFacts } from '#rules/facts.ts';
import { group } from './case.ts';
import { runUnit, unitCases } from './scored-unit.ts';

const [five, six, eight] = [unitCases(5), unitCases(6), unitCases(8)];

type Level = NonNullable<UnitFacts['oneStop']>['level'];
const oneStop = (level: Level, listed: number, receivedAndReturned: number, wholeCycle: number): UnitFacts => ({
  oneStop: { level, listed, receivedAndReturned, wholeCycle },
});
const petitions = (received: number, onTime: number, prolonged = 0): UnitFacts => ({
  petitions: { received, onTime, prolonged },
});
const ALL = 'Mọi thủ tục được tiếp nhận và trả kết quả tại Bộ phận Một cửa.';
const SOME = 'Còn thủ tục chưa tiếp nhận, trả kết quả tại Bộ phận Một cửa.';
const whole = (percent: number) => `Từ ${percent}% thủ tục được làm trọn quy trình tại Bộ phận Một cửa.`;

export const UNIT_INDICATORS = group('Chỉ số 5, 6 và 8 của đơn vị', runUnit, [
  five(
    'Chưa kê khai gì',
    {},
    { points: null, because: 'Đơn vị chưa kê khai việc tiếp nhận, trả kết quả tại Bộ phận Một cửa.' },
  ),
  five('Cấp tỉnh: 20 trên 100 thủ tục làm trọn tại chỗ', oneStop('province', 100, 90, 20), {
    points: 20,
    because: whole(20),
  }),
  five('Cấp tỉnh: 19 trên 100 trọn tại chỗ, đưa ra đủ 100', oneStop('province', 100, 100, 19), {
    points: 10,
    because: ALL,
  }),
  five('Cấp tỉnh: 19 trên 100 trọn tại chỗ, còn 1 chưa đưa ra', oneStop('province', 100, 99, 19), {
    points: 0,
    because: SOME,
  }),
  five('Cấp tỉnh: 199 trên 1.000 là chưa đến 20%', oneStop('province', 1000, 1000, 199), { points: 10, because: ALL }),
  five('Cấp huyện: 50 trên 100', oneStop('district', 100, 100, 50), { points: 20, because: whole(50) }),
  five('Cấp huyện: 49 trên 100', oneStop('district', 100, 100, 49), { points: 10, because: ALL }),
  five('Cấp xã: đủ 100 trên 100', oneStop('commune', 100, 100, 100), { points: 20, because: whole(100) }),
  five('Cấp xã: 99 trên 100', oneStop('commune', 100, 100, 99), { points: 10, because: ALL }),
  five('Cấp xã: 99 trên 100, còn 1 chưa đưa ra', oneStop('commune', 100, 99, 99), { points: 0, because: SOME }),
  five('Không có thủ tục nào phải đưa ra', oneStop('commune', 0, 0, 0), {
    points: null,
    because: 'Đơn vị không có thủ tục nào phải đưa ra Bộ phận Một cửa.',
  }),
  five(
    'Cấp huyện ngày cuối cùng 30/6/2025',
    oneStop('district', 2, 2, 1),
    { points: 20, because: whole(50) },
    {},
    '2025-06-30',
  ),
  five('Không còn cấp huyện từ 01/7/2025', oneStop('district', 2, 2, 1), 'không áp dụng', {}, '2025-07-01'),
  five(
    'Cấp xã vẫn còn từ 01/7/2025',
    oneStop('commune', 2, 2, 2),
    { points: 20, because: whole(100) },
    {},
    '2025-07-01',
  ),
  five('Trước ngày thông tư có hiệu lực', oneStop('commune', 2, 2, 2), 'không áp dụng', {}, '2019-01-05'),
  five('Ngày thông tư có hiệu lực', oneStop('commune', 2, 2, 2), { points: 20, because: whole(100) }, {}, '2019-01-06'),

  six(
    'Công khai đúng, đủ, kịp thời bằng cả hai hình thức',
    { disclosure: 'both' },
    {
      points: 20,
      because: 'Công khai chính xác, đầy đủ, kịp thời bằng cả niêm yết và điện tử.',
    },
  ),
  six(
    'Công khai đúng, đủ, kịp thời bằng một hình thức',
    { disclosure: 'one' },
    {
      points: 10,
      because: 'Công khai chính xác, đầy đủ, kịp thời bằng một trong hai hình thức.',
    },
  ),
  six(
    'Công khai không chính xác',
    { disclosure: 'faulty' },
    { points: 0, because: 'Công khai không chính xác, không đầy đủ hoặc không kịp thời.' },
  ),
  six(
    'Chưa có số liệu công khai',
    {},
    { points: null, because: 'Chưa có số liệu về việc công khai thủ tục của đơn vị.' },
  ),

  eight('Chưa có số liệu phản ánh', {}, { points: null, because: 'Chưa có số liệu phản ánh, kiến nghị của đơn vị.' }),
  eight('Không có phản ánh nào', petitions(0, 0), { points: 20, because: 'Không có phản ánh, kiến nghị.' }),
  eight('10 trên 10 phản ánh đúng hạn', petitions(10, 10), {
    points: 20,
    because: 'Mọi phản ánh, kiến nghị được trả lời đúng hạn.',
  }),
  eight('99% đúng hạn', petitions(100, 99), {
    points: 10,
    because: 'Từ 90% phản ánh, kiến nghị được trả lời đúng hạn.',
  }),
  eight('Đúng 90% đúng hạn', petitions(10, 9), {
    points: 10,
    because: 'Từ 90% phản ánh, kiến nghị được trả lời đúng hạn.',
  }),
  eight('89% đúng hạn', petitions(100, 89), {
    points: 0,
    because: 'Dưới 90% phản ánh, kiến nghị được trả lời đúng hạn.',
  }),
  eight('89,9% đúng hạn', petitions(1000, 899), {
    points: 0,
    because: 'Dưới 90% phản ánh, kiến nghị được trả lời đúng hạn.',
  }),
  eight('Đúng hạn hết nhưng 1 phản ánh kéo dài', petitions(10, 10, 1), {
    points: 0,
    because: 'Có phản ánh, kiến nghị kéo dài.',
  }),
]);
