import type { ComponentChildren } from 'preact';
import { useState } from 'preact/hooks';

export interface Column<Row> {
  readonly key: string;
  readonly label: string;
  readonly cell: (row: Row) => ComponentChildren;
  /** What to sort by; without it the column does not sort. */
  readonly by?: (row: Row) => string | number | null;
  readonly number?: boolean;
}

interface SortableTableProps<Row> {
  caption: string;
  /** The first column heads the row unless `head` names another. */
  columns: readonly Column<Row>[];
  head?: string;
  rows: readonly Row[];
  rowKey: (row: Row) => string;
  /** Rows that stay below the others whatever the order: they have no rank to be compared by. */
  last?: (row: Row) => boolean;
}

function compare(a: string | number | null, b: string | number | null): number {
  if (a === null || b === null) return Number(a === null) - Number(b === null);
  return typeof a === 'string' || typeof b === 'string' ? String(a).localeCompare(String(b), 'vi') : a - b;
}

/** A table whose headers sort it, told by `aria-sort`; on a phone each row is a card. */
export function SortableTable<Row>({ caption, columns, head, rows, rowKey, last }: SortableTableProps<Row>) {
  const [sort, setSort] = useState<{ key: string; down: boolean } | null>(null);
  const by = columns.find((column) => column.key === sort?.key)?.by;
  const ordered = [...rows].sort((a, b) => {
    const apart = last ? Number(last(a)) - Number(last(b)) : 0;
    if (apart !== 0 || !by || !sort) return apart;
    const [x, y] = [by(a), by(b)];
    // A missing value stays last in both directions.
    return x === null || y === null ? compare(x, y) : compare(x, y) * (sort.down ? -1 : 1);
  });
  const headKey = head ?? columns[0]?.key;
  return (
    <table class="cards">
      <caption>{caption}</caption>
      <thead>
        <tr>
          {columns.map((column) => {
            const active = sort?.key === column.key;
            const order = active ? (sort.down ? 'descending' : 'ascending') : undefined;
            return (
              <th key={column.key} scope="col" class={column.number ? 'number' : undefined} aria-sort={order}>
                {column.by ? (
                  <button
                    type="button"
                    class="sort-by"
                    onClick={() => setSort({ key: column.key, down: active && !sort.down })}
                  >
                    {column.label}
                    <span aria-hidden="true">{active ? (sort.down ? ' ▼' : ' ▲') : ' ↕'}</span>
                  </button>
                ) : (
                  column.label
                )}
              </th>
            );
          })}
        </tr>
      </thead>
      <tbody>
        {ordered.map((row) => (
          <tr key={rowKey(row)}>
            {columns.map((column) => {
              const shown = column.cell(row);
              const style = column.number ? 'number' : undefined;
              return column.key === headKey ? (
                <th key={column.key} scope="row" class={style} data-label={column.label}>
                  <div>{shown}</div>
                </th>
              ) : (
                <td key={column.key} class={style} data-label={column.label}>
                  <div>{shown}</div>
                </td>
              );
            })}
          </tr>
        ))}
      </tbody>
    </table>
  );
}
