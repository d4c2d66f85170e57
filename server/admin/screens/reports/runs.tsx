import { createContext } from 'preact';
import { useContext } from 'preact/hooks';
import { type Figure, printFigure } from '#rules/print-figure.ts';
import type { ReportBody, Run } from '#wire/report.ts';

const Figures = createContext<ReadonlyMap<string, Figure>>(new Map());

export const FiguresProvider = Figures.Provider;
export const figuresOf = ({ figures }: ReportBody): ReadonlyMap<string, Figure> =>
  new Map(figures.map((figure) => [figure.id, figure]));

/** Words and figures of a sentence or a cell; each figure names its id. The document is Vietnamese whatever the screen speaks. */
export function Runs({ of }: { of: readonly Run[] }) {
  const figures = useContext(Figures);
  return (
    <>
      {of.map((run, i) => {
        if ('text' in run) return run.text;
        const figure = figures.get(run.figure);
        return (
          figure && (
            <span key={`${i}-${run.figure}`} data-figure={run.figure} data-show={run.show}>
              {printFigure(figure, run.show)}
            </span>
          )
        );
      })}
    </>
  );
}
