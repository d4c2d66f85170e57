import type { ReadingCount } from '../messages.ts';
import type { ListReading } from './host.ts';

/** How many rows of a list could be read, and why the others could not. */
export function countOf(list: ListReading): ReadingCount {
  const noCode = list.rows.filter((row) => row.code === null).length;
  const duplicates = list.rows.filter((row) => row.duplicate).length;
  const noDate = list.rows.filter((row) => row.reading && !row.reading.promised).length;
  const read = list.rows.length - noCode - duplicates - noDate;
  return { total: list.total, read, noCode, noDate, duplicates, ...(list.unread ? { others: list.unread } : {}) };
}
