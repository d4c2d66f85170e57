import type { ListRecipe, PackColumn } from '#rules/packs/host-pack.ts';
import { parseCell } from '#rules/packs/parse-cell.ts';
import { isPersonalLabel } from '#rules/packs/personal-column.ts';
import type { Page } from './host.ts';
import { cellIn, columnOf, type FoundList, headerAbove, lineIn, listsFor } from './pack-place.ts';
import { readCode } from './read-code.ts';
import { DATED } from './row-texts.ts';
import { withoutPerson } from './without-person.ts';

/** Rows looked at to tell whether a column is personal. */
const SAMPLE = 20;
/** Rows looked at for a code before a list is taken for another one. */
const PROBED = 200;
/** A phone or an identity number where a dossier code should be. */
const PERSON_NUMBER = /^(?:\+?84\d{9}|0\d{8,10}|\d{9}|\d{12})$/;

/** A column of a pack and where it stands on this page. */
export interface FoundColumn extends PackColumn {
  readonly at: number | null;
}

/** Whether a text would say something of a person. Out of a dated field only dates are read, whatever else stands there. */
function saysPerson({ meaning }: FoundColumn, raw: string): boolean {
  if (DATED.has(meaning)) return false;
  return meaning === 'code' ? PERSON_NUMBER.test(raw.replace(/[ .()-]/g, '')) : withoutPerson(raw) === null;
}

/** Text of a field in one row, before and after its parser. */
export function fieldIn(row: HTMLElement, column: FoundColumn, { sees }: Page) {
  const { place, at, line, parser } = column;
  const cell = cellIn(row, place, at);
  const raw = cell && sees(cell) > 0 ? lineIn(cell, line, sees) : null;
  return { cell, raw, text: raw === null || saysPerson(column, raw) ? null : parseCell(parser, raw) };
}

/** Whether a column stands under a personal header, or a quarter of its first cells speak of persons: then no cell of it is read. */
export function isPersonal(column: FoundColumn, list: FoundList, page: Page): boolean {
  const fields = list.rows.slice(0, SAMPLE).map((row) => ({ row, ...fieldIn(row, column, page) }));
  const first = fields.find(({ cell }) => cell !== null);
  // A line of its own within a cell is judged by itself: the lines beside it may well be personal.
  const header = first?.cell && column.line === null ? headerAbove(first.cell, first.row, list.headers) : '';
  const raws = fields.flatMap(({ raw }) => raw ?? []);
  return (
    isPersonalLabel(header) ||
    (raws.length > 0 && raws.filter((raw) => saysPerson(column, raw)).length * 4 >= raws.length)
  );
}

/** A list of the page with a code to read, and its columns that may be read. */
export interface PackList {
  readonly list: FoundList;
  readonly columns: readonly FoundColumn[];
  readonly codeOf: (row: HTMLElement) => string | null;
}

/** The lists of the page with a code to read, by any of these recipes; a table is read by the first that fits it. */
export function findLists(recipes: readonly ListRecipe[], page: Page): readonly PackList[] {
  const lists: PackList[] = [];
  const isTaken = (table: HTMLElement): boolean =>
    [...(page.taken ?? []), ...lists.map(({ list }) => list.table)].some(
      (each) => each.contains(table) || table.contains(each),
    );
  for (const recipe of recipes)
    for (const list of listsFor(recipe, page)) {
      if (isTaken(list.table)) continue;
      const columns = recipe.columns
        .map((each): FoundColumn => ({ ...each, at: columnOf(each.place, list.headers) }))
        .filter((column) => !isPersonal(column, list, page));
      const code = columns.find(({ meaning }) => meaning === 'code');
      if (!code) continue;
      const codeOf = (row: HTMLElement): string | null => readCode(fieldIn(row, code, page).text ?? '');
      // An empty list is known by its header; without one only its codes tell that this is the list.
      const known =
        list.rows.length === 0 ? code.at !== null && 'header' in code.place : list.rows.slice(0, PROBED).some(codeOf);
      if (known) lists.push({ list, columns, codeOf });
    }
  return lists;
}
