import { formatCount } from '#rules/format.ts';
import type { Received } from '#wire/results.ts';
import { SortableTable } from '../../parts/sortable-table.tsx';
import { text } from '../../text.ts';
import { clockTime } from '../../when.ts';

/** Answers as they come in, by unit. No share before the close. */
export function ReceivedCounts({ counts, at }: { counts: Received; at: Date | null }) {
  return (
    <>
      <dl class="counts">
        <div>
          <dt>{text('today.today')}</dt>
          <dd data-count="today">{formatCount(counts.today)}</dd>
        </div>
        <div>
          <dt>{text('today.total')}</dt>
          <dd data-count="total">{formatCount(counts.total)}</dd>
        </div>
      </dl>
      <p class="muted">
        {text('today.atOnce')} {at && text('state.renewed', { time: clockTime(at) })}
      </p>
      {counts.total === 0 && <p class="note">{text('today.none')}</p>}
      <SortableTable
        caption={text('today.received')}
        rows={counts.units}
        rowKey={(row) => row.unit}
        columns={[
          { key: 'unit', label: text('today.unit'), cell: (row) => row.name, by: (row) => row.name },
          { key: 'n', label: text('today.n'), cell: (row) => formatCount(row.n), by: (row) => row.n, number: true },
        ]}
      />
    </>
  );
}
