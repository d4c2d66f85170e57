import type { Block } from '#wire/report.ts';
import { type Ink, interval, joined, sizeOf } from './ink.ts';
import type { ReportSource } from './report-source.ts';
import { trendChart, trendTitle } from './trend-chart.ts';

/** II.3: the share of the satisfied over the periods, where there are two to compare. */
export function satisfactionTrend({ beside }: ReportSource, ink: Ink): Block[] {
  const trend = beside?.trend ?? [];
  const figures = trend.map(({ satisfied }) => satisfied);
  const title = trendTitle('Tỷ lệ hài lòng theo phiếu', figures);
  if (title === null) return [];
  const told = trend.flatMap(({ label, satisfied }) =>
    satisfied.value === null ? [] : [ink.say`${label} ${satisfied}`],
  );
  return [
    {
      kind: 'paragraph',
      item: false,
      runs: ink.say`Tỷ lệ hài lòng theo phiếu qua các kỳ: ${joined(told, ', ')}.`,
    },
    {
      kind: 'table',
      key: 'trend-satisfaction',
      caption: 'Tỷ lệ hài lòng theo phiếu qua các kỳ',
      columns: [
        { label: 'Kỳ', number: false, width: 28 },
        { label: 'Tỷ lệ hài lòng', number: true, width: 22 },
        { label: 'Khoảng 95\u00a0%', number: true, width: 26 },
        { label: 'Số câu trả lời', number: true, width: 24 },
      ],
      rows: trend.map(({ label, satisfied }) => [
        ink.cell(label),
        ink.cell(satisfied),
        ink.cell(interval(satisfied)),
        ink.cell(sizeOf(satisfied)),
      ]),
      total: false,
      wide: false,
      source: '',
    },
    trendChart(
      { id: 'hai-long-qua-cac-ky', title, max: 1000 },
      trend.map(({ label, asked }) => ({ label, changed: asked })),
      [{ label: 'Tỷ lệ hài lòng', look: 'se-citizen', figures }],
    ),
  ];
}
