import type { Sees } from './visible-text.ts';

/** Skeletons, spinners and bars of the component libraries seen; while one is drawn the rows belong to no page. */
const PLACEHOLDERS =
  '.vue-content-placeholders, .v-skeleton-loader, .v-progress-linear, .ant-skeleton, .ant-spin-spinning, .mat-progress-bar, .mat-mdc-progress-bar, mat-spinner, .el-loading-mask, .p-datatable-loading-overlay, .dataTables_processing, .placeholder-glow, [aria-busy="true"]';
/** Elements above the table beside which a host puts its spinner. */
const LEVELS = 4;
const BESIDE = 12;
/** Rows that are looked into: a host that loads draws placeholders in all of them. */
const ROWS = 3;

/** Whether the list is being loaded: then what its rows say is neither the old page nor the new one. */
export function isLoading(
  table: HTMLElement,
  heads: readonly HTMLElement[],
  rows: readonly HTMLElement[],
  sees: Sees,
): boolean {
  const drawn = (element: Element | null): boolean => element !== null && sees(element) > 0;
  if (table.matches(PLACEHOLDERS)) return true;
  for (const part of [...heads, ...rows.slice(0, ROWS)]) if (drawn(part.querySelector(PLACEHOLDERS))) return true;
  let above = table.parentElement;
  for (let level = 0; above && level < LEVELS && above !== table.ownerDocument.body; level++) {
    if (above.matches(PLACEHOLDERS)) return true;
    for (const beside of [...above.children].slice(0, BESIDE)) {
      // Some hosts wrap their spinner once more; deeper ones belong to another part of the page.
      const drawnHere = [beside, ...(beside.contains(table) ? [] : [...beside.children].slice(0, BESIDE))];
      if (drawnHere.some((each) => each.matches(PLACEHOLDERS) && drawn(each))) return true;
    }
    above = above.parentElement;
  }
  return false;
}
