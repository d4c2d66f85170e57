import { scrub } from '#rules/scrub.ts';
import type { ImportView } from '#wire/import.ts';
import type { ColumnMap, ColumnSet } from './columns.ts';
import type { OpenedFile } from './row.ts';

const MAX_HEADERS = 100;
/** A file without a line of headers has a person's data there. */
const short = (header: string) => scrub(header.slice(0, 80)).text;

/** What was found in the head of a file, as the report tells it. */
export function foundIn(
  { format, columns, detected }: OpenedFile,
  { columns: specs }: ColumnSet,
  map: ColumnMap,
): NonNullable<ImportView['found']> {
  const labels = new Map(columns.map(({ key, label }) => [key, label]));
  return {
    format,
    encoding: detected.encoding ?? null,
    separator: detected.separator ?? null,
    sheet: detected.sheet === undefined ? null : short(detected.sheet),
    dateOrders: [...map.read.values()].flatMap(({ key, label }) => {
      const order = detected.dateOrders[key];
      return order === undefined ? [] : [{ column: short(labels.get(key) ?? label), order }];
    }),
    columns: specs.flatMap(({ key, label }) => {
      const column = map.read.get(key);
      return column ? [{ header: short(column.label), as: label }] : [];
    }),
    droppedColumns: map.dropped.slice(0, MAX_HEADERS).map(short),
    otherColumns: map.other.slice(0, MAX_HEADERS).map(short),
  };
}
