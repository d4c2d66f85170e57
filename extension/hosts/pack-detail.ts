import { labelKey, type Meaning } from '#rules/labels.ts';
import type { DetailField, HostPack } from '#rules/packs/host-pack.ts';
import { parseCell } from '#rules/packs/parse-cell.ts';
import { looksPersonal } from '#rules/packs/personal-column.ts';
import type { DossierReading, Page } from './host.ts';
import { makeReading } from './make-reading.ts';
import { statesOf } from './pack-words.ts';
import { readCode } from './read-code.ts';
import { visibleText } from './visible-text.ts';

const LABELS = 'span, td, th, dt, label, div, b, strong';
const CONTROLS = 'input, select, textarea';

/** What stands beside a label: the next element, unless it is a control or another label. */
function besideLabel(label: string, { document, sees }: Page): Element | null {
  const key = labelKey(label);
  for (const element of document.querySelectorAll(LABELS)) {
    if (element.childElementCount > 0 || labelKey(element.textContent ?? '') !== key || sees(element) === 0) continue;
    const value = element.nextElementSibling;
    if (value && !value.matches(`${CONTROLS}, th, label`) && !value.querySelector(CONTROLS)) return value;
  }
  return null;
}

function textOf({ meaning, place, parser }: DetailField, page: Page): string | null {
  const element = 'label' in place ? besideLabel(place.label, page) : page.document.querySelector(place.selector);
  if (!element || page.sees(element) === 0) return null;
  const text = parseCell(parser, visibleText(element, page.sees));
  return text !== null && (meaning === 'procedure' || meaning === 'status') && looksPersonal(text) ? null : text;
}

/** The dossier of a detail page as a pack names its fields; `null` without one code and one date of the course. */
export function readPackDetail(pack: HostPack, page: Page): DossierReading | null {
  const [codeField] = pack.detail.filter(({ meaning }) => meaning === 'code');
  const code = codeField && readCode(textOf(codeField, page) ?? '');
  if (!code) return null;
  const texts = new Map<Meaning, string | null>(pack.detail.map((field) => [field.meaning, textOf(field, page)]));
  if (!texts.get('received') && !texts.get('promised')) return null;
  const text = (meaning: Meaning): string | null => texts.get(meaning) ?? null;
  const order = () => pack.dateOrder ?? 'dmy';
  return makeReading({ code, text, order, source: 'detail', states: statesOf(pack) }, page.office);
}
