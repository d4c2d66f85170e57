import type { DossierFacts } from '#rules/facts.ts';
import { misreading } from '#rules/misreading.ts';
import { findSurvey } from '#rules/surveys/index.ts';
import { group } from './case.ts';

interface Given {
  readonly survey: string;
  readonly answers: Readonly<Record<string, string>>;
  /** Contacts after filing the system has; absent = its list does not show them. */
  readonly recorded?: NonNullable<DossierFacts['contacts']>;
}

function run({ survey: id, answers, recorded }: Given) {
  const survey = findSurvey(id);
  if (!survey) throw new Error(`no survey ${id}`);
  return misreading(survey, answers, recorded === undefined ? {} : { contacts: recorded });
}

const on = '2026-11-24';
const LEGACY = 'binh-thuan-2019';
const OURS = 'danhgia-2026';
const REPORT = 'Báo cáo số 25/BC-TTHCC ngày 24/11/2021 của Bình Thuận, câu 3 và câu 4';
const SPOKEN = 'Điều 9 TT 01/2018/TT-VPCP: yêu cầu bổ sung phải có Mẫu số 02 (cách hiểu)';
const nothing = { compared: [], suspectedMisreading: [], unrecordedSupplement: null };

export const MISREADING = group('Nghi hiểu sai câu hỏi và bổ sung không ghi sổ', run, [
  {
    name: 'Phiếu cũ ghi «1 lần», hồ sơ không có lần bổ sung nào',
    on,
    given: { survey: LEGACY, answers: { l3: 'one' }, recorded: 0 },
    expect: { compared: [3], suspectedMisreading: [3], unrecordedSupplement: null },
    article: REPORT,
  },
  {
    name: 'Phiếu cũ ghi «1 lần», hồ sơ đúng là có 1 lần bổ sung',
    on,
    given: { survey: LEGACY, answers: { l3: 'one' }, recorded: 1 },
    expect: { compared: [3], suspectedMisreading: [], unrecordedSupplement: null },
    article: REPORT,
  },
  {
    name: 'Phiếu cũ ghi «1 lần», hồ sơ có từ 2 lần bổ sung',
    on,
    given: { survey: LEGACY, answers: { l3: 'one' }, recorded: 2 },
    expect: { compared: [3], suspectedMisreading: [], unrecordedSupplement: null },
    article: REPORT,
  },
  {
    name: 'Phiếu cũ ghi «1 lần», không biết hồ sơ có bổ sung hay không',
    on,
    given: { survey: LEGACY, answers: { l3: 'one' } },
    expect: nothing,
    article: REPORT,
  },
  {
    name: 'Phiếu cũ ghi «1 cơ quan», hồ sơ không có lần bổ sung nào',
    on,
    given: { survey: LEGACY, answers: { l4: 'one' }, recorded: 0 },
    expect: { compared: [4], suspectedMisreading: [4], unrecordedSupplement: null },
    article: REPORT,
  },
  {
    name: 'Phiếu cũ ghi cả «1 lần» và «1 cơ quan», hồ sơ không có lần bổ sung nào',
    on,
    given: { survey: LEGACY, answers: { l3: 'one', l4: 'one' }, recorded: 0 },
    expect: { compared: [3, 4], suspectedMisreading: [3, 4], unrecordedSupplement: null },
    article: REPORT,
  },
  {
    name: 'Phiếu cũ ghi «Không» ở cả hai câu',
    on,
    given: { survey: LEGACY, answers: { l3: 'none', l4: 'none' }, recorded: 0 },
    expect: { compared: [3, 4], suspectedMisreading: [], unrecordedSupplement: null },
    article: REPORT,
  },
  {
    name: 'Phiếu cũ ghi «Trên 1 lần»: không phải lỗi hiểu sai đã biết',
    on,
    given: { survey: LEGACY, answers: { l3: 'many' }, recorded: 0 },
    expect: { compared: [3], suspectedMisreading: [], unrecordedSupplement: null },
    article: REPORT,
  },
  {
    name: 'Phiếu cũ không muốn trả lời câu 3, bỏ trống câu 4',
    on,
    given: { survey: LEGACY, answers: { l3: 'unknown' }, recorded: 0 },
    expect: nothing,
    article: REPORT,
  },
  {
    name: 'Phiếu mới ghi nộp và bổ sung 1 lần, hồ sơ không ghi lần nào',
    on,
    given: { survey: OURS, answers: { q3: 'extra1' }, recorded: 0 },
    expect: { compared: [], suspectedMisreading: [], unrecordedSupplement: true },
    article: SPOKEN,
  },
  {
    name: 'Phiếu mới ghi bổ sung từ 2 lần, hồ sơ không ghi lần nào',
    on,
    given: { survey: OURS, answers: { q3: 'extra2plus', q3b: 'guide' }, recorded: 0 },
    expect: { compared: [], suspectedMisreading: [], unrecordedSupplement: true },
    article: SPOKEN,
  },
  {
    name: 'Phiếu mới ghi chỉ đến nộp, hồ sơ không ghi lần bổ sung nào',
    on,
    given: { survey: OURS, answers: { q3: 'extra0' }, recorded: 0 },
    expect: { compared: [], suspectedMisreading: [], unrecordedSupplement: false },
    article: SPOKEN,
  },
  {
    name: 'Phiếu mới ghi bổ sung từ 2 lần, hồ sơ ghi 1 lần: đã có ghi nhận',
    on,
    given: { survey: OURS, answers: { q3: 'extra2plus' }, recorded: 1 },
    expect: { compared: [], suspectedMisreading: [], unrecordedSupplement: false },
    article: SPOKEN,
  },
  {
    name: 'Phiếu mới ghi 1 lần bổ sung, không biết hồ sơ có ghi hay không',
    on,
    given: { survey: OURS, answers: { q3: 'extra1' } },
    expect: nothing,
    article: SPOKEN,
  },
  {
    name: 'Phiếu mới không trả lời câu số lần',
    on,
    given: { survey: OURS, answers: { overall: 's5' }, recorded: 0 },
    expect: nothing,
    article: SPOKEN,
  },
  {
    name: 'Phiếu ba mức không hỏi số lần liên hệ',
    on,
    given: { survey: 'tt32-3', answers: { overall: 'very' }, recorded: 0 },
    expect: nothing,
    article: 'Điều 12 TT 32/2017/TT-BTTTT',
  },
]);
