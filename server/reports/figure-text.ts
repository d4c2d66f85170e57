import { printFigure } from '#rules/print-figure.ts';
import type { ReportBody, Run } from '#wire/report.ts';

export type FiguresById = ReadonlyMap<string, ReportBody['figures'][number]>;

export const figuresById = ({ figures }: ReportBody): FiguresById =>
  new Map(figures.map((figure) => [figure.id, figure]));

/** What a run says. @throws Error for a figure the body does not carry. */
export function runText(run: Run, figures: FiguresById): string {
  if ('text' in run) return run.text;
  const figure = figures.get(run.figure);
  if (!figure) throw new Error(`The report names ${run.figure} and does not carry it.`);
  return printFigure(figure, run.show);
}

export const lineText = (runs: readonly Run[], figures: FiguresById): string =>
  runs.map((run) => runText(run, figures)).join('');
