import { inForce, NotInForce } from '#rules/law.ts';
import { ownPeriod } from '#rules/own-period.ts';
import { periodLabel } from '#rules/period.ts';
import { rulesetById } from '#rules/rulesets/index.ts';
import type { Level, PointsRuleset, PointsRulesetId } from '#rules/rulesets/ruleset.ts';
import { checkLevel } from '#rules/units/level.ts';
import { group } from './case.ts';

type Given = { readonly ruleset: PointsRulesetId } & (
  | { readonly ask: 'level'; readonly level: Level }
  | { readonly ask: 'period' | 'selfScore' | 'officerGrades' | 'caveats' }
);

function answer(given: Given, on: string): unknown {
  const ruleset = rulesetById<PointsRuleset>(given.ruleset);
  switch (given.ask) {
    case 'level':
      return checkLevel(given.level, ruleset.levels, on).certainty;
    case 'period': {
      const found = ownPeriod(ruleset, on);
      return found && { period: periodLabel(found.period), certainty: found.cite.certainty };
    }
    case 'selfScore': {
      const { value, cite } = inForce('Kỳ tự chấm điểm', ruleset.selfScoreEvery, on);
      return { every: value, certainty: cite.certainty };
    }
    case 'officerGrades': {
      const { value, cite } = inForce('Xếp loại cán bộ', ruleset.officerGrades, on);
      return { from: value.map(({ min }) => min), certainty: cite.certainty };
    }
    case 'caveats':
      return ruleset.caveats.map(({ text }) => text);
  }
}

function run(given: Given, on: string): unknown {
  try {
    return answer(given, on);
  } catch (error) {
    if (error instanceof NotInForce) return `không áp dụng: ${error.what}`;
    throw error;
  }
}

const LEVEL_END = 'NĐ 118/2025/NĐ-CP: từ 01/7/2025 chỉ còn cấp tỉnh và cấp xã';
const LEVELS = 'Điều 13 TT 01/2018/TT-VPCP, chỉ số 5';
const BINH_THUAN = 'QĐ 1063/QĐ-UBND ngày 26/4/2019 của Bình Thuận, theo kết quả đã công bố';
const TAY_NINH = 'QĐ 800/QĐ-UBND ngày 04/4/2019 của Tây Ninh, theo kết quả đã công bố';
const level = (ruleset: PointsRulesetId, of: Level): Given => ({ ruleset, ask: 'level', level: of });
const period: Given = { ruleset: 'binh-thuan-1063', ask: 'period' };
const FIRST = { period: '15/12/2019 – 20/11/2020', certainty: 'secondary' };
const SECOND = { period: '01/12/2020 – 01/11/2021', certainty: 'secondary' };

export const PROVINCIAL = group<Given, unknown>('Bộ quy tắc của tỉnh: cấp, kỳ, tự chấm, lưu ý', run, [
  {
    name: 'Cấp huyện vào ngày cuối cùng còn cấp huyện',
    on: '2025-06-30',
    given: level('tt01-2018', 'district'),
    expect: 'text',
    article: LEVELS,
  },
  {
    name: 'Cấp huyện vào ngày 01/7/2025',
    on: '2025-07-01',
    given: level('tt01-2018', 'district'),
    expect: 'không áp dụng: Cấp huyện',
    article: LEVEL_END,
  },
  {
    name: 'Cấp xã vào ngày 01/7/2025',
    on: '2025-07-01',
    given: level('tt01-2018', 'commune'),
    expect: 'text',
    article: LEVEL_END,
  },
  {
    name: 'Cấp tỉnh vào ngày 01/7/2025',
    on: '2025-07-01',
    given: level('tt01-2018', 'province'),
    expect: 'text',
    article: LEVEL_END,
  },
  {
    name: 'Cấp huyện vào ngày thông tư có hiệu lực',
    on: '2019-01-06',
    given: level('tt01-2018', 'district'),
    expect: 'text',
    article: LEVELS,
  },
  {
    name: 'Cấp xã vào ngày trước khi thông tư có hiệu lực',
    on: '2019-01-05',
    given: level('tt01-2018', 'commune'),
    expect: 'không áp dụng: Cấp xã',
    article: LEVELS,
  },
  {
    name: 'Bình Thuận xếp loại cả sở, huyện và xã',
    on: '2020-11-20',
    given: level('binh-thuan-1063', 'district'),
    expect: 'secondary',
    article: BINH_THUAN,
  },
  {
    name: 'Cấp huyện của Bình Thuận một ngày trước quyết định theo thông tư',
    on: '2019-04-25',
    given: level('binh-thuan-1063', 'district'),
    expect: 'text',
    article: LEVELS,
  },
  {
    name: 'Bình Thuận cũng hết cấp huyện từ 01/7/2025',
    on: '2025-07-01',
    given: level('binh-thuan-1063', 'district'),
    expect: 'không áp dụng: Cấp huyện',
    article: LEVEL_END,
  },
  {
    name: 'Tây Ninh còn cấp huyện năm 2020',
    on: '2020-12-02',
    given: level('tay-ninh-800', 'district'),
    expect: 'secondary',
    article: TAY_NINH,
  },

  {
    name: 'Trước kỳ đầu tiên đã công bố của Bình Thuận',
    on: '2019-12-14',
    given: period,
    expect: null,
    article: BINH_THUAN,
  },
  { name: 'Ngày đầu kỳ năm 2020 của Bình Thuận', on: '2019-12-15', given: period, expect: FIRST, article: BINH_THUAN },
  { name: 'Ngày cuối kỳ năm 2020 của Bình Thuận', on: '2020-11-20', given: period, expect: FIRST, article: BINH_THUAN },
  {
    name: 'Ngày 21/11/2020 không thuộc kỳ nào của Bình Thuận',
    on: '2020-11-21',
    given: period,
    expect: null,
    article: BINH_THUAN,
  },
  {
    name: 'Ngày 30/11/2020 không thuộc kỳ nào của Bình Thuận',
    on: '2020-11-30',
    given: period,
    expect: null,
    article: BINH_THUAN,
  },
  { name: 'Ngày đầu kỳ năm 2021 của Bình Thuận', on: '2020-12-01', given: period, expect: SECOND, article: BINH_THUAN },
  {
    name: 'Ngày cuối kỳ năm 2021 của Bình Thuận',
    on: '2021-11-01',
    given: period,
    expect: SECOND,
    article: BINH_THUAN,
  },
  {
    name: 'Sau kỳ cuối cùng đã công bố của Bình Thuận',
    on: '2021-11-02',
    given: period,
    expect: null,
    article: BINH_THUAN,
  },
  {
    name: 'Thông tư không đặt kỳ riêng',
    on: '2021-11-01',
    given: { ruleset: 'tt01-2018', ask: 'period' },
    expect: null,
    article: 'Điều 15 TT 01/2018/TT-VPCP: theo quý và năm',
  },

  {
    name: 'Công chức Bình Thuận tự chấm điểm hằng quý',
    on: '2021-11-01',
    given: { ruleset: 'binh-thuan-1063', ask: 'selfScore' },
    expect: { every: 'quarter', certainty: 'secondary' },
    article: BINH_THUAN,
  },
  {
    name: 'Trước ngày có quyết định thì chưa có kỳ tự chấm điểm',
    on: '2019-04-25',
    given: { ruleset: 'binh-thuan-1063', ask: 'selfScore' },
    expect: 'không áp dụng: Kỳ tự chấm điểm',
    article: BINH_THUAN,
  },
  {
    name: 'Thông tư không nói cán bộ tự chấm điểm khi nào',
    on: '2021-11-01',
    given: { ruleset: 'tt01-2018', ask: 'selfScore' },
    expect: 'không áp dụng: Kỳ tự chấm điểm',
    article: 'TT 01/2018/TT-VPCP không nói',
  },

  {
    name: 'Mức 100%, từ 70% đến dưới 100%, dưới 70% của Bình Thuận từ ngày có quyết định',
    on: '2019-04-26',
    given: { ruleset: 'binh-thuan-1063', ask: 'officerGrades' },
    expect: { from: [50, 35, 0], certainty: 'secondary' },
    article: BINH_THUAN,
  },
  {
    name: 'Mức của cán bộ Bình Thuận trước ngày có quyết định là của thông tư',
    on: '2019-04-25',
    given: { ruleset: 'binh-thuan-1063', ask: 'officerGrades' },
    expect: { from: [50, 35, 0], certainty: 'text' },
    article: 'Điều 15 TT 01/2018/TT-VPCP',
  },

  {
    name: 'Mức của cán bộ Tây Ninh từ ngày có quyết định: chưa thấy văn bản, lấy như thông tư',
    on: '2019-04-04',
    given: { ruleset: 'tay-ninh-800', ask: 'officerGrades' },
    expect: { from: [50, 35, 0], certainty: 'secondary' },
    article: TAY_NINH,
  },
  {
    name: 'Mức của cán bộ Tây Ninh trước ngày có quyết định là của thông tư',
    on: '2019-04-03',
    given: { ruleset: 'tay-ninh-800', ask: 'officerGrades' },
    expect: { from: [50, 35, 0], certainty: 'text' },
    article: 'Điều 15 TT 01/2018/TT-VPCP',
  },

  {
    name: 'Kết quả của Tây Ninh kèm lưu ý thang ba mức không ghi nhận được sự không hài lòng',
    on: '2020-12-02',
    given: { ruleset: 'tay-ninh-800', ask: 'caveats' },
    expect: [
      'Thang ba mức của máy tính bảng có mức thấp nhất là «Bình thường» nên không ghi nhận được sự không hài lòng.',
      'Chưa có toàn văn quyết định của Tây Ninh: điểm và ngưỡng xếp loại theo Thông tư 01/2018/TT-VPCP.',
    ],
    article: TAY_NINH,
  },
  {
    name: 'Kết quả của Bình Thuận kèm lưu ý chưa có toàn văn quyết định',
    on: '2021-11-01',
    given: { ruleset: 'binh-thuan-1063', ask: 'caveats' },
    expect: [
      'Chưa có toàn văn quyết định của Bình Thuận: phần riêng của tỉnh đọc từ kết quả đã công bố, phần còn lại theo Thông tư 01/2018/TT-VPCP.',
    ],
    article: BINH_THUAN,
  },
]);
