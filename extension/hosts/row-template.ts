import type { Meaning } from '#rules/labels.ts';
import { onceEach } from './once-each.ts';
import { tidy } from './visible-text.ts';

type Field = Meaning | 'all';

/** What the cells of one row say, line by line, as `visibleLines` gives it. */
export type RowLines = ReadonlyMap<Field, readonly string[]>;

/** How a row is built, to the last element and attribute; takes the texts of rows built the same out of their markup. */
type RowTemplate = (html: string) => RowLines | null;

/** Attributes that differ from row to row and that no style hides a part of a row by. */
const OWN =
  /( (?:id|name|for|href|src|alt|title|value|onclick|aria-label|aria-labelledby|aria-describedby|aria-rowindex|data-(?:id|key|row-key|code|index|uniqueid))=")[^"]*"/g;
const SIGNS = /[\\^$.*+?()[\]{}|]/g;
const WRITTEN: Readonly<Record<string, string>> = { '&amp;': '&', '&lt;': '<', '&gt;': '>', '&nbsp;': ' ' };

const literal = (tag: string): string => tag.replace(SIGNS, '\\$&').replace(OWN, '$1[^"]*"');
const textFrom = onceEach(500, (html) =>
  tidy(html.includes('&') ? html.replace(/&(?:amp|lt|gt|nbsp);/g, (sign) => WRITTEN[sign] ?? sign) : html),
);

/** Expression for the markup of `node`. In the cell of a field the one text is taken; a second one makes the row none of this kind. */
function patternOf(node: ChildNode, isField: boolean): string {
  if (node.nodeType === 3) return '\\s*';
  if (node.nodeType !== 1) return `<!--${literal(node.nodeValue ?? '')}-->`;
  return (node as Element).outerHTML
    .split(/(<[^>]*>)/)
    .map((part, i) => (i % 2 ? literal(part) : !isField ? '[^<]*' : part.trim() ? '([^<]*)' : '\\s*'))
    .join('');
}

function templateOf(row: HTMLElement, cells: ReadonlyMap<Field, HTMLElement>, lines: RowLines): RowTemplate | null {
  const taken: Field[] = [];
  let blank = 0;
  let body = '';
  let before = 0;
  for (const node of row.childNodes) {
    // Blanks after blanks would be tried in every division.
    if (node.nodeType === 3 && before === 3) continue;
    before = node.nodeType;
    const found = [...cells].filter(([, cell]) => cell === node).map(([field]) => field);
    const said = found[0] === undefined ? [] : (lines.get(found[0]) ?? []);
    if (found.length > 1 || said.length > 1) return null;
    if (said.length > 0) taken.push(...found);
    else blank += found.length;
    body += patternOf(node, found.length > 0);
  }
  if (taken.length + blank < cells.size) return null;
  const [open = '', close = ''] = (row.cloneNode() as HTMLElement).outerHTML.split(/(?=<\/)/);
  const expression = new RegExp(`^${literal(open)}${body}${literal(close)}$`);
  const take: RowTemplate = (html) => {
    const found = expression.exec(html);
    if (found?.length !== taken.length + 1) return null;
    const texts = new Map<Field, readonly string[]>();
    for (const field of lines.keys()) {
      const text = textFrom(found[taken.indexOf(field) + 1] ?? '');
      texts.set(field, taken.includes(field) && text ? [text] : []);
    }
    return texts;
  };
  // What is not shown of this row would be taken too: then it speaks for no other.
  const again = take(row.outerHTML);
  return again && [...again].every(([field, [text]]) => text === lines.get(field)?.[0]) ? take : null;
}

/** Kinds of rows one list may have, such as every second row shaded; and rows looked at for them in vain before it is given up. */
const MOST_KINDS = 6;
const MOST_MISSES = 16;
const LONGEST = 20_000;

export interface RowTemplates {
  /** Lines of the fields of `row`, if it is built like one that was looked at closely; `null` otherwise. */
  readonly linesOf: (row: HTMLElement) => RowLines | null;
  /** What a close look at `row` found: all of its fields, and the cells they stand in. */
  readonly learn: (row: HTMLElement, cells: ReadonlyMap<Field, HTMLElement>, lines: RowLines) => void;
}

/**
 * The kinds of rows of one list, for as long as it is read. Rows of a list are mostly built alike: one that was looked at closely, and is
 * drawn, speaks for those built as it is, and of these only the texts are taken.
 */
export function rowTemplates(): RowTemplates {
  const kinds: RowTemplate[] = [];
  let misses = 0;
  const isGivenUp = (): boolean => misses > MOST_MISSES;
  return {
    linesOf(row) {
      if (isGivenUp()) return null;
      const html = row.outerHTML;
      for (const kind of kinds) {
        const lines = html.length < LONGEST ? kind(html) : null;
        if (lines) return lines;
      }
      misses += 1;
      return null;
    },
    learn(row, cells, lines) {
      if (isGivenUp() || kinds.length === MOST_KINDS) return;
      const kind = templateOf(row, cells, lines);
      if (kind) kinds.unshift(kind);
    },
  };
}
