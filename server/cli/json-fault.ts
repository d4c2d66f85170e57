/** Blanks, then one token of JSON if there is one. */
const TOKEN =
  /([\t\n\r ]*)("(?:[ !#-[\]-\uffff]|\\(?:["\\/bfnrt]|u[\dA-Fa-f]{4}))*"|-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[Ee][+-]?\d+)?|true|false|null|[[\]{},:])?/y;

/** What may come next: a value · a value or `]` · a name or `}` · a name · `:` · `,` or the end of what is open. */
type Next = 'value' | 'firstItem' | 'firstName' | 'name' | 'colon' | 'more';

/** What follows `token` inside `open`, which it opens or closes; `null` when it has no place there. */
function step(next: Next, token: string, open: string[]): Next | null {
  const closes = open.at(-1) === '{' ? '}' : ']';
  const mayClose = next === 'more' || next === 'firstItem' || next === 'firstName';
  if (mayClose && open.length > 0 && token === closes) {
    open.pop();
    return 'more';
  }
  if (next === 'more') return token === ',' && open.length > 0 ? (open.at(-1) === '{' ? 'name' : 'value') : null;
  if (next === 'colon') return token === ':' ? 'value' : null;
  if (next === 'name' || next === 'firstName') return token.startsWith('"') ? 'colon' : null;
  if (token === '{' || token === '[') {
    open.push(token);
    return token === '{' ? 'firstName' : 'firstItem';
  }
  return /^[\]},:]$/.test(token) ? null : 'more';
}

/** Where `text`, which is not JSON, stops being JSON: the offset of the first token out of place, or its end. */
function faultAt(text: string): number {
  const open: string[] = [];
  let next: Next | null = 'value';
  for (let at = 0; ; at = TOKEN.lastIndex) {
    TOKEN.lastIndex = at;
    const [, blanks = '', token] = TOKEN.exec(text) ?? [];
    const start = at + blanks.length;
    if (token === undefined) return start;
    next = step(next, token, open);
    if (next === null) return start;
  }
}

/** `không phải JSON hợp lệ ở dòng 2, cột 5 (gặp «x»)` for a text that `JSON.parse` refuses; lines and columns from 1. */
export function jsonFault(text: string): string {
  const at = faultAt(text);
  const lines = text.slice(0, at).split('\n');
  const met = at < text.length ? `gặp «${[...text.slice(at, at + 2)][0]}»` : 'hết tệp quá sớm';
  return `không phải JSON hợp lệ ở dòng ${lines.length}, cột ${(lines.at(-1)?.length ?? 0) + 1} (${met})`;
}
