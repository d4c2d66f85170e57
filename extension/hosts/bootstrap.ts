import { family, shows, showsTable } from './family.ts';
import type { Host } from './host.ts';

/** ASP.NET MVC and others on Bootstrap: plain tables, menus with the other statuses hidden in the cells, dates as the server's culture has it. */
export const bootstrap: Host = family({
  id: 'bootstrap',
  recognises: (page) =>
    showsTable(page, '.table, .table-responsive > table') &&
    !showsTable(page, '.v-datatable, [mat-table], .QH_DataGrid') &&
    !shows(page, '.ant-table', '.v-data-table', 'mat-table', '.mat-table', '.mat-mdc-table') &&
    page.document.getElementsByName('__VIEWSTATE').length === 0,
  wrappers: ['.table-responsive'],
});
