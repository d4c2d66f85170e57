import { family, shows, showsTable } from './family.ts';
import type { Host } from './host.ts';

const isRoute = (hash: string): boolean => hash.startsWith('#/danh-sach-ho-so');

/** OpenCPS and its descendants: hash router, Vuetify tables that reuse their rows, a narrow list with all in one cell. Seen 2023-04. */
export const openCps: Host = family({
  id: 'opencps',
  recognises: (page) =>
    isRoute(page.document.location.hash) ||
    shows(page, '#table-dossier', '.v-data-table') ||
    showsTable(page, '.v-datatable'),
  wrappers: ['#table-dossier', '.v-data-table', '.v-table__overflow'],
  // Intake forms stand under the same route and show what somebody is still writing.
  isDetail: ({ document: { location } }) => /\/(chi-tiet-ho-so|ho-so)\//.test(location.hash),
});
