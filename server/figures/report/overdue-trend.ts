import { placeOf } from '#rules/drawing/lane.ts';
import type { Block } from '#wire/report.ts';
import { type Ink, joined, sizeOf } from './ink.ts';
import type { ReportSource } from './report-source.ts';
import { trendChart, trendTitle } from './trend-chart.ts';

/** Tops of the axis, per mille: it begins at 0 and ends above every value, so that small shares are seen and none is cut. */
const TOPS = [50, 100, 200, 500, 1000];

/** II.4: the share of late dossiers over the periods, where there are two to compare. */
export function overdueTrend({ beside }: ReportSource, ink: Ink): Block[] {
  const trend = beside?.trend ?? [];
  const figures = trend.map(({ overdue }) => overdue);
  const title = trendTitle('Trễ hạn', figures);
  if (title === null) return [];
  const known = trend.filter(({ overdue }) => overdue.value !== null);
  const highest = Math.max(...known.map(({ overdue }) => placeOf(overdue) ?? 0));
  const told = known.map(({ label, overdue }) => ink.say`${label} ${overdue}`);
  return [
    {
      kind: 'paragraph',
      item: false,
      runs: ink.say`Tỷ lệ trễ hạn trong số hồ sơ so được với ngày hẹn: ${joined(told, ', ')}.`,
    },
    {
      kind: 'table',
      key: 'trend-overdue',
      caption: 'Hồ sơ trễ hạn qua các kỳ',
      columns: [
        { label: 'Kỳ', number: false, width: 34 },
        { label: 'Trễ hạn', number: true, width: 33 },
        { label: 'Hồ sơ so được với ngày hẹn', number: true, width: 33 },
      ],
      rows: trend.map(({ label, overdue }) => [ink.cell(label), ink.cell(overdue), ink.cell(sizeOf(overdue))]),
      total: false,
      wide: false,
      source: '',
    },
    trendChart({ id: 'tre-han-qua-cac-ky', title, max: TOPS.find((top) => highest < top) ?? 1000 }, trend, [
      { label: 'Trễ hạn', look: 'st-overdue', figures },
    ]),
  ];
}
