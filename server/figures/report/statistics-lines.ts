import { figureOf, timelinessId } from '#rules/figure-id.ts';
import type { Figure } from '#rules/print-figure.ts';
import type { StatisticsColumn } from '#rules/statistics/row.ts';
import type { Block } from '#wire/report.ts';
import type { Timeliness } from '#wire/timeliness.ts';
import { type Ink, joined, office, part } from './ink.ts';
import type { ReportSource } from './report-source.ts';

const paragraph = (runs: ReturnType<Ink['say']>): Block => ({ kind: 'paragraph', item: false, runs });

/** The cells of the whole by their column; one that nobody counted is absent. */
function cellsOf({ statistics: { columns, rows } }: Timeliness): Partial<Record<StatisticsColumn, Figure>> {
  const [whole] = rows;
  return Object.fromEntries(columns.flatMap(({ key }, i) => (whole?.cells[i] ? [[key, whole.cells[i]]] : [])));
}

/** Taken in, solved by their time, running: what offices report of their dossiers, from the table of statistics. */
function flowLine(time: Timeliness, ink: Ink): Block[] {
  const { total, before, solved, early, onTime, overdue, solvedUnknown, open } = cellsOf(time);
  if (!total || !before || !solved || !open || !total.value) return [];
  const of = (figure: Figure, whole: Figure): Figure => ({ ...figure, of: whole.value });
  const share = (figure: Figure, whole: Figure) => ink.say`${of(figure, whole)} hồ sơ (${part(of(figure, whole))})`;
  const told = (label: string, figure: Figure | undefined) =>
    figure?.value ? [ink.say`${label} ${of(figure, solved)} (${part(of(figure, solved))})`] : [];
  const parts = [
    ...told('trước hạn', early),
    ...told('đúng hạn', onTime),
    ...told('quá hạn', overdue),
    ...told('không rõ hạn', solvedUnknown),
  ];
  const by = parts.length > 0 ? ink.say`, gồm ${joined(parts, ', ')}` : [];
  const rest = total.value - (solved.value ?? 0) - (open.value ?? 0);
  const left =
    rest > 0
      ? ink.say`; ${office(figureOf(timelinessId('all', 'table-rest'), 'count', rest))} hồ sơ trả lại, rút hoặc không rõ ngày kết thúc`
      : [];
  return [
    paragraph(
      ink.say`Tiếp nhận ${office(total)} hồ sơ, kể cả ${office(before)} hồ sơ kỳ trước chuyển qua; đã giải quyết ${share(solved, total)}${by}; đang giải quyết ${share(open, total)}${left}.`,
    ),
  ];
}

/** Letters nobody records are not letters that were never sent. */
function letterLine({ letters: { inTime, unknown } }: Timeliness, ink: Ink): Block[] {
  if (inTime.value === null || !inTime.of) return [];
  if (unknown.value === inTime.of)
    return [paragraph(ink.say`Chưa rõ ${unknown} hồ sơ trễ hạn đã được xin lỗi hay chưa.`)];
  const rest = unknown.value ? ink.say`; chưa rõ ${unknown} hồ sơ` : [];
  return [paragraph(ink.say`${office(inTime)} hồ sơ trễ hạn đã được xin lỗi đúng thời gian quy định${rest}.`)];
}

function movedLine({ moved: { moved, afterExpiry } }: Timeliness, ink: Ink): Block[] {
  if (!moved.value) return [];
  return [
    paragraph(
      ink.say`Ngày hẹn đổi ở ${office(moved)} hồ sơ, trong đó ${office(afterExpiry)} hồ sơ đổi sau khi đã quá hạn.`,
    ),
  ];
}

/** Of the dossiers that ended and are known: how many went beyond what is allowed. */
function againLine({ again: { reappointed, supplement } }: NonNullable<ReportSource['beside']>, ink: Ink): Block[] {
  const told = [
    ...(reappointed ? [ink.say`${office(reappointed)} hồ sơ hẹn lại quá một lần`] : []),
    ...(supplement ? [ink.say`${office(supplement)} hồ sơ yêu cầu bổ sung quá một lần`] : []),
  ];
  return told.length === 0
    ? []
    : [paragraph(ink.say`Trong số hồ sơ kết thúc trong kỳ và có ghi: ${joined(told, '; ')}.`)];
}

/** Dates moved and requests beyond one: what an office may cite where it says why dossiers were late. */
export function causeLines({ time, beside }: Pick<ReportSource, 'time' | 'beside'>, ink: Ink): Block[] {
  return [...(time === null ? [] : movedLine(time, ink)), ...(beside === null ? [] : againLine(beside, ink))];
}

/** What the table of statistics, the letters of apology, the moved dates and the requests beyond one say of the period. */
export function statisticsLines({ time, beside }: Pick<ReportSource, 'time' | 'beside'>, ink: Ink): Block[] {
  return [
    ...(time === null ? [] : [...flowLine(time, ink), ...letterLine(time, ink)]),
    ...causeLines({ time, beside }, ink),
  ];
}
