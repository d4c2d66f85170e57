/** Names made by a program for one visit are of no use at the next one. */
const LASTING = /^[A-Za-z][A-Za-z_-]{1,40}\d{0,2}$/;

const classesOf = (element: Element): string =>
  [...element.classList]
    .filter((name) => LASTING.test(name))
    .slice(0, 3)
    .map((name) => `.${name}`)
    .join('');

/** `table.grid` of an element: its tag and its lasting classes. */
export const simpleSelector = (element: Element): string => `${element.tagName.toLowerCase()}${classesOf(element)}`;

/** A selector that finds this element alone in the page, or `null`. */
export function selectorOf(element: Element): string | null {
  const page = element.ownerDocument;
  let path = '';
  let at: Element | null = element;
  for (let steps = 0; at && at !== page.body && steps < 5; steps += 1) {
    const own: string = LASTING.test(at.id) ? `#${at.id}` : simpleSelector(at);
    path = path ? `${own} > ${path}` : own;
    const found = page.querySelectorAll(path);
    if (found.length === 1 && found[0] === element) return path;
    at = at.parentElement;
  }
  return null;
}

/** A selector that finds `element` first within `row`, or `null`. */
export function selectorWithin(row: Element, element: Element): string | null {
  const steps: string[] = [];
  for (let at = element; at !== row; ) {
    const parent: Element | null = at.parentElement;
    if (!parent) return null;
    steps.unshift(`${at.tagName.toLowerCase()}:nth-child(${[...parent.children].indexOf(at) + 1})`);
    at = parent;
  }
  const tries = [simpleSelector(element), steps.join(' > ')];
  return tries.find((selector) => selector && row.querySelector(selector) === element) ?? null;
}
