/** Pieces of a statement in which nothing is ours to change: texts, quoted names, comments. */
const PIECES = /'(?:[^']|'')*'|"(?:[^"]|"")*"|--[^\n]*|\?|\b(?:integer|real)\b|\bcross join(?=\s+\w+\s+\w+\s+on\b)/gi;

/** SQLite's integer holds 64 bits and its real 64; its `cross join … on` is a join whose order its planner keeps. */
const WORDS: Readonly<Record<string, string>> = {
  integer: 'bigint',
  real: 'double precision',
  'cross join': 'join',
};

/** A statement as the store writes it, in PostgreSQL's words: `$1`, `$2` … for `?`, and types of the same width. */
export function postgresSql(sql: string): string {
  let n = 0;
  return sql.replace(PIECES, (piece) => {
    if (piece === '?') {
      n += 1;
      return `$${n}`;
    }
    return WORDS[piece.toLowerCase()] ?? piece;
  });
}

/** A statement ready to be sent; with a name it is parsed once per connection. */
export interface Prepared {
  readonly text: string;
  readonly name?: string;
}

/** So many texts are kept parsed by each connection; those of one import or report more are parsed each time. */
const NAMED = 1000;
const known = new Map<string, Prepared>();

/** Texts without values are sent once in a program's life: changes of schema and what begins and ends a transaction. */
export function prepared(sql: string, hasParams: boolean): Prepared {
  const before = known.get(sql);
  if (before) return before;
  const text = postgresSql(sql);
  if (!hasParams || known.size >= NAMED) return { text };
  const made = { text, name: `s${known.size}` };
  known.set(sql, made);
  return made;
}
