/** Height in pixels at which an element is drawn; 0 = not shown. A parameter because a test page has no layout. */
export type Sees = (element: Element) => number;

/** The older names of the options are known to every browser that knows the call. */
const SHOWN = { checkVisibilityCSS: true, checkOpacity: true };

export const seesLayout: Sees = (element) => {
  const shown = element.checkVisibility(SHOWN);
  // A row of a table is as high as its cells, and those are asked.
  if (shown && element.tagName === 'TR') return Infinity;
  // Words are made one pixel high by a class or a style; how high the innermost of a plain cell is need not be measured, which costs most.
  if (shown && !element.firstElementChild && !element.hasAttributes()) return Infinity;
  // Without asking where on the page it stands, which costs more the deeper it lies.
  if (shown) return element instanceof HTMLElement ? element.offsetHeight : element.getBoundingClientRect().height;
  // An element without a box of its own still shows what is in it.
  return getComputedStyle(element).display === 'contents' ? Infinity : 0;
};

/** Icon fonts write their picture's name as text ("arrow_downward"); menus hold the *other* statuses. Neither is content. */
const NOT_CONTENT =
  'i, svg, script, style, template, input, select, textarea, [aria-hidden="true"], [role="menu"], [role="listbox"], [role="tooltip"], mat-icon, .v-icon, .material-icons, .mdi, .anticon, .fa, .glyphicon, .dropdown-menu, .v-menu__content, .v-tooltip__content';
/** Without any attribute only these of them can be meant; asking that first is cheap. */
const NOT_CONTENT_TAGS = new Set([
  'I',
  'svg',
  'SCRIPT',
  'STYLE',
  'TEMPLATE',
  'INPUT',
  'SELECT',
  'TEXTAREA',
  'MAT-ICON',
]);
const isContent = (element: Element): boolean =>
  element.hasAttributes() ? !element.matches(NOT_CONTENT) : !NOT_CONTENT_TAGS.has(element.tagName);
const BLOCK = new Set(['DIV', 'P', 'LI', 'TR', 'TD', 'DT', 'DD', 'TABLE', 'UL', 'OL', 'SECTION', 'H3', 'H4', 'H5']);
/** What is kept for programs that read aloud is one pixel high. */
const UNREADABLY_LOW = 2;
/** No honest cell says more; a cell that does costs no more than this. */
const MOST_CHARACTERS = 2_000;
/** Needs no tidying: letters, figures and signs of one byte, single blanks between them. */
const PLAIN = /^(?:[!-~]+(?: [!-~]+)*)?$/;
/** Nor marks of the direction of writing; those that turn it round stay, for what one sees is not what stands there. */
const UNSEEN = /[\u200b-\u200f\u202a-\u202c\u2060-\u2064\u2066-\u2069\ufeff\u00ad]/g;

function collect(node: Node, sees: Sees, into: string[]): void {
  for (let child = node.firstChild; child; child = child.nextSibling) {
    if (child.nodeType === 3) into.push((child.nodeValue ?? '').replace(/\s+/g, ' '));
    else if (child.nodeType === 1) {
      const element = child as Element;
      if (element.tagName === 'BR') into.push('\n');
      else if (element.firstChild && isContent(element) && sees(element) > UNREADABLY_LOW) {
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
  if (text.length <= MOST_CHARACTERS && PLAIN.test(text)) return text;
  return text.slice(0, MOST_CHARACTERS).normalize('NFC').replace(UNSEEN, '').replace(/\s+/g, ' ').trim();
}

/**
 * The one text of a cell that holds element in element and nothing beside them, as most do. Of those around the innermost only the ones a
 * style may make low are asked whether they are drawn. `undefined` = the cell is built otherwise.
 */
function onlyText(cell: Element, sees: Sees): string | undefined {
  let at: Element = cell;
  for (let child = at.firstChild; child; child = at.firstChild) {
    if (child.nextSibling) return undefined;
    if (child.nodeType === 3) {
      const drawn = at === cell || sees(at) > UNREADABLY_LOW;
      return drawn ? tidy(child.nodeValue ?? '') : '';
    }
    if (at !== cell && at.hasAttributes() && sees(at) <= UNREADABLY_LOW) return '';
    at = child as Element;
    if (child.nodeType !== 1 || !isContent(at)) return undefined;
  }
  return at.tagName === 'BR' ? undefined : '';
}

/** Lines of text a reader of the page sees in `element`, without icon names, hidden menus and controls; each as `tidy` gives it. */
export function visibleLines(element: Element, sees: Sees): readonly string[] {
  const only = onlyText(element, sees);
  if (only !== undefined) return only ? [only] : [];
  const parts: string[] = [];
  collect(element, sees, parts);
  return parts.join('').slice(0, MOST_CHARACTERS).split('\n').map(tidy).filter(Boolean);
}

/** The same as one line. */
export function visibleText(element: Element, sees: Sees): string {
  return visibleLines(element, sees).join(' ');
}
