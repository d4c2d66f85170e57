/** Height in pixels at which an element is drawn; 0 = not shown. A parameter because a test page has no layout. */
export type Sees = (element: Element) => number;

export const seesLayout: Sees = (element) => {
  // The older names of the options are known to every browser that knows the call.
  const shown = element.checkVisibility({ checkVisibilityCSS: true, checkOpacity: true });
  if (shown) return element.getBoundingClientRect().height;
  // An element without a box of its own still shows what is in it.
  return getComputedStyle(element).display === 'contents' ? Infinity : 0;
};

/** Icon fonts write their picture's name as text ("arrow_downward"); menus hold the *other* statuses. Neither is content. */
const NOT_CONTENT =
  'i, svg, script, style, template, input, select, textarea, [aria-hidden="true"], [role="menu"], [role="listbox"], [role="tooltip"], mat-icon, .v-icon, .material-icons, .mdi, .anticon, .fa, .glyphicon, .dropdown-menu, .v-menu__content, .v-tooltip__content';
const BLOCK = new Set(['DIV', 'P', 'LI', 'TR', 'TD', 'DT', 'DD', 'TABLE', 'UL', 'OL', 'SECTION', 'H3', 'H4', 'H5']);
/** What is kept for programs that read aloud is one pixel high. */
const UNREADABLY_LOW = 2;
/** No honest cell says more; a cell that does costs no more than this. */
const MOST_CHARACTERS = 2_000;
const UNSEEN = /[\u200b-\u200d\u2060\ufeff\u00ad]/g;

function collect(node: Node, sees: Sees, into: string[]): void {
  for (let child = node.firstChild; child; child = child.nextSibling) {
    if (child.nodeType === 3) into.push((child.nodeValue ?? '').replace(/\s+/g, ' '));
    else if (child.nodeType === 1) {
      const element = child as Element;
      if (element.tagName === 'BR') into.push('\n');
      else if (element.firstChild && !element.matches(NOT_CONTENT) && sees(element) > UNREADABLY_LOW) {
        const block = BLOCK.has(element.tagName);
        if (block) into.push('\n');
        collect(element, sees, into);
        if (block) into.push('\n');
      }
    }
  }
}

/** A text as programs compare it: NFC, without characters nobody sees, blanks as one blank. */
export function tidy(text: string): string {
  return text.slice(0, MOST_CHARACTERS).normalize('NFC').replace(UNSEEN, '').replace(/\s+/g, ' ').trim();
}

/** Lines of text a reader of the page sees in `element`, without icon names, hidden menus and controls; each as `tidy` gives it. */
export function visibleLines(element: Element, sees: Sees): readonly string[] {
  // Most cells hold one text and nothing else; they cost no look at the layout.
  if (!element.firstElementChild) return [tidy(element.textContent ?? '')].filter(Boolean);
  const parts: string[] = [];
  collect(element, sees, parts);
  return parts.join('').slice(0, MOST_CHARACTERS).split('\n').map(tidy).filter(Boolean);
}

/** The same as one line. */
export function visibleText(element: Element, sees: Sees): string {
  return visibleLines(element, sees).join(' ');
}
