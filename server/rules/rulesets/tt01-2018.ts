import { INDICATOR_IDS, type IndicatorId } from '../finding.ts';
import type { Citation, Dated, IsoDate } from '../law.ts';
import type { Tenths } from '../points.ts';
import type { Grades, Level, Levels, OfficerGradeCode, PointsRuleset, UnitGradeCode } from './ruleset.ts';

const FROM: IsoDate = '2019-01-06';

const article = (number: string): Citation => ({ act: 'TT 01/2018/TT-VPCP', article: number, certainty: 'text' });

/** Official headings of the nine indicators (TT 01/2018/TT-VPCP Điều 13). */
export const INDICATOR_NAMES: Readonly<Record<IndicatorId, string>> = {
  1: 'Tổng thời gian giải quyết thủ tục hành chính so với thời gian cho phép theo quy định của pháp luật',
  2: 'Thời gian thực hiện của từng cơ quan, đơn vị tham gia giải quyết (kể cả đơn vị phối hợp) so với quy định',
  3: 'Số lần phải liên hệ với nơi tiếp nhận hồ sơ để hoàn thiện hồ sơ thủ tục hành chính (kể cả liên hệ theo hình thức trực tuyến)',
  4: 'Số lượng cơ quan, đơn vị, tổ chức phải liên hệ để hoàn thiện hồ sơ thủ tục hành chính (kể cả liên hệ theo hình thức trực tuyến)',
  5: 'Thực hiện tổ chức tiếp nhận hồ sơ, giải quyết, trả kết quả tại Bộ phận Một cửa',
  6: 'Công khai các thủ tục hành chính',
  7: 'Thái độ của cán bộ, công chức, viên chức khi hướng dẫn lập hồ sơ, tiếp nhận hồ sơ và giải quyết thủ tục hành chính',
  8: 'Tiếp thu, giải trình đối với các ý kiến phản ánh, kiến nghị của tổ chức, cá nhân',
  9: 'Tiến độ và chất lượng cung cấp dịch vụ công trực tuyến của cơ quan có thẩm quyền',
};

/** Points of the three steps of every indicator. */
export const STEPS: Dated<{ readonly best: Tenths; readonly middle: Tenths; readonly worst: Tenths }> = [
  { from: FROM, value: { best: 20, middle: 10, worst: 0 }, cite: article('13') },
];

const TWO_LEVELS: Citation = {
  act: 'NĐ 118/2025/NĐ-CP',
  certainty: 'text',
  note: 'Từ 01/7/2025 chỉ còn cấp tỉnh và cấp xã.',
};

/** Ends the district level in a history of levels. */
export const WITHOUT_DISTRICTS: Levels[number] = {
  from: '2025-07-01',
  value: ['province', 'commune'],
  cite: TWO_LEVELS,
};

/** Levels whose offices are graded. */
export const LEVELS: Levels = [
  { from: FROM, value: ['province', 'district', 'commune'], cite: article('13') },
  WITHOUT_DISTRICTS,
];

/** Indicator 5: least percentage of listed procedures done at the one-stop shop from end to end for the best step. */
export const WHOLE_CYCLE: Readonly<Record<Level, Dated<number>>> = {
  province: [{ from: FROM, value: 20, cite: article('13') }],
  district: [
    { from: FROM, value: 50, cite: article('13') },
    { from: WITHOUT_DISTRICTS.from, value: null, cite: TWO_LEVELS },
  ],
  commune: [{ from: FROM, value: 100, cite: article('13') }],
};

/** Indicator 8: least percentage of petitions answered on time for the middle step; the best step needs all of them. */
export const PETITIONS_ON_TIME: Dated<number> = [{ from: FROM, value: 90, cite: article('13') }];

/** Indicator 9, percentages: procedures put online; dossiers filed online for the best and for the middle step. */
export const ONLINE: Dated<{ readonly procedures: number; readonly best: number; readonly middle: number }> = [
  { from: FROM, value: { procedures: 20, best: 30, middle: 15 }, cite: article('13') },
];

/** Grades of a unit by its total of at most 18 points. */
export const UNIT_GRADES: Grades<UnitGradeCode> = [
  {
    from: FROM,
    value: [
      { min: 150, code: 'excellent', label: 'Xuất sắc' },
      { min: 120, code: 'good', label: 'Tốt' },
      { min: 90, code: 'fair', label: 'Khá' },
      { min: 60, code: 'average', label: 'Trung bình' },
      { min: 0, code: 'weak', label: 'Yếu' },
    ],
    cite: article('15'),
  },
];

/** Completion levels of an officer by his total of at most 10 points. */
export const OFFICER_GRADES: Grades<OfficerGradeCode> = [
  {
    from: FROM,
    value: [
      { min: 50, code: 'full', label: 'Hoàn thành 100% nhiệm vụ' },
      { min: 35, code: 'most', label: 'Hoàn thành từ 70% đến dưới 100% nhiệm vụ' },
      { min: 0, code: 'under', label: 'Hoàn thành dưới 70% nhiệm vụ' },
    ],
    cite: article('15'),
  },
];

/**
 * Steps of the circular as a province's decision applies them from its first day on, cited by the decision; before that day they
 * are the circular's own.
 */
export function underDecision<Code>(national: Grades<Code>, from: IsoDate, cite: Citation): Grades<Code> {
  return [...national, ...national.map(({ value }) => ({ from, value, cite }))];
}

/** The nine indicators of 2 · 1 · 0 points. National until NĐ 61/2018 ended; afterwards only where a province keeps it. */
export const TT01_2018 = {
  id: 'tt01-2018',
  method: 'points',
  family: 'office',
  title: 'Chín chỉ số theo Thông tư 01/2018/TT-VPCP',
  inForce: [
    { from: FROM, value: true, cite: article('13') },
    {
      from: '2025-07-01',
      value: null,
      cite: {
        act: 'NĐ 118/2025/NĐ-CP',
        article: '40',
        clause: '1',
        certainty: 'recalled',
        note: 'Văn bản chỉ nói NĐ 61/2018/NĐ-CP hết hiệu lực từ 01/7/2025; thông tư hướng dẫn hết theo nghị định là quy định chung, chưa đối chiếu.',
      },
    },
  ],
  from: FROM,
  verifiedOn: '2026-11-21',
  caveats: [],
  perDossier: [1, 2, 3, 4, 6, 7],
  perUnit: [5, 6, 8, 9],
  officerTotal: [1, 2, 3, 4, 7],
  unitTotal: INDICATOR_IDS,
  unitGrades: UNIT_GRADES,
  officerGrades: OFFICER_GRADES,
  levels: LEVELS,
  selfScoreEvery: [],
  periods: [],
  settles: {},
  settledBy: null,
} as const satisfies PointsRuleset;
