import { family, shows } from './family.ts';
import type { Host } from './host.ts';

const showsTable = shows('table.table, .table-responsive > table');
const showsOther = shows(
  '.ant-table, table.v-datatable, .v-data-table, mat-table, .mat-table, .mat-mdc-table, input[name="__VIEWSTATE"]',
);

/** ASP.NET MVC and others on Bootstrap: plain tables, menus with the other statuses hidden in the cells, dates as the server's culture has it. */
export const bootstrap: Host = family({
  id: 'bootstrap',
  recognises: (page) => showsTable(page) && !showsOther(page),
  wrappers: ['.table-responsive'],
});
