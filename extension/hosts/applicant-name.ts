import { labelKey } from '#rules/labels.ts';
import { type Page, partsOf } from './host.ts';
import type { PageReading } from './read-page.ts';
import { visibleLines, visibleText } from './visible-text.ts';

/** Labels of the name alone; the other columns of a person are never looked at. */
const NAMES = new Set(
  [
    'chủ hồ sơ',
    'tên chủ hồ sơ',
    'người nộp',
    'người nộp hồ sơ',
    'họ tên',
    'họ và tên',
    'người yêu cầu',
    'tên công dân, tổ chức, doanh nghiệp',
  ].map(labelKey),
);
const LONGEST = 120;

const isName = (words: string): boolean => NAMES.has(labelKey(words));

/** Where a cell stands in its row, counted in columns; elements that are no cells of a table are one column wide. */
function columnOf(cell: Element): number {
  let column = 0;
  for (let each = cell.previousElementSibling; each; each = each.previousElementSibling)
    column += (each as Partial<HTMLTableCellElement>).colSpan ?? 1;
  return column;
}

/** The cell of `row` under the header of names, or the line «Chủ hồ sơ: …» inside it. */
function inRow(row: HTMLElement, list: HTMLElement, page: Page): readonly string[] {
  const heads = [...list.querySelectorAll('th, [role="columnheader"], tr:first-child > td')];
  const head = heads.find((each) => !row.contains(each) && isName(visibleText(each, page.sees)));
  const cell = head && [...row.children].findLast((each) => columnOf(each) <= columnOf(head));
  if (cell) return [visibleText(cell, page.sees)];
  return visibleLines(row, page.sees).flatMap((line) => {
    const [label = '', ...rest] = line.replace(/^[-•]\s*/, '').split(':');
    return isName(label) ? [rest.join(':')] : [];
  });
}

/** Values beside the label of names anywhere on a detail page. */
function besideLabel(page: Page): readonly string[] {
  return [...page.document.querySelectorAll('span, td, th, dt, label, div, b, strong')].flatMap((label) => {
    const value = label.nextElementSibling;
    if (label.childElementCount > 0 || !value || page.sees(label) === 0 || !isName(label.textContent ?? '')) return [];
    if (value.matches('input, select, textarea, th, label') || value.querySelector('input, select, textarea'))
      return [];
    return [visibleText(value, page.sees)];
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
  const found = detail?.code === code ? besideLabel(page) : row && part ? inRow(row, part.anchor, page) : [];
  const names = new Set(found.map((name) => name.trim()).filter((name) => /\p{L}/u.test(name)));
  const [name] = names;
  return names.size === 1 && name !== undefined && name.length <= LONGEST ? name : null;
}
