import { labelKey } from '#rules/labels.ts';

const DEEPEST = 20;

/** Under these names the lists of back offices lie: OpenCPS and our own `data`, iGate `content`, others as seen. */
const LISTS: ReadonlySet<string> = new Set(
  ['data', 'content', 'items', 'records', 'results', 'result', 'value', 'dossiers', 'danhSach', 'danhSachHoSo'].map(
    labelKey,
  ),
);
/** Under these an envelope holds another, or a list of one written as the one itself. */
const ENVELOPES: ReadonlySet<string> = new Set(['data', 'result', 'results']);

/**
 * What a bracket opens: a whole item that ends before `end`, with the number of names written in it; an envelope, whose list (or lone item)
 * starts at `inside`; or nothing that can be told: `more` text is needed, or it breaks the rules at `bad`.
 */
export type Scanned =
  | { readonly end: number; readonly names: number; readonly deep: boolean }
  | { readonly inside: number }
  | { readonly bad: number }
  | 'more';

/** Just behind the string that opens before `from`; -1 = it ends later, -2 = a line ends within it, which JSON forbids. */
function stringEnd(text: string, from: number): number {
  for (let at = from; at < text.length; at += 1) {
    const code = text.charCodeAt(at);
    if (code === 34) return at + 1;
    if (code === 92) at += 1;
    else if (code === 10 || code === 13) return -2;
  }
  return -1;
}

const afterBlanks = (text: string, from: number): number => {
  let at = from;
  while (' \t\r\n'.includes(text[at] ?? '-')) at += 1;
  return at;
};

/**
 * Reads on from the bracket at `from` to the one that closes it.
 * @param envelope whether the object may be an envelope around a list: `{ "total": 2, "data": [ … ] }`.
 */
export function scanItem(text: string, from: number, envelope: boolean): Scanned {
  const open: number[] = [];
  let names = 0;
  let deepest = 0;
  let name = '';
  /** The last sign that is no blank: within an object a bracket may only follow a colon. */
  let last = 0;
  for (let at = from; at < text.length; at += 1) {
    const code = text.charCodeAt(at);
    if (code === 34) {
      const end = stringEnd(text, at + 1);
      if (end < 0) return end === -1 ? 'more' : { bad: at };
      if (open.length === 1) name = text.slice(at + 1, end - 1);
      at = end - 1;
    } else if (code === 58) {
      names += 1;
      if (envelope && open.length === 1 && LISTS.has(labelKey(name))) {
        const inside = afterBlanks(text, at + 1);
        if (inside === text.length) return 'more';
        if (text[inside] === '[' || (text[inside] === '{' && ENVELOPES.has(labelKey(name)))) return { inside };
      }
    } else if (code === 123 || code === 91) {
      if (open.at(-1) === 123 && last !== 58) return { bad: at };
      open.push(code);
      deepest = Math.max(deepest, open.length);
    } else if (code === 125 || code === 93) {
      // The closing bracket stands two places behind its opening one: { } and [ ].
      if (open.pop() !== code - 2) return { bad: at };
      if (open.length === 0) return { end: at + 1, names, deep: deepest > DEEPEST };
    }
    if (code > 32) last = code;
  }
  return 'more';
}

/** Passes over text until `open` brackets are closed, piece by piece, keeping nothing. */
export class PassOver {
  #inString = false;
  #escaped = false;
  #open: number;

  constructor(open: number) {
    this.#open = open;
  }

  /** Where in `text` the last of them closes; -1 = not in this piece. */
  take(text: string): number {
    for (let at = 0; at < text.length; at += 1) {
      const code = text.charCodeAt(at);
      if (this.#escaped) this.#escaped = false;
      else if (this.#inString) {
        if (code === 92) this.#escaped = true;
        else if (code === 34) this.#inString = false;
      } else if (code === 34) this.#inString = true;
      else if (code === 123 || code === 91) this.#open += 1;
      else if (code === 125 || code === 93) {
        this.#open -= 1;
        if (this.#open === 0) return at + 1;
      }
    }
    return -1;
  }
}
