import type { Statement } from './db.ts';

const VALUES = /values (\([?, ]+\))/;
/** Rows of one call at the most: of twenty columns far below what the protocol can number. */
const MOST = 256;

/** A statement for many rows as few for some each, in sizes of powers of two: so there are few texts to keep parsed. */
export function piecesOf(statement: Statement): Statement[] {
  const { sql, rows } = statement;
  if (!rows) return [statement];
  const pieces: Statement[] = [];
  for (let from = 0; from < rows.length; ) {
    const size = Math.min(MOST, 2 ** Math.floor(Math.log2(rows.length - from)));
    const many = (_: string, one: string) => `values ${Array<string>(size).fill(one).join(', ')}`;
    pieces.push({ sql: sql.replace(VALUES, many), params: rows.slice(from, from + size).flat() });
    from += size;
  }
  return pieces;
}
