import { family, showsTable } from './family.ts';
import type { Host } from './host.ts';

/**
 * ASP.NET WebForms: tables within tables for layout, a head of plain cells, every click a new page. Lists give the days that are left as
 * a number and no date; no date is made of it.
 */
export const webForms: Host = family({
  id: 'webforms',
  recognises: (page) => page.document.getElementsByName('__VIEWSTATE').length > 0 || showsTable(page, '.QH_DataGrid'),
});
