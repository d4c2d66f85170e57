import { placeOf } from '#rules/drawing/lane.ts';
import { trendLine } from '#rules/drawing/trend-line.ts';
import { formatList } from '#rules/format.ts';
import { type Figure, printFigure } from '#rules/print-figure.ts';
import type { Block } from '#wire/report.ts';

type Input = Parameters<typeof trendLine>[0];

/** `Trễ hạn giảm từ 4,1 % xuống 2,6 %`: the finding of a line, from its first value to its last; `null` = fewer than two. */
export function trendTitle(what: string, figures: readonly Figure[]): string | null {
  const known = figures.filter(({ value }) => value !== null);
  const [first, last] = [known[0], known.at(-1)];
  if (known.length < 2 || !first || !last) return null;
  const [from, to] = [printFigure(first), printFigure(last)];
  if (from === to) return `${what} giữ ở ${to}`;
  return (placeOf(last) ?? 0) < (placeOf(first) ?? 0)
    ? `${what} giảm từ ${from} xuống ${to}`
    : `${what} tăng từ ${from} lên ${to}`;
}

/** A line over the periods. @param changed what a period does not share with the one before, one list for each. */
export function trendChart(
  input: Pick<Input, 'id' | 'title' | 'max'>,
  periods: readonly { readonly label: string; readonly changed: readonly string[] }[],
  series: readonly {
    readonly label: string;
    readonly look: Input['series'][number]['look'];
    readonly figures: readonly Figure[];
  }[],
): Block {
  const points = (figures: readonly Figure[]) =>
    periods.flatMap(({ label, changed }, i) => {
      const figure = figures[i];
      return figure ? [{ label, figure, changed: changed.length > 0 ? formatList(changed) : null }] : [];
    });
  return {
    kind: 'chart',
    drawing: trendLine({
      ...input,
      head: 'Kỳ',
      series: series.map(({ label, look, figures }) => ({ label, look, points: points(figures) })),
    }),
  };
}
