import { placeOf } from '#rules/drawing/lane.ts';
import { trendLine } from '#rules/drawing/trend-line.ts';
import { printFigure } from '#rules/print-figure.ts';
import type { Block } from '#wire/report.ts';
import { type Ink, joined } from './ink.ts';
import type { ReportSource } from './report-source.ts';

/** Tops of the axis, per mille: it begins at 0 and ends above every value, so that small shares are seen and none is cut. */
const TOPS = [50, 100, 200, 500, 1000];

/** II.4: the share of late dossiers over the periods, where there are two to compare. */
export function overdueTrend({ beside }: ReportSource, ink: Ink): Block[] {
  const trend = beside?.trend ?? [];
  const known = trend.filter(({ overdue }) => overdue.value !== null);
  const [first, last] = [known[0], known.at(-1)];
  if (known.length < 2 || !first || !last) return [];
  const [before, after] = [placeOf(first.overdue) ?? 0, placeOf(last.overdue) ?? 0];
  const [from, to] = [printFigure(first.overdue), printFigure(last.overdue)];
  const title =
    from === to
      ? `Trễ hạn giữ ở ${to}`
      : after < before
        ? `Trễ hạn giảm từ ${from} xuống ${to}`
        : `Trễ hạn tăng từ ${from} lên ${to}`;
  const highest = Math.max(...known.map(({ overdue }) => placeOf(overdue) ?? 0));
  const told = known.map(({ label, overdue }) => ink.say`${label} ${overdue}`);
  return [
    {
      kind: 'paragraph',
      item: false,
      runs: ink.say`Tỷ lệ trễ hạn trong số hồ sơ so được với ngày hẹn: ${joined(told, ', ')}.`,
    },
    {
      kind: 'chart',
      drawing: trendLine({
        id: 'tre-han-qua-cac-ky',
        title,
        head: 'Kỳ',
        series: [
          {
            label: 'Trễ hạn',
            look: 'st-overdue',
            points: trend.map(({ label, overdue, changed }) => ({ label, figure: overdue, changed })),
          },
        ],
        max: TOPS.find((top) => highest < top) ?? 1000,
      }),
    },
  ];
}
