import { family, shows, showsTable } from './family.ts';
import type { Host } from './host.ts';

/** VNPT iGate 2: Angular Material, rows of elements that are no `tr`, addresses `/vi/dossier/…`. Labels seen in a front end of 2024. */
export const iGate: Host = family({
  id: 'igate',
  recognises: (page) =>
    /^\/(vi|en)\/dossier\//.test(page.document.location.pathname) ||
    shows(page, 'mat-table', 'cdk-table', '.mat-table', '.mat-mdc-table') ||
    showsTable(page, '[mat-table]'),
  wrappers: ['cdk-virtual-scroll-viewport', '.table-container'],
});
