import { formatCount } from '#rules/format.ts';
import type { ImportView } from '#wire/import.ts';
import { type TextKey, text } from '../text.ts';

const separators = (): Readonly<Record<string, string>> => ({
  ',': text('imports.separator.comma'),
  ';': text('imports.separator.semicolon'),
  '\t': text('imports.separator.tab'),
});

const list = (headers: readonly string[]) => headers.join(', ') || text('imports.none');

/** How the machine read the file: what to look at before the rows go in. */
function Found({ found }: { found: NonNullable<ImportView['found']> }) {
  const read = [
    found.format.toUpperCase(),
    found.encoding,
    found.sheet,
    found.separator && (separators()[found.separator] ?? found.separator),
  ];
  const orders = found.dateOrders.map(({ column, order }) => `${column}: ${text(`imports.order.${order}` as TextKey)}`);
  return (
    <>
      <h2>{text('imports.found')}</h2>
      <dl>
        <dt>{text('imports.found.format')}</dt>
        <dd>{read.filter(Boolean).join(' · ')}</dd>
        <dt>{text('imports.found.columns')}</dt>
        <dd>{list(found.columns.map(({ header, as }) => (header === as ? as : `${header} → ${as}`)))}</dd>
        {orders.length > 0 && (
          <>
            <dt>{text('imports.found.dates')}</dt>
            <dd>{list(orders)}</dd>
          </>
        )}
        <dt>{text('imports.found.dropped')}</dt>
        <dd>{list(found.droppedColumns)}</dd>
        <dt>{text('imports.found.others')}</dt>
        <dd>{list(found.otherColumns)}</dd>
      </dl>
    </>
  );
}

/** What became of a file: how it was read, how many rows went in, and where the reasons of the others are. */
export function ImportReport({ view }: { view: ImportView }) {
  const { dryRun, read, created, updated, repeated, refused, faults, notices, failure, takenBack, kept } = view;
  const n = (count: number) => formatCount(count);
  const counts = { created: n(created), updated: n(updated), repeated: n(repeated), refused: n(refused) };
  const reasons = faults + notices + kept > 0;
  return (
    <>
      {view.state === 'undone' ? (
        <p>{text('imports.undone', { n: n(takenBack), kept: n(kept) })}</p>
      ) : (
        <p>{dryRun ? text('imports.tried', counts) : text('imports.done', { ...counts, a: n(read - refused) })}</p>
      )}
      {!dryRun && refused > 0 && <p>{text('imports.refused', { b: n(refused) })}</p>}
      {notices > 0 && <p>{text('imports.notices', { n: n(notices) })}</p>}
      {failure && <p class="fault">{failure.message}</p>}
      {reasons && (
        <p>
          <a href={`/v1/imports/${encodeURIComponent(view.id)}/faults.csv`} download>
            {text('imports.faults')}
          </a>
        </p>
      )}
      {view.found && <Found found={view.found} />}
    </>
  );
}
