import { rankDots } from '#rules/drawing/rank-dots.ts';
import { printFigure } from '#rules/print-figure.ts';
import type { RankedUnit } from '#wire/ranking.ts';
import { Chart } from '../../parts/chart.tsx';
import { language, text } from '../../text.ts';

/** More lanes than this are unfolded on request. */
const MANY = 20;

interface RankingChartProps {
  level: RankedUnit['level'];
  units: readonly RankedUnit[];
  sector: string;
  notes: readonly string[];
}

/** The same units as dots with their intervals, tiers as bands; nothing where fewer than two have a total. */
export function RankingChart({ level, units, sector, notes }: RankingChartProps) {
  const shown = units.filter(({ rank, total }) => total.value !== null && (sector !== '' || rank !== null));
  const [first] = shown;
  if (!first || shown.length < 2) return null;
  const max = Math.max(...shown.map(({ total }) => total.of ?? 0));
  const together = shown.filter(({ tier }) => tier !== null && tier === first.tier).length;
  const drawing = rankDots({
    id: `ranking-${level}`,
    title: text(together > 1 ? 'results.chart.tier' : 'results.chart', {
      level: text(`level.${level}`),
      unit: first.name,
      total: printFigure(first.total, 'value', language()),
      n: together,
    }),
    head: text('results.unit'),
    value: text('results.total'),
    axis: {
      min: 0,
      max,
      ticks: [0, 1, 2, 3].map((third) => ({ at: (max * third) / 3, label: String(Math.round((max * third) / 30)) })),
    },
    rows: shown.map(({ name, total, tier }) => ({ label: name, figure: total, tier })),
    notes,
    lang: language(),
  });
  if (shown.length <= MANY) return <Chart drawing={drawing} />;
  return (
    <details>
      <summary>{text('results.chart.open', { n: shown.length })}</summary>
      <Chart drawing={drawing} />
    </details>
  );
}
