import { APPLICANT_NAMES, labelKey } from '#rules/labels.ts';
import { cellAt, cellsWithColumns, takenIn } from './cell-at.ts';
import { type Page, partsOf } from './host.ts';
import { besideOf } from './labelled-values.ts';
import type { PageReading } from './read-page.ts';
import { tidy, visibleLines, visibleText } from './visible-text.ts';

/** The other columns of a person are never looked at. */
const NAMES = new Set(APPLICANT_NAMES.map(labelKey));
const LONGEST = 120;

const isName = (words: string): boolean => NAMES.has(labelKey(words));

/** Phone, identity number, e-mail, a further label, or a place: what hosts print below a name, and no part of one. */
const BESIDE_A_NAME =
  /\d{3}|@|:|(?<!\p{L})(?:số|thôn|xóm|ấp|khóm|ngõ|ngách|hẻm|tổ|khu|đường|phố|phường|xã|thị trấn|quận|huyện|thành phố|tỉnh) /iu;
/** «NGUYỄN VĂN A, SĐT: 09…»: the next label of the same line. */
const NEXT_LABEL = /[,;]\s*\p{L}[\p{L} .]{1,30}:/u;

/**
 * The name among the lines that stand for one person: the first, where all others are surely something else of him. `null` = unreadable;
 * so is what may go on in a second line: half a name in a letter is worse than none.
 */
function nameIn([first = '', ...more]: readonly string[]): string | null {
  const name = first.split(NEXT_LABEL)[0]?.trim() ?? '';
  return !BESIDE_A_NAME.test(name) && more.every((line) => BESIDE_A_NAME.test(line)) ? name : null;
}

/** The columns `cell` covers in its row, where cells of rows above may reach down into it. */
function columnsOf(cell: Element): { from: number; to: number } | undefined {
  const row = cell.closest<HTMLElement>('tr, [role="row"]') ?? cell.parentElement;
  const rows = [...(row?.parentElement?.children ?? [])] as HTMLElement[];
  return row ? cellsWithColumns(row, takenIn(rows).get(row)).find((each) => each.cell === cell) : undefined;
}

/** The cell of `row` under the header of names, or the line «Chủ hồ sơ: …» inside it. */
function inRow(row: HTMLElement, list: HTMLElement, page: Page): readonly (string | null)[] {
  const heads = [...list.querySelectorAll('th, [role="columnheader"], tr > td')];
  const head = heads.find((each) => !row.contains(each) && isName(visibleText(each, page.sees)));
  const column = head && columnsOf(head)?.from;
  const taken = takenIn([...(row.parentElement?.children ?? [])] as HTMLElement[]).get(row);
  const cell = column === undefined ? null : cellAt(row, column, taken);
  if (cell) return [nameIn(visibleLines(cell, page.sees))];
  return visibleLines(row, page.sees).flatMap((line) => {
    const [label = '', ...rest] = line.replace(/^[-•]\s*/, '').split(':');
    return isName(label) ? [nameIn([rest.join(':').trim()])] : [];
  });
}

/** Values behind the label of names anywhere on a detail page. */
function behindLabel(page: Page): readonly (string | null)[] {
  return [...page.document.querySelectorAll('span, td, th, dt, label, div, b, strong, p, li')].flatMap((element) => {
    if (element.childElementCount > 0 || page.sees(element) === 0) return [];
    const words = tidy(element.textContent ?? '');
    if (isName(words)) {
      const value = besideOf(element, page);
      return value === null ? [] : [nameIn([value])];
    }
    const [label = '', ...rest] = words.split(':');
    return rest.length > 0 && isName(label) ? [nameIn([rest.join(':').trim()])] : [];
  });
}

/**
 * The applicant's name the page shows for one dossier, for the letter an officer is writing; called when he presses the button for
 * it and never otherwise. `null` when the page shows none, or more than one.
 */
export function applicantName({ list, detail }: PageReading, page: Page, code: string): string | null {
  const whole = list?.more?.(() => false) ?? list;
  const row = whole?.rows.find((each) => each.code === code && !each.duplicate)?.row;
  const part = whole && partsOf(whole).find(({ table }) => row && table.contains(row));
  const found = detail?.code === code ? behindLabel(page) : row && part ? inRow(row, part.anchor, page) : [];
  const names = new Set(found.filter((name) => name === null || /\p{L}/u.test(name)));
  const [name] = names;
  return names.size === 1 && name && name.length <= LONGEST ? name : null;
}
