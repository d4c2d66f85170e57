import type { ComponentChildren } from 'preact';
import { type Figure, printFigure } from '#rules/print-figure.ts';
import { language, text } from '../../text.ts';
import { when } from '../../when.ts';

/** What somebody entered by hand, with where he has it from. */
interface Entered {
  readonly source: string;
  readonly at: string;
}

/** Where a figure comes from; what was entered is told with its source. @param lead what stands before the source. */
export function From({
  said,
  entered,
  lead,
  note,
}: {
  said: string;
  entered: Entered | null;
  lead?: string;
  note?: string | null;
}) {
  return (
    <>
      {said}
      {entered && (
        <span class="below">
          {lead && `${lead} · `}
          {entered.source} · {when(entered.at)}
        </span>
      )}
      {note && (
        <span class="below" lang="vi">
          {note}
        </span>
      )}
    </>
  );
}

interface SourcedTableProps<Row> {
  caption: string;
  /** Headings of what is measured and of its figure. */
  named: string;
  valued: string;
  rows: readonly Row[];
  rowOf: (row: Row) => {
    readonly key: string;
    readonly label: string;
    readonly figure: Figure;
    /** `/2,00` behind the figure: the most it can be. */
    readonly most?: string | undefined;
    readonly from: ComponentChildren;
    /** A cell: `WhyCell`. */
    readonly why: ComponentChildren;
  };
}

/** What is measured, its figure, where it comes from and why it is so. */
export function SourcedTable<Row>({ caption, named, valued, rows, rowOf }: SourcedTableProps<Row>) {
  return (
    <table class="cards">
      <caption>{caption}</caption>
      <thead>
        <tr>
          <th scope="col">{named}</th>
          <th scope="col" class="number">
            {valued}
          </th>
          <th scope="col">{text('qd766.from')}</th>
          <th scope="col">{text('qd766.why')}</th>
        </tr>
      </thead>
      <tbody>
        {rows.map(rowOf).map(({ key, label, figure, most, from, why }) => (
          <tr key={key}>
            <th scope="row" lang="vi">
              {label}
            </th>
            <td class="number" data-label={valued}>
              <div>
                <span data-figure={figure.id} class="whole">
                  {printFigure(figure, 'value', language())}
                  {most}
                </span>
              </div>
            </td>
            <td data-label={text('qd766.from')}>
              <div>{from}</div>
            </td>
            {why}
          </tr>
        ))}
      </tbody>
    </table>
  );
}
