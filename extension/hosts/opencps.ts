import { readLabels } from './detail-reader.ts';
import type { Host } from './host.ts';
import { readTable } from './list-reader.ts';

const LIST = '#table-dossier';

/** OpenCPS, officer module "onegate": hash router, Vuetify table that reuses its rows. Seen 2023-04. */
export const openCps: Host = {
  id: 'opencps',
  recognises: ({ document }) =>
    document.querySelector(LIST) !== null || document.location.hash.startsWith('#/danh-sach-ho-so'),
  readList: (page) => readTable(page, (table) => table.closest<HTMLElement>(LIST) ?? table),
  readDetail: (page) => (page.document.location.hash.includes('/chi-tiet-ho-so/') ? readLabels(page) : null),
};
