import { figureOf, unitId } from '#rules/figure-id.ts';
import type { IndicatorId } from '#rules/finding.ts';
import { officialSource } from '#rules/official.ts';
import type { Ink } from './ink.ts';
import type { ReportSource, ReportUnit } from './report-source.ts';

/** Keeps what the indices of a unit are the means of, so that a spreadsheet computes them again: `ROUND(sum / n, 1)`. */
export function keepMeans({ unit, official, rows, sums }: ReportUnit, { choices }: ReportSource, ink: Ink): void {
  if (!sums || choices.rounding !== 'halfUp') return;
  official.forEach((figure, i) => {
    const id = (i + 1) as IndicatorId;
    const source = officialSource(id, choices);
    if (figure.value === null || source === 'unit' || rows?.[i]?.officialSeries === 'appraised') return;
    const [sum, n] = sums[source][id] ?? [null, 0];
    if (sum === null || n === 0) return;
    const top = ink.keep(figureOf(unitId(unit, id, 'sum'), 'tenths', sum));
    const bottom = ink.keep(figureOf(unitId(unit, id, 'n'), 'count', n));
    ink.made(figure, { kind: 'mean', sum: top.id, n: bottom.id });
  });
}
