import { type Meaning, meaningOf } from '#rules/labels.ts';
import type { DossierReading, Page } from './host.ts';
import { makeReading } from './make-reading.ts';
import { readCode } from './read-code.ts';
import { visibleText } from './visible-text.ts';

const LABELS = 'span, td, th, dt, label, div, b, strong';

/** Label and value stand in neighbouring elements: "Ngày hẹn trả:" then the date. Filters repeat the labels before inputs. */
function valuesOf(page: Page): ReadonlyMap<Meaning, string> {
  const values = new Map<Meaning, string>();
  for (const label of page.document.querySelectorAll(LABELS)) {
    if (label.childElementCount > 0 || !label.nextElementSibling || page.sees(label) === 0) continue;
    const words = label.textContent ?? '';
    const meaning = words.trim().endsWith(':') || label.matches('td, th, dt, label') ? meaningOf(words) : null;
    if (!meaning || meaning === 'applicant' || values.has(meaning)) continue;
    const value = label.nextElementSibling;
    if (value.querySelector('input, select, textarea') || value.matches('input, select, textarea, th, label')) continue;
    const text = visibleText(value, page.sees);
    if (text) values.set(meaning, text);
  }
  return values;
}

/** The dossier of a detail page, read from its labels; `null` without one code and at least one date of the course. */
export function readLabels(page: Page): DossierReading | null {
  const values = valuesOf(page);
  const code = readCode(values.get('code') ?? '');
  if (!code || !(values.has('promised') || values.has('received'))) return null;
  const text = (meaning: Meaning): string | null => values.get(meaning) ?? null;
  return makeReading({ code, text, order: () => 'dmy', source: 'detail' }, page.office);
}
