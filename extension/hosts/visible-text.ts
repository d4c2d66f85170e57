/** Height in pixels at which an element is drawn; 0 = not shown. A parameter because a test page has no layout. */
export type Sees = (element: Element) => number;

export const seesLayout: Sees = (element) => {
  if (element.getClientRects().length === 0) return 0;
  return getComputedStyle(element).visibility === 'hidden' ? 0 : element.getBoundingClientRect().height;
};

/** Icon fonts write their picture's name as text ("arrow_downward"); menus hold the *other* statuses. Neither is content. */
const NOT_CONTENT =
  'i, svg, script, style, template, input, select, textarea, [aria-hidden="true"], [role="menu"], [role="listbox"], .v-icon, .material-icons, .mdi, .anticon, .fa, .dropdown-menu, .v-menu__content';
const BLOCK = new Set(['DIV', 'P', 'LI', 'BR', 'TR', 'DT', 'DD', 'TABLE', 'UL', 'OL', 'SECTION']);

function collect(node: Node, sees: Sees, into: string[]): void {
  for (const child of node.childNodes) {
    if (child.nodeType === 3) into.push(child.nodeValue ?? '');
    else if (child.nodeType === 1) {
      const element = child as Element;
      if (element.tagName === 'BR') into.push('\n');
      else if (!element.matches(NOT_CONTENT) && sees(element) > 0) {
        const block = BLOCK.has(element.tagName);
        if (block) into.push('\n');
        collect(element, sees, into);
        if (block) into.push('\n');
      }
    }
  }
}

/** Lines of text a reader of the page sees in `element`, without icon names, hidden menus and controls. NFC, blanks collapsed. */
export function visibleLines(element: Element, sees: Sees): readonly string[] {
  const parts: string[] = [];
  collect(element, sees, parts);
  return parts
    .join('')
    .normalize('NFC')
    .split('\n')
    .map((line) => line.replace(/[\s\u00a0]+/g, ' ').trim())
    .filter(Boolean);
}

/** The same as one line. */
export function visibleText(element: Element, sees: Sees): string {
  return visibleLines(element, sees).join(' ');
}
