import { labelKey, type Meaning, meaningOf } from '#rules/labels.ts';
import { codeRank, meaningOn } from './columns.ts';
import { partsOf } from './composite.ts';
import type { Page } from './host.ts';
import { readCode } from './read-code.ts';
import { visibleLines } from './visible-text.ts';

const LABELS = 'label, dt, th, td, span, b, strong, div, p, li';
const SURE = 'label, dt, th, td, .ant-descriptions-item-label';
const CONTROLS = 'input, select, textarea, button';
/** No detail page has more elements; a page that has is something else. */
const MOST_ELEMENTS = 10_000;
const LONGEST_LABEL = 60;
const LONGEST_LINE = 200;

/** The colon may stand outside the label (`<b>Ngày hẹn lại</b>: 12/11/2026`), the words in an element of their own within it. */
function isLabel(element: Element, words: string): boolean {
  const holder = element.parentElement;
  return (
    words.endsWith(':') ||
    element.matches(SURE) ||
    (holder?.childElementCount === 1 && holder.matches('th, dt, label')) ||
    /^\s*:/.test(element.nextSibling?.nodeValue ?? '')
  );
}

/** A filter repeats the labels before fields one writes in; in a detail page the field is closed. */
const CLOSED = 'input[readonly], input[disabled], textarea[readonly], textarea[disabled]';

/** What a detail page says behind its labels. */
export interface Labelled {
  readonly values: ReadonlyMap<Meaning, string>;
  /** Values of other labels asked for, by `labelKey`. */
  readonly others: ReadonlyMap<string, string>;
  /** The one code behind the best label of codes; `null` where there is none, or two of equal standing. */
  readonly code: string | null;
}

function valueIn(element: Element, page: Page): string | null {
  if (element.matches('th, label, dt')) return null;
  const field = element.matches(CONTROLS) ? element : element.querySelector(CONTROLS);
  if (field) return field.matches(CLOSED) ? (field as HTMLInputElement).value.trim() || null : null;
  const [first = '', ...more] = visibleLines(element, page.sees);
  // A second line belongs to the value only where it finishes a date: «24/11/2026» above «17:00».
  const text = more.length === 1 && /^\d{1,2}:\d{2}/.test(more[0] ?? '') ? `${first} ${more[0]}` : first;
  return text.length > LONGEST_LINE || (meaningOn(text, page.site) ?? meaningOf(text)) ? null : text || null;
}

/** The text right behind a label, the next element, or the element beside what holds the label alone. */
export function besideOf(label: Element, page: Page): string | null {
  for (let next = label.nextSibling; next; next = next.nextSibling) {
    if (next.nodeType === 1) return valueIn(next as Element, page);
    const text = next.nodeType === 3 ? (next.nodeValue ?? '').trim() : '';
    if (text && !/^[:*]$/.test(text)) return text.replace(/^:\s*/, '');
  }
  const holder = label.parentElement;
  const beside = holder && holder.childElementCount === 1 ? holder.nextElementSibling : null;
  return beside && holder?.textContent?.trim() === label.textContent?.trim() ? valueIn(beside, page) : null;
}

/** Of codes and the standing of their labels the one that stands first; whose of two equals the page is, it does not say. */
function bestCode(codes: ReadonlyMap<string, number>): string | null {
  const first = Math.min(...codes.values());
  const best = [...codes].filter(([, rank]) => rank === first);
  return best.length === 1 ? (best[0]?.[0] ?? null) : null;
}

/**
 * Label and value as detail pages print them: in neighbouring elements, in one line («Ngày hẹn trả: 24/11/2026»), or in a closed field.
 * The first value of each meaning counts. What stands behind an applicant's label is not looked at.
 * @param asked keys of further labels, as `labelKey` gives them.
 */
export function labelledValues(scope: ParentNode, page: Page, asked: ReadonlySet<string>): Labelled {
  const values = new Map<Meaning, string>();
  const others = new Map<string, string>();
  const codes = new Map<string, number>();
  const take = (meaning: Meaning | null, key: string, value: () => string | null): void => {
    const wanted = meaning === 'code' || (meaning ? !values.has(meaning) : asked.has(key) && !others.has(key));
    if (!wanted || meaning === 'applicant' || meaning === 'handler') return;
    const text = value();
    if (!text) return;
    const code = meaning === 'code' ? readCode(text) : null;
    if (code) codes.set(code, Math.min(codes.get(code) ?? Infinity, codeRank(key)));
    if (meaning === 'code' && !code) return;
    if (meaning) values.set(meaning, values.get(meaning) ?? text);
    else others.set(key, text);
  };
  const isAsked = (words: string): boolean => page.site?.only === true && known(labelKey(words));
  const known = (key: string): boolean => asked.has(key) || page.site?.labels?.[key] !== undefined;
  for (const element of [...scope.querySelectorAll(LABELS)].slice(0, MOST_ELEMENTS)) {
    if (element.childElementCount > 0) continue;
    const words = (element.textContent ?? '').trim();
    if (!words || words.length > LONGEST_LINE) continue;
    if (words.length <= LONGEST_LABEL && (isLabel(element, words) || isAsked(words))) {
      const meaning = meaningOn(words, page.site);
      const key = labelKey(words);
      if ((meaning || asked.has(key)) && page.sees(element) > 0) take(meaning, key, () => besideOf(element, page));
    } else if (/\p{L}\s*:\s/u.test(words) && page.sees(element) > 0) {
      const [label = '', ...rest] = words.replace(/\s+/g, ' ').split(':');
      if (asked.has(labelKey(label))) take(null, labelKey(label), () => rest.join(':').trim());
      for (const [meaning, value] of partsOf([words.replace(/\s+/g, ' ')], page.site).values)
        take(meaning, labelKey(label), () => value);
    }
  }
  return { values, others, code: bestCode(codes) };
}
