import { readLabels } from './detail-reader.ts';
import type { Host } from './host.ts';
import { readTable } from './list-reader.ts';

/** Any back office whose list is a table with named columns; asked last. */
export const anyTable: Host = {
  id: 'any-table',
  recognises: () => true,
  readList: (page) => readTable(page, (table) => table),
  readDetail: (page) => (readTable(page, (table) => table) ? null : readLabels(page)),
};
