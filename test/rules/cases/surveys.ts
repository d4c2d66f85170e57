import { answersToFacts } from '#rules/surveys/answers-to-facts.ts';
import { findSurvey } from '#rules/surveys/index.ts';
import { satisfied } from '#rules/surveys/satisfied.ts';
import type { Survey } from '#rules/surveys/survey.ts';
import { group } from './case.ts';

interface Given {
  readonly survey: string;
  readonly answers: Readonly<Record<string, string>>;
}

function surveyOf(id: string): Survey {
  const survey = findSurvey(id);
  if (!survey) throw new Error(`no survey ${id}`);
  return survey;
}

/** What one response adds: to the share of the satisfied, and to any indicator. */
function run({ survey: id, answers }: Given) {
  const survey = surveyOf(id);
  const { facts, legacy } = answersToFacts(survey, answers);
  return { satisfied: satisfied(survey, answers), feedsIndicators: Object.keys({ ...facts, ...legacy }).length > 0 };
}

const on = '2026-11-24';
const one = (survey: string, overall: string, yes: boolean | null, name: string, article: string) => ({
  name,
  on,
  given: { survey, answers: { overall } },
  expect: { satisfied: yes, feedsIndicators: false },
  article,
});
const TT32 = 'Điều 12 TT 32/2017/TT-BTTTT, ba mức';
const FIVE = 'Điều 12 TT 32/2017/TT-BTTTT theo thang năm mức của SIPAS (cách hiểu)';
const TABLET = 'Máy tính bảng theo QĐ 800/QĐ-UBND của Tây Ninh, kết quả năm 2020';
const OURS = 'Khoản 1 Điều 33 NĐ 118/2025/NĐ-CP';

export const SURVEY_CASES = group('Phiếu: câu trả lời nào là hài lòng', run, [
  one('tt32-3', 'very', true, 'Thang ba mức: Rất hài lòng', TT32),
  one('tt32-3', 'satisfied', true, 'Thang ba mức: Hài lòng', TT32),
  one('tt32-3', 'notYet', false, 'Thang ba mức: Chưa hài lòng', TT32),
  one('tt32-3', 'unknown', null, 'Thang ba mức: không rõ hoặc không muốn trả lời', TT32),
  one('tt32-3', 's5', null, 'Mã trả lời của phiếu khác không được tính là hài lòng', TT32),
  {
    name: 'Thang ba mức: chỉ trả lời câu về thái độ thì không vào tỷ lệ hài lòng chung',
    on,
    given: { survey: 'tt32-3', answers: { attitude: 'very', time: 'notYet', ease: 'satisfied' } },
    expect: { satisfied: null, feedsIndicators: false },
    article: TT32,
  },
  one('tt32-5', 's5', true, 'Thang năm mức: Rất hài lòng', FIVE),
  one('tt32-5', 's4', true, 'Thang năm mức: Hài lòng', FIVE),
  one('tt32-5', 's3', false, 'Thang năm mức: Bình thường', FIVE),
  one('tt32-5', 's2', false, 'Thang năm mức: Không hài lòng', FIVE),
  one('tt32-5', 's1', false, 'Thang năm mức: Rất không hài lòng', FIVE),
  one('tt32-5', 'unknown', null, 'Thang năm mức: không rõ hoặc không muốn trả lời', FIVE),
  one('tay-ninh-tablet-3', 'very', true, 'Máy tính bảng Tây Ninh: Rất hài lòng', TABLET),
  one('tay-ninh-tablet-3', 'satisfied', true, 'Máy tính bảng Tây Ninh: Hài lòng', TABLET),
  one('tay-ninh-tablet-3', 'normal', false, 'Máy tính bảng Tây Ninh: Bình thường là mức thấp nhất', TABLET),
  one('tay-ninh-tablet-3', 'unknown', null, 'Máy tính bảng Tây Ninh: không trả lời', TABLET),
  one('danhgia-2026', 's5', true, 'Phiếu 2026: Rất hài lòng', OURS),
  one('danhgia-2026', 's4', true, 'Phiếu 2026: Hài lòng', OURS),
  one('danhgia-2026', 's3', false, 'Phiếu 2026: Bình thường', OURS),
  one('danhgia-2026', 's1', false, 'Phiếu 2026: Rất không hài lòng', OURS),
  one('danhgia-2026', 'unknown', null, 'Phiếu 2026: không rõ hoặc không muốn trả lời', OURS),
  {
    name: 'Phiếu 2026: bỏ trống câu chung thì không vào tỷ lệ, các câu khác vẫn vào chỉ số',
    on,
    given: { survey: 'danhgia-2026', answers: { q1: 'before' } },
    expect: { satisfied: null, feedsIndicators: true },
    article: OURS,
  },
  {
    name: 'Phiếu Bình Thuận 2019 không hỏi mức hài lòng',
    on,
    given: { survey: 'binh-thuan-2019', answers: { l1: 'shorter', overall: 's5' } },
    expect: { satisfied: null, feedsIndicators: true },
    article: 'QĐ 1063/QĐ-UBND của Bình Thuận',
  },
]);
