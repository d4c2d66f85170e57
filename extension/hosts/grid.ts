import type { Sees } from './visible-text.ts';

/**
 * A table however the host builds it: `<table>`, elements with the roles of one, the cells of Angular Material or ant design. Rows and
 * cells are the host's own elements and are only ever looked at.
 */
export interface Grid {
  /** What is drawn as the table. */
  readonly element: HTMLElement;
  /** Rows that may be its head, uppermost first. */
  readonly heads: readonly HTMLElement[];
  /** Every row that is no head, shown or not, in the order of the page. */
  readonly body: () => readonly HTMLElement[];
}

const ROLES = '[role="table"], [role="grid"], [role="treegrid"], mat-table, cdk-table';
const ROW = '[role="row"], mat-row, mat-header-row, .mat-row, .mat-header-row, .ant-table-row, .datatable-body-row';
const CELL =
  '[role="cell"], [role="gridcell"], [role="rowheader"], [role="columnheader"], mat-cell, mat-header-cell, .mat-cell, .mat-header-cell, .ant-table-cell, datatable-body-cell, datatable-header-cell';
const HEAD_CELL = '[role="columnheader"], mat-header-cell, .mat-header-cell, datatable-header-cell';
/** A title and a row of groups may stand above the head of a table that has no `thead`. */
const HEAD_ROWS = 4;

export const isTableRow = (row: Element): row is HTMLTableRowElement => row.tagName === 'TR';
const isTable = (element: Element): element is HTMLTableElement => element.tagName === 'TABLE';

/** The cells of a row in the order of the page. */
export function cellsOf(row: HTMLElement): readonly HTMLElement[] {
  const table = isTableRow(row);
  if (table || row.firstElementChild?.matches(CELL)) {
    const cells: HTMLElement[] = [];
    // From one to the next a browser walks faster than through a list of all.
    for (let child = row.firstElementChild; child; child = child.nextElementSibling)
      if (table ? child.tagName === 'TD' || child.tagName === 'TH' : child.matches(CELL))
        cells.push(child as HTMLElement);
    return cells;
  }
  return [...row.querySelectorAll<HTMLElement>(CELL)].filter((cell) => cell.parentElement?.closest(ROW) === row);
}

/** Rows of the parts of a table called `tags`; rows of tables within its cells are not among them. */
function rowsIn(table: HTMLTableElement, tags: RegExp): readonly HTMLElement[] {
  const rows: HTMLElement[] = [];
  const take = (element: Element): void => {
    if (isTableRow(element)) rows.push(element);
  };
  for (let part = table.firstElementChild; part; part = part.nextElementSibling) {
    if (!tags.test(part.tagName)) continue;
    take(part);
    for (let row = part.firstElementChild; row && !isTableRow(part); row = row.nextElementSibling) take(row);
  }
  return rows;
}

function tableGrid(table: HTMLTableElement): Grid {
  const head = rowsIn(table, /^THEAD$/);
  let body: readonly HTMLElement[] | null = null;
  const rows = (): readonly HTMLElement[] => {
    body ??= rowsIn(table, /^(TBODY|TR)$/);
    return body;
  };
  return { element: table, heads: head.length > 0 ? head : rows().slice(0, HEAD_ROWS), body: rows };
}

function roleGrid(container: HTMLElement): Grid | null {
  const rows = [...container.querySelectorAll<HTMLElement>(ROW)].filter(
    (row) => row.parentElement?.closest(`table, ${ROLES}`) === container,
  );
  if (rows.length === 0 || container.querySelector('table')) return null;
  const heads = rows.slice(0, HEAD_ROWS).filter((row) => row.querySelector(HEAD_CELL));
  return { element: container, heads, body: () => rows.filter((row) => !heads.includes(row)) };
}

/** Levels above a head in which the part that scrolls under it may stand. */
const SPLIT_LEVELS = 4;

/**
 * A head that stays while its rows scroll is a table of its own: the rows stand in another one, or in no table at all. Both are found
 * under one of the nearest elements above, by their number of columns.
 */
function withRowsBeside(head: Grid, sees: Sees): Grid {
  const row = head.heads.at(-1);
  const width = row ? cellsOf(row).length : 0;
  // The head has one more cell where the body has its scroll bar.
  const fits = (each: HTMLElement): boolean => [width, width - 1].includes(cellsOf(each).length) && sees(each) > 0;
  if (width < 3 || head.body().some((each) => sees(each) > 0)) return head;
  let above = head.element.parentElement;
  for (let level = 0; above && level < SPLIT_LEVELS; level++, above = above.parentElement) {
    for (const table of above.getElementsByTagName('table')) {
      const first = table !== head.element && tableGrid(table).body().find(fits);
      if (first) return { ...tableGrid(table), heads: head.heads };
    }
    const [first, ...others] = [...above.querySelectorAll<HTMLElement>(ROW)].filter((each) => !isTableRow(each));
    if (first && fits(first))
      return { element: first.parentElement ?? above, heads: head.heads, body: () => [first, ...others] };
  }
  return head;
}

/**
 * Every `<table>` under `scope` that is drawn and more than a line high, or every element with the role of one. Closed dialogs keep
 * theirs in the page.
 */
export function gridsOf(scope: Document | Element, sees: Sees, kind: 'table' | 'role'): readonly Grid[] {
  // By its name alone a browser finds an element many times faster than by a list of selectors.
  const found = kind === 'table' ? scope.getElementsByTagName('table') : scope.querySelectorAll<HTMLElement>(ROLES);
  return [...found].flatMap((element) => {
    if (sees(element) <= 20 || (kind === 'role' && isTable(element))) return [];
    const grid = isTable(element) ? tableGrid(element) : roleGrid(element);
    return grid ? [withRowsBeside(grid, sees)] : [];
  });
}

/** Both. */
export function allGridsOf(scope: Document | Element, sees: Sees): readonly Grid[] {
  return [...gridsOf(scope, sees, 'table'), ...gridsOf(scope, sees, 'role')];
}
