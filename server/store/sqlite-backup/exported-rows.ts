import type { Hash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import type { Value } from '../db.ts';
import type { Row } from './open-file.ts';

/** Longer than any row the house writes. */
const LONGEST_LINE = 256 * 1_048_576;

/** Lines of a UTF-8 file by line feed alone, which no JSON holds; `hash` is told every byte. @throws Error for what is no UTF-8. */
async function* linesOf(path: string, hash: Hash): AsyncGenerator<string> {
  const decoder = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });
  let rest = '';
  for await (const chunk of createReadStream(path, { highWaterMark: 1_048_576 })) {
    hash.update(chunk as Buffer);
    const lines = (rest + decoder.decode(chunk as Buffer, { stream: true })).split('\n');
    rest = lines.pop() ?? '';
    if (rest.length > LONGEST_LINE) throw new Error('a line without end');
    yield* lines;
  }
  if (rest + decoder.decode() !== '') throw new Error('the last line is cut');
}

const isValue = (value: unknown): value is Value =>
  value === null || typeof value === 'string' || (typeof value === 'number' && Number.isFinite(value));

/** Rows of an exported table in their order, a line at a time. @throws Error for a line that is no row. */
export async function* exportedRows(path: string, hash: Hash): AsyncGenerator<Row> {
  for await (const line of linesOf(path, hash)) {
    const row: unknown = JSON.parse(line);
    if (typeof row !== 'object' || row === null || !Object.values(row).every(isValue)) throw new Error('no row');
    yield row as Row;
  }
}
