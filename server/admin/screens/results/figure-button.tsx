import { formatCount } from '#rules/format.ts';
import { type Figure, printFigure } from '#rules/print-figure.ts';
import { language, text } from '../../text.ts';

interface FigureButtonProps {
  of: Figure;
  indicator: number;
  /** The series, as the column is headed. */
  name: string;
  /** Said after the count, e.g. where the official value was taken from. */
  from?: string;
  onOpen: () => void;
}

/** A number that opens what stands behind it, with interval and n; a missing one is a dash and its reason. Without n it was declared. */
export function FigureButton({ of, indicator, name, from, onOpen }: FigureButtonProps) {
  const points = printFigure(of, 'value', language());
  const counted = of.n !== null;
  const label = text(counted || of.value === null ? 'cell.open' : 'cell.open.declared', {
    i: indicator,
    series: name,
    points,
    n: formatCount(of.n ?? 0, language()),
  });
  return (
    <>
      <button type="button" class="figure" data-figure={of.id} aria-label={label} onClick={onOpen}>
        {points}
      </button>
      {of.low !== null && <span class="below whole">{printFigure(of, 'interval', language())}</span>}
      <span class="small muted">
        {of.value === null ? (
          <span lang="vi">{of.because ?? text('cell.few', { n: formatCount(of.n ?? 0, language()) })}</span>
        ) : (
          [counted ? printFigure(of, 'n', language()) : text('cell.declared'), ...(from ? [from] : [])].join(' · ')
        )}
        {of.value !== null && of.few && ` · ${text('results.few')}`}
      </span>
    </>
  );
}
