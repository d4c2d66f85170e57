import type { ComponentChildren } from 'preact';
import { text } from '../text.ts';
import type { Pages } from '../use-pages.ts';
import { FaultText } from './fault-text.tsx';

interface PagedProps<Row> {
  of: Pages<Row>;
  /** Said when there is none. */
  none: string;
  children: (rows: readonly Row[]) => ComponentChildren;
}

/** A list in pages: what came so far, that more is loading, why it failed, and the way to the rest. */
export function Paged<Row>({ of, none, children }: PagedProps<Row>) {
  return (
    <>
      {of.loaded && of.rows.length === 0 && !of.more && <p>{none}</p>}
      {of.rows.length > 0 && children(of.rows)}
      <p role="status" class="muted">
        {of.busy && text('state.loading')}
      </p>
      {of.fault && <FaultText fault={of.fault} />}
      {!of.busy && of.more && (
        <button type="button" class="button" onClick={of.next}>
          {text(of.fault ? 'state.again' : 'list.more')}
        </button>
      )}
    </>
  );
}
