import { dotLine, SERIES_MARKS } from '#rules/drawing/dot-line.ts';
import { figureOf, levelId } from '#rules/figure-id.ts';
import type { IndicatorId } from '#rules/finding.ts';
import { formatList, formatTenths } from '#rules/format.ts';
import { meanTenths } from '#rules/points.ts';
import { type Figure, SMALL_N } from '#rules/print-figure.ts';
import { INDICATOR_NAMES } from '#rules/rulesets/tt01-2018.ts';
import type { Block, Run } from '#wire/report.ts';
import type { KeptSum } from '../../store/snapshot-sums.ts';
import { endsOf, keptRange } from '../index-range.ts';
import { type Ink, joined, over, sizeOf } from './ink.ts';
import { levelsOf, type ReportLevel, type ReportSource } from './report-source.ts';

const SERIES = [
  ['citizen', 'người dân'],
  ['computed', 'hệ thống'],
  ['self', 'tự chấm'],
] as const;
const INDICATORS = [1, 2, 3, 4, 5, 6, 7, 8, 9] as const satisfies readonly IndicatorId[];

/** The sums of several units together; units of whom none was kept are left out. */
function pooledSum(all: readonly (KeptSum | undefined)[]): KeptSum {
  const kept = all.flatMap((each) => (each && each[0] !== null ? [[each[0], each[1]] as const] : []));
  return [kept.reduce((total, [sum]) => total + sum, 0), kept.reduce((total, [, n]) => total + n, 0)];
}

/** One index of one series over a level: the mean of all dossiers or answers of its units together, not of their indices. */
function levelIndex(
  { level, shown }: ReportLevel,
  source: ReportSource,
  id: IndicatorId,
  series: 'citizen' | 'computed' | 'self',
): Figure | null {
  const [sum, n] = pooledSum(shown.map(({ sums }) => sums?.[series][id]));
  if (n === 0 || sum === null) return null;
  const value = meanTenths(sum, n, source.choices.rounding);
  return figureOf(levelId(level, `index-${id}`, series), 'tenths', value, {
    ...endsOf(keptRange([sum, n]), value),
    ...{ of: 20, n, few: n < SMALL_N },
  });
}

const tick = (at: number) => ({ at, label: formatTenths(at) });

/** The three series of the nine indicators over a level, where at least one of them is known. */
function seriesChart(level: ReportLevel, source: ReportSource, ink: Ink): Block[] {
  const rows = INDICATORS.map((id) => ({
    label: `Chỉ số ${id}`,
    figures: SERIES.map(([series]) => {
      const figure = levelIndex(level, source, id, series);
      return figure && ink.keep(figure);
    }),
  })).filter(({ figures }) => figures.some((figure) => figure !== null));
  if (rows.length === 0) return [];
  const drawing = dotLine({
    id: `ba-chuoi-${level.level}`,
    title: `${level.title}: ${rows.length} chỉ số theo người dân, hệ thống và tự chấm`,
    head: 'Chỉ số',
    value: 'điểm',
    axis: { min: 0, max: 20, ticks: [0, 10, 20].map(tick) },
    series: SERIES.map(([series, label]) => ({ label, ...SERIES_MARKS[series] })),
    rows,
    notes: ['Chỉ số không có trong biểu đồ thì cả ba bên đều không có số liệu, hoặc chỉ do đơn vị kê khai.'],
  });
  return [{ kind: 'chart', drawing }];
}

/** What citizens, the system and the units themselves say of one indicator, beside each other. */
function indicatorLine(level: ReportLevel, source: ReportSource, id: IndicatorId, ink: Ink): Run[] {
  const name = `Chỉ số ${id} (${INDICATOR_NAMES[id]})`;
  const told = SERIES.flatMap(([series, label]): Run[][] => {
    const figure = levelIndex(level, source, id, series);
    return figure ? [ink.say`${label} ${over(figure)}, ${sizeOf(figure)}`] : [];
  });
  if (told.length > 0) return ink.say`${name}: ${joined(told, '; ')}.`;
  const points = level.shown.flatMap(({ official }) => official[id - 1]?.value ?? []);
  if (points.length === 0) return ink.say`${name}: chưa đủ dữ liệu nên không tính.`;
  const reached = figureOf(
    levelId(level.level, `index-${id}`, 'full'),
    'count',
    points.filter((p) => p === 20).length,
    { of: level.shown.length },
  );
  return ink.say`${name}: ${over(reached)} đơn vị đạt tối đa 2 điểm, theo kê khai và số liệu của đơn vị.`;
}

function missingLine(level: ReportLevel, ink: Ink): Block[] {
  const without = level.shown.filter(({ missing }) => missing.length > 0);
  return without.map(
    (unit): Block => ({
      kind: 'paragraph',
      item: true,
      runs: ink.say`${unit.name}: chỉ số ${formatList(unit.missing.map(String))} chưa đủ dữ liệu nên không tính; tổng điểm ${over(unit.total)}, ${unit.grade.text === null ? 'chưa xếp loại' : `xếp loại ${unit.grade.text}`}.`,
    }),
  );
}

/** The nine official indices of each unit with their sum. */
export function indexTable(level: ReportLevel, source: ReportSource, ink: Ink): Block {
  return {
    kind: 'table',
    key: `indices-${level.level}`,
    caption: `Chín chỉ số của đơn vị ${level.title.toLowerCase()}`,
    columns: [
      { label: 'Đơn vị', number: false, width: 34 },
      ...INDICATORS.map((id) => ({ label: `${id}`, number: true, width: 6 })),
      { label: 'Tổng điểm', number: true, width: 12 },
    ],
    rows: level.shown.map((unit) => {
      const present = unit.official.filter(({ value }) => value !== null);
      if (unit.total.value !== null && source.choices.total === 'sumOfRounded' && source.period.parts.length === 0)
        ink.made(unit.total, { kind: 'sum', of: present.map(({ id }) => id) });
      return [
        ink.cell(unit.name),
        ...INDICATORS.map((id) => ink.cell(unit.official[id - 1] ?? null)),
        ink.cell(unit.missing.length > 0 ? over(unit.total) : unit.total),
      ];
    }),
    total: false,
    wide: false,
    source: 'Mỗi chỉ số tối đa 2 điểm.',
  };
}

/** II.2: the nine indicators over each level, then unit by unit. */
export function indicatorsSection(source: ReportSource, ink: Ink): Block[] {
  const levels = levelsOf(source.units).filter(({ shown }) => shown.length > 0);
  const privately = source.units.every(({ rows }) => rows !== null);
  return [
    { kind: 'heading', level: 2, key: 'indicators', text: '2. Kết quả theo chín chỉ số' },
    ...levels.flatMap((level): Block[] => [
      ...(levels.length > 1
        ? [{ kind: 'heading', level: 3, key: `indicators-${level.level}`, text: level.title } as const]
        : []),
      ...(privately
        ? INDICATORS.map(
            (id): Block => ({ kind: 'paragraph', item: true, runs: indicatorLine(level, source, id, ink) }),
          )
        : []),
      indexTable(level, source, ink),
      ...(privately ? seriesChart(level, source, ink) : []),
      ...missingLine(level, ink),
    ]),
  ];
}
