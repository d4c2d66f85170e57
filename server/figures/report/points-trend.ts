import type { Block } from '#wire/report.ts';
import { type Ink, joined, over, sizeOf } from './ink.ts';
import { LEVELS, type ReportSource } from './report-source.ts';
import type { TrendLevel, TrendPeriod } from './report-trend.ts';
import { trendChart, trendTitle } from './trend-chart.ts';

/** The periods that have units of one level, each with them. */
interface LevelTrend {
  readonly title: string;
  readonly periods: readonly { readonly period: TrendPeriod; readonly of: TrendLevel }[];
}

function gradesTable({ title, periods }: LevelTrend, key: string, ink: Ink): Block {
  // Columns of grades nobody had in any of them are left out; a ruleset without one of them had none of it.
  const labels = [...new Set(periods.flatMap(({ of }) => of.grades.map(({ label }) => label)))];
  const countOf = ({ grades }: TrendLevel, label: string) => grades.find((each) => each.label === label)?.count;
  const used = labels.filter((label) => periods.some(({ of }) => (countOf(of, label)?.value ?? 0) > 0));
  return {
    kind: 'table',
    key,
    caption: `Xếp loại và điểm bình quân qua các kỳ, ${title.toLowerCase()}`,
    columns: [
      { label: 'Kỳ', number: false, width: 20 },
      ...used.map((label) => ({ label, number: true, width: 48 / used.length })),
      { label: 'Điểm bình quân', number: true, width: 17 },
      { label: 'Đơn vị đủ chín chỉ số', number: true, width: 15 },
    ],
    rows: periods.map(({ period, of }) => [
      ink.cell(period.label),
      ...used.map((label) => ink.cell(countOf(of, label) ?? '—')),
      ink.cell(of.mean),
      ink.cell(sizeOf(of.mean)),
    ]),
    total: false,
    wide: false,
    source:
      'Điểm bình quân: trung bình cộng tổng điểm của các đơn vị đủ chín chỉ số, mỗi đơn vị tính một lần. Không văn bản nào quy định điểm chung của nhiều đơn vị; đây là cách hiểu để so các kỳ.',
  };
}

/** II.1: grades and the mean total of the units of each level over the periods, where there are two to compare. */
export function pointsTrend({ beside }: ReportSource, ink: Ink): Block[] {
  const trend = beside?.trend ?? [];
  const levels = LEVELS.flatMap(({ level, title }): (LevelTrend & { readonly level: string })[] => {
    const periods = trend.flatMap((period) =>
      period.levels.flatMap((of) => (of.level === level ? [{ period, of }] : [])),
    );
    return periods.length < 2 ? [] : [{ level, title, periods }];
  });
  return levels.flatMap((each): Block[] => {
    const { level, title, periods } = each;
    const means = periods.map(({ of }) => of.mean);
    const finding = trendTitle(`Điểm bình quân của đơn vị ${title.toLowerCase()}`, means);
    const table = gradesTable(each, `trend-grades-${level}`, ink);
    if (finding === null) return [table];
    const told = periods.flatMap(({ period, of }) =>
      of.mean.value === null ? [] : [ink.say`${period.label} ${over(of.mean)}`],
    );
    return [
      {
        kind: 'paragraph',
        item: false,
        runs: ink.say`Điểm bình quân của đơn vị ${title.toLowerCase()} qua các kỳ: ${joined(told, ', ')}.`,
      },
      table,
      trendChart(
        { id: `diem-qua-cac-ky-${level}`, title: finding, max: Math.max(...means.map(({ of }) => of ?? 0)) },
        periods.map(({ period }) => period),
        [{ label: title, look: 'se-computed', figures: means }],
      ),
    ];
  });
}
