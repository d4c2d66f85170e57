import { family, shows } from './family.ts';
import type { Host } from './host.ts';

const showsMaterial = shows('mat-table, .mat-table, .mat-mdc-table, table[mat-table], cdk-table');

/** VNPT iGate 2: Angular Material, rows of elements that are no `tr`, addresses `/vi/dossier/…`. Labels seen in a front end of 2024. */
export const iGate: Host = family({
  id: 'igate',
  recognises: (page) => /^\/(vi|en)\/dossier\//.test(page.document.location.pathname) || showsMaterial(page),
  wrappers: ['cdk-virtual-scroll-viewport', '.table-container'],
});
