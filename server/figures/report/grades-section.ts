import { levelBars } from '#rules/drawing/level-bars.ts';
import { figureOf, levelId } from '#rules/figure-id.ts';
import { formatReportCount } from '#rules/format.ts';
import { printFigure } from '#rules/print-figure.ts';
import type { Block, Run } from '#wire/report.ts';
import { gradeCounts, type LabelCount, NO_GRADE, satisfactionCounts } from './grade-counts.ts';
import { type Ink, joined, office, over } from './ink.ts';
import { pointsTrend } from './points-trend.ts';
import { levelsOf, type ReportLevel, type ReportSource, type ReportUnit } from './report-source.ts';

/** More units than this that differ from most are left to the table. */
const MOST_NAMED = 5;

const some = ({ count }: LabelCount) => (count.value ?? 0) > 0;
const most = (counts: readonly LabelCount[]) =>
  [...counts].sort((a, b) => (b.count.value ?? 0) - (a.count.value ?? 0))[0];

/** A unit of another grade than most, told by itself. */
function named(unit: ReportUnit, ink: Ink): Run[] {
  if (unit.grade.text === null) return ink.say`${unit.name}: ${unit.grade.because ?? 'chưa xếp loại.'}`;
  const level = unit.satisfaction.text === null ? [] : ink.say`, mức độ ${unit.satisfaction}`;
  return ink.say`${unit.name}: tổng điểm ${over(unit.total)}, xếp loại ${unit.grade}${level}.`;
}

/** How many did not evaluate themselves, and what they were given by which rule. */
function unevaluatedLine({ level, title, shown }: ReportLevel, ink: Ink): Block[] {
  const without = shown.filter(({ unevaluated }) => unevaluated !== null);
  const [first] = without;
  if (!first) return [];
  const count = figureOf(levelId(level, 'grade', 'unevaluated'), 'count', without.length, { of: shown.length });
  const grade = first.grade.text === null ? 'không xếp loại' : `xếp loại ${first.grade.text}`;
  const label = first.satisfaction.text === null ? '' : ` và mức độ ${first.satisfaction.text}`;
  return [
    {
      kind: 'paragraph',
      item: false,
      runs: ink.say`${title}: ${office(count)} đơn vị không thực hiện đánh giá, ${grade}${label} theo ${first.unevaluated ?? ''}.`,
    },
  ];
}

function sentences(level: ReportLevel, counts: readonly LabelCount[], alone: boolean, ink: Ink): Block[] {
  const { title, units, shown } = level;
  const hidden = units.length - shown.length;
  const apart = hidden > 0 ? ` ${formatReportCount(hidden)} đơn vị được ẩn, không tính trong các số này.` : '';
  const lead = alone ? 'Kết quả: ' : `${title}: `;
  const paragraph = (runs: Run[]): Block => ({ kind: 'paragraph', item: false, runs });
  if (shown.length === 0) return [paragraph(ink.say`${lead}chưa có đơn vị nào đủ dữ liệu.${apart}`)];
  const grades = counts
    .filter(some)
    .map(({ label, count }) =>
      label === NO_GRADE
        ? ink.say`${office(count)} đơn vị chưa xếp loại`
        : ink.say`${office(count)} đơn vị xếp loại ${label}`,
    );
  const satisfied = satisfactionCounts(level).map(
    ({ label, count }) => ink.say`mức độ ${label} ${office(count)} đơn vị`,
  );
  const all = joined([joined(grades, ', '), ...(satisfied.length > 0 ? [joined(satisfied, ', ')] : [])], '; ');
  const others = shown.filter(({ grade }) => (grade.text ?? NO_GRADE) !== most(counts)?.label);
  const blocks = [paragraph(ink.say`${lead}${all}.${apart}`)];
  if (others.length > 0 && others.length <= MOST_NAMED)
    blocks.push(paragraph(joined([ink.say`Trong đó:`, ...others.map((unit) => named(unit, ink))])));
  return [...blocks, ...unevaluatedLine(level, ink)];
}

interface Counted {
  readonly level: ReportLevel;
  readonly counts: readonly LabelCount[];
}

function gradesTable(told: readonly Counted[], used: readonly number[], ink: Ink): Block {
  const labels = used.map((i) => told[0]?.counts[i]?.label ?? '');
  return {
    kind: 'table',
    key: 'grades',
    caption: 'Số đơn vị theo xếp loại',
    columns: [
      { label: 'Cấp', number: false, width: 24 },
      ...labels.map((label) => ({ label, number: true, width: 60 / labels.length })),
      { label: 'Cộng', number: true, width: 16 },
    ],
    rows: told.map(({ level, counts }) => {
      const shown = used.flatMap((i) => counts[i]?.count ?? []);
      const whole = figureOf(levelId(level.level, 'units', 'shown'), 'count', level.shown.length);
      ink.made(whole, { kind: 'sum', of: shown.map(({ id }) => id) });
      return [ink.cell(level.title), ...shown.map((count) => ink.cell(count)), ink.cell(whole)];
    }),
    total: false,
    wide: false,
    source: '',
  };
}

/** II.1: how many units have each grade, who stands apart, the same as a table and a bar. */
export function gradesSection(source: ReportSource, ink: Ink): Block[] {
  const { units, ruleset } = source;
  const levels = levelsOf(units);
  const counted = levels.map((level): Counted => ({ level, counts: gradeCounts(level, ruleset) }));
  const told = counted.filter(({ level }) => level.shown.length > 0);
  const blocks: Block[] = [
    { kind: 'heading', level: 2, key: 'grades', text: '1. Kết quả xếp loại đơn vị' },
    ...counted.flatMap(({ level, counts }) => sentences(level, counts, levels.length === 1, ink)),
  ];
  const [first] = told;
  const top = first && most(first.counts);
  if (!first || !top) return blocks;
  const used = first.counts.flatMap((_, i) =>
    told.some(({ counts }) => counts.slice(i, i + 1).some(some)) ? [i] : [],
  );
  const share = `${printFigure(top.count, 'over')} đơn vị ${top.label}`;
  blocks.push(gradesTable(told, used, ink), {
    kind: 'chart',
    drawing: levelBars({
      id: 'xep-loai',
      title: told.length > 1 ? `${first.level.title}: ${share}` : share,
      head: 'Cấp',
      levels: used.flatMap((i) => first.counts[i] ?? []),
      rows: told.map(({ level, counts }) => ({
        label: level.title,
        parts: used.flatMap((i) => counts[i]?.count ?? []),
        note: null,
      })),
    }),
  });
  return [...blocks, ...pointsTrend(source, ink)];
}
