import { type FigureShow, printFigure, type Figure as Shown } from '#rules/print-figure.ts';
import { language } from '../text.ts';

/** One figure as every medium prints it, named by its id; why it is not known stands under it. */
export function Figure({ of, show = 'value' }: { of: Shown; show?: FigureShow }) {
  const why = of.value === null && of.unit !== 'text' ? of.because : null;
  return (
    <>
      <span data-figure={of.id}>{printFigure(of, show, language())}</span>
      {why && (
        <span class="below" lang="vi">
          {why}
        </span>
      )}
    </>
  );
}
