import type { KeptTableRequest, KeptTables } from '#wire/kept-table.ts';
import type { Call } from './api.ts';

const at = (id: string) => `/v1/published-tables/${encodeURIComponent(id)}`;

/** Earlier reports as they were printed. */
export function publishedCalls(call: Call) {
  return {
    keptTables: () => call<KeptTables>('GET', '/v1/published-tables'),
    putKeptTable: (body: KeptTableRequest) => call<void>('PUT', at(body.table.id), body),
    setKeptTableState: (id: string, state: 'draft' | 'public') => call<void>('POST', `${at(id)}/state`, { state }),
    /** The figures of a CSV or XLSX file as lines to be looked at. */
    linesOfFile: (file: File) =>
      call<{ lines: string }>('POST', `/v1/published-tables/lines?${new URLSearchParams({ name: file.name })}`, file),
    deleteKeptTable: (id: string) => call<void>('DELETE', at(id)),
  };
}
