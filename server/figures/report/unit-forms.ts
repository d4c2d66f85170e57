import { figureOf, rankingId } from '#rules/figure-id.ts';
import { formatList } from '#rules/format.ts';
import { INDICATOR_NAMES } from '#rules/rulesets/tt01-2018.ts';
import type { Block, ReportBody, Run } from '#wire/report.ts';
import { rankingTable } from './appendices.ts';
import { indexTable } from './indicators-section.ts';
import { type Ink, interval, joined, newInk, over, sizeOf } from './ink.ts';
import { periodName } from './period-name.ts';
import { bodyOf } from './report-body.ts';
import { levelsOf, type ReportSource, type ReportUnit } from './report-source.ts';
import { unitTable } from './unit-table.ts';

/** So many indicators are named as what to do first. */
const FIRST = 3;

const paragraph = (runs: Run[], item = false): Block => ({ kind: 'paragraph', item, runs });

function shareLine(unit: ReportUnit, ink: Ink): Block {
  return paragraph(
    unit.share.value === null
      ? ink.say`Chưa đủ 5 phiếu để nêu tỷ lệ hài lòng theo phiếu.`
      : ink.say`Tỷ lệ hài lòng theo phiếu: ${unit.share} (khoảng 95\u00a0%: ${interval(unit.share)}; ${sizeOf(unit.share)}${unit.share.few ? ', n nhỏ' : ''}).`,
  );
}

function resultLine(unit: ReportUnit, period: string, ink: Ink): Run[] {
  const { name, total, grade, satisfaction, missing } = unit;
  if (total.value === null) return ink.say`Kết quả ${period} của ${name}: ${grade.because ?? 'chưa đủ dữ liệu.'}`;
  if (grade.text === null)
    return ink.say`Kết quả ${period} của ${name}: ${over(total)} điểm, chưa xếp loại${missing.length > 0 ? ` (thiếu chỉ số ${formatList(missing.map(String))})` : ''}.`;
  const level = satisfaction.text === null ? [] : ink.say`, mức độ ${satisfaction}`;
  return ink.say`Kết quả ${period} của ${name}: ${over(total)} điểm, xếp loại ${grade}${level}.`;
}

/** Mẫu 02: the sheet of one unit. */
export function mau02(source: ReportSource): ReportBody {
  const ink = newInk();
  const blocks = source.units.flatMap((unit) => [
    paragraph(resultLine(unit, periodName(source.period), ink)),
    unitTable(unit, source, ink),
    shareLine(unit, ink),
  ]);
  return bodyOf(source, 'mau-02', `Mẫu 02. Phiếu đánh giá đơn vị, ${source.period.label}`, blocks, ink);
}

/** Mẫu 03: the ranking of the province, level by level, with the nine indices of each unit. */
export function mau03(source: ReportSource): ReportBody {
  const ink = newInk();
  const levels = levelsOf(source.units);
  const blocks = levels.flatMap((level) => [rankingTable(level, ink), indexTable(level, source, ink)]);
  return bodyOf(source, 'mau-03', `Mẫu 03. Xếp hạng các đơn vị, ${source.period.label}`, blocks, ink);
}

/** What the total was before, where the two can be compared. */
export interface Before {
  readonly label: string;
  readonly total: number;
}

function changeLine(unit: ReportUnit, before: Before | null, ink: Ink): Run[] {
  if (before === null || unit.total.value === null) return [];
  const change = figureOf(rankingId(unit.unit, 'change'), 'difference', unit.total.value - before.total);
  return ink.say` So với ${before.label}: ${change} điểm.`;
}

/** The indicators furthest from their most, lowest first. */
function firstThings(unit: ReportUnit, ink: Ink): Block[] {
  const low = unit.official
    .map((figure, i) => ({ figure, id: i + 1 }))
    .filter(({ figure: { value, of } }) => value !== null && of !== null && value < of)
    .sort((a, b) => (a.figure.value ?? 0) - (b.figure.value ?? 0) || a.id - b.id)
    .slice(0, FIRST);
  if (low.length === 0) return [];
  const said = low.map(
    ({ figure, id }) => ink.say`chỉ số ${String(id)} (${INDICATOR_NAMES[id as 1]}), đạt ${over(figure)}`,
  );
  return [paragraph(ink.say`Việc nên làm trước: ${joined(said, '; ')}.`)];
}

/** The notice of its results to one unit. @param before its total in the period before, `null` = none that compares. */
export function noticeOf(source: ReportSource, before: Before | null): ReportBody {
  const ink = newInk();
  const { period } = source;
  const open = period.state === 'closed';
  const blocks = source.units.flatMap((unit): Block[] => [
    paragraph([...resultLine(unit, periodName(period), ink), ...changeLine(unit, before, ink)]),
    ...firstThings(unit, ink),
    shareLine(unit, ink),
    paragraph(
      open
        ? ink.say`Có ý kiến khác, gửi giải trình trước khi khóa sổ kỳ này. Ý kiến được trả lời trong 05 ngày làm việc.`
        : ink.say`Kỳ này đã khóa sổ nên không nhận giải trình nữa.`,
    ),
    unitTable(unit, source, ink),
  ]);
  return bodyOf(source, 'notice', `Kết quả đánh giá việc giải quyết thủ tục hành chính ${period.label}`, blocks, ink);
}
