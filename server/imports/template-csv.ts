import { stringify } from 'csv-stringify/sync';
import type { ColumnSet } from './columns.ts';

/** A file to fill in: the headers of the kind and one row as an example; opened by spreadsheets as UTF-8. */
export function templateCsv({ columns }: ColumnSet): string {
  const shown = columns.filter(({ example, needed }) => needed || example !== '' || columns.length < 8);
  const rows = [shown.map(({ label }) => label), shown.map(({ example }) => example)];
  return `\ufeff${stringify(rows, { escape_formulas: true, record_delimiter: '\r\n' })}`;
}
