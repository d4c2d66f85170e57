import { cellsOf, type Grid, gridsOf } from '../hosts/grid.ts';
import { type Sees, visibleText } from '../hosts/visible-text.ts';
import type { TaughtList } from '../teach-messages.ts';
import { linesOf } from './lines-of.ts';
import type { Pointed } from './pick-column.ts';
import { selectorOf, selectorWithin, simpleSelector } from './selector-of.ts';

/** Rows looked at. */
const SAMPLE = 50;
const FEWEST_ALIKE = 3;
/** Lists of cards, and parts of one card, that are offered without pointing. */
const MOST_LISTS = 3;
const MOST_PARTS = 20;
/** A code or a date. */
const DATA = /\d[\d./-]{4,}/;

/** The same part of every row of a list that is no table; `null` where no selector finds it. */
function partOf(
  rows: readonly HTMLElement[],
  row: HTMLElement,
  part: Element,
  header: string,
  sees: Sees,
): Pointed | null {
  const selector = selectorWithin(row, part);
  const root = row.parentElement && selectorOf(row.parentElement);
  if (!selector || !root) return null;
  const cells = rows.slice(0, SAMPLE).flatMap((each) => each.querySelector<HTMLElement>(selector) ?? []);
  const lines = linesOf(cells, header, sees);
  const pick = { root, row: simpleSelector(row), place: { selector }, header, lines, personal: lines.length === 0 };
  return { pick, cells };
}

/** Every column of a list built of elements with the roles of a table. */
function columnsOfGrid(grid: Grid, sees: Sees): readonly Pointed[] {
  const rows = grid.body().filter((row) => sees(row) > 0);
  const [first] = rows;
  const head = grid.heads.at(-1);
  const heads = head ? cellsOf(head) : [];
  if (!first) return [];
  return cellsOf(first).flatMap((cell, i) => {
    const above = heads[i];
    const found = partOf(rows, first, cell, above ? visibleText(above, sees) : '', sees);
    return found ? [above ? { ...found, cells: [above, ...found.cells] } : found] : [];
  });
}

/** The column `element` is in, in a list built of elements with the roles of a table; its head counts too. */
export function gridCell(element: Element, sees: Sees): Pointed | null {
  const grid = gridsOf(element.ownerDocument, sees, 'role').find((each) => each.element.contains(element));
  if (!grid) return null;
  const row = [...grid.heads, ...grid.body()].find((each) => each.contains(element));
  const at = row ? cellsOf(row).findIndex((cell) => cell.contains(element)) : -1;
  return columnsOfGrid(grid, sees)[at] ?? null;
}

const alikeOf = (element: Element): readonly HTMLElement[] => {
  const own = simpleSelector(element);
  return [...(element.parentElement?.children ?? [])].filter((each) => simpleSelector(each) === own) as HTMLElement[];
};

/** A part of one of many cards; the element around it that has the most others like it beside it is the card. */
export function cardPart(element: Element, sees: Sees): Pointed | null {
  let best: readonly HTMLElement[] = [];
  let row: Element | null = null;
  for (let at: Element | null = element; at?.parentElement && at.tagName !== 'BODY'; at = at.parentElement) {
    const alike = alikeOf(at);
    if (alike.length >= FEWEST_ALIKE && alike.length >= best.length) [best, row] = [alike, at];
  }
  return row && partOf(best, row as HTMLElement, element, '', sees);
}

/** Lists of cards, the longest first: three or more alike, most of them with a code or a date. */
function cardsOf(page: Document, sees: Sees): readonly (readonly HTMLElement[])[] {
  const found: (readonly HTMLElement[])[] = [];
  for (const parent of page.querySelectorAll('div, ul, ol, section, main, article')) {
    const [first] = parent.children;
    if (
      !first ||
      parent.childElementCount < FEWEST_ALIKE ||
      parent.closest('table, [role="row"], [role="grid"], [role="table"]')
    )
      continue;
    const cards = alikeOf(first).filter((card) => sees(card) > 0);
    const dated = cards.filter((card) => DATA.test(card.textContent ?? ''));
    if (
      cards.length >= FEWEST_ALIKE &&
      dated.length * 2 > cards.length &&
      !cards.some((card) => card.querySelector('table'))
    )
      found.push(cards);
  }
  return found.sort((a, b) => b.length - a.length).slice(0, MOST_LISTS);
}

/** The lists of the page that are no tables, each with its columns or parts. */
export function otherLists(page: Document, sees: Sees): readonly TaughtList[] {
  const grids = gridsOf(page, sees, 'role').map((grid) => ({
    rows: grid.body().length,
    parts: columnsOfGrid(grid, sees),
  }));
  const cards = cardsOf(page, sees).map((rows) => {
    const [first] = rows;
    const parts = [...(first?.querySelectorAll('*') ?? [])].filter(
      (each) => each.childElementCount === 0 && each.textContent?.trim() && sees(each) > 0,
    );
    return {
      rows: rows.length,
      parts: parts.slice(0, MOST_PARTS).flatMap((part) => (first && partOf(rows, first, part, '', sees)) || []),
    };
  });
  return [...grids, ...cards]
    .filter(({ parts }) => parts.length > 1)
    .map(({ rows, parts }) => ({ rows, columns: parts.map(({ pick }) => pick) }));
}
