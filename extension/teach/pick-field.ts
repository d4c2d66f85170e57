import { labelKey } from '#rules/labels.ts';
import { isPersonalColumn } from '#rules/packs/personal-column.ts';
import type { Page } from '../hosts/host.ts';
import { labelledValues } from '../hosts/labelled-values.ts';
import type { PickedColumn } from '../teach-messages.ts';
import type { Pointed } from './pick-column.ts';

const LABELS = 'label, dt, th, td, span, b, strong, div, p, li';
const LONGEST = 60;
/** More labels than this has no page that shows one dossier. */
const MOST = 60;
/** A row of more cells is one of a list. */
const PAIRS = 4;
/** Elements around the one pointed at, beside which its label may stand. */
const LEVELS = 3;

const plain = (text: string | null | undefined): string => (text ?? '').replace(/\s+/g, ' ').trim();
/** `Hạn cuối: 24/11/2026` → `Hạn cuối`; a text without a colon is one as a whole. */
const labelOf = (text: string): string => plain(text.split(':')[0]);

/** A label has a colon, or is the first of a pair: of cells in a row, of elements side by side. */
function mayBeLabel(element: Element): boolean {
  if (element.childElementCount > 0) return false;
  if (element.textContent?.includes(':') || element.matches('label, dt')) return true;
  const cell = element.closest('td, th');
  const row = cell?.parentElement;
  if (cell && row) return row.childElementCount <= PAIRS && [...row.children].indexOf(cell) % 2 === 0;
  return element.nextElementSibling !== null && element.parentElement?.childElementCount === 2;
}

/** What stands behind a label that stands once in the page, by the key of the label. Nothing of the values goes out of here. */
export function fieldsOf(page: Page): ReadonlyMap<string, PickedColumn> {
  const labels = new Map<string, string>();
  const twice = new Set<string>();
  for (const element of page.document.querySelectorAll(LABELS)) {
    if (labels.size >= MOST) break;
    const label = mayBeLabel(element) ? labelOf(element.textContent ?? '') : '';
    const key = labelKey(label);
    if (!key || label.length > LONGEST || /\d{4}/.test(label) || page.sees(element) === 0) continue;
    if (labels.has(key)) twice.add(key);
    labels.set(key, label);
  }
  for (const key of twice) labels.delete(key);
  const { others } = labelledValues(page.document, { ...page, site: { only: true } }, new Set(labels.keys()));
  const field = ([key, value]: readonly [string, string]): readonly [string, PickedColumn] => {
    const label = labels.get(key) ?? key;
    const personal = isPersonalColumn(label, [value]);
    return [
      key,
      {
        root: null,
        row: null,
        place: { label },
        header: label,
        lines: personal ? [] : [{ line: null, label: null }],
        personal,
      },
    ];
  };
  return new Map([...others].filter(([, value]) => !labels.has(labelKey(value))).map(field));
}

/** The labelled value `element` is, or is the label of; `null` = neither. */
export function fieldAt(element: Element, page: Page): Pointed | null {
  const near: (string | null | undefined)[] = [element.textContent, element.firstElementChild?.textContent];
  let at: Element | null = element;
  for (let level = 0; at && level < LEVELS; level += 1, at = at.parentElement)
    near.push(at.previousElementSibling?.textContent);
  const keys = near.map((text) => labelKey(labelOf(text ?? ''))).filter(Boolean);
  if (keys.length === 0) return null;
  const fields = fieldsOf(page);
  const found = keys.flatMap((key) => fields.get(key) ?? [])[0];
  return found ? { pick: found, cells: [element as HTMLElement] } : null;
}
