import type { Separator } from '../row.ts';
import { cleanText } from './clean-text.ts';
import { csvRecords } from './csv-records.ts';
import { HEADER_WITHIN, hitsOf, type TextRow } from './find-header.ts';

/** In this order when nothing tells them apart: a comma also stands within sentences. */
const SEPARATORS: readonly Separator[] = ['\t', ';', ','];

/** Excel's own line at the start: `sep=;`. Not a row of the table, and Excel does not count it. */
const SEP_LINE = /^(?:"?)sep=([,;\t])(?:"?)(?:\r\n|\n|\r)/i;

/** The separator such a line names, and the length of the line; `null` = there is none. */
export function sepLine(head: Buffer): { separator: Separator; length: number } | null {
  const found = SEP_LINE.exec(head.subarray(0, 16).toString('latin1'));
  return found ? { separator: found[1] as Separator, length: found[0].length } : null;
}

/** The first rows of a text, without blank ones. */
export async function firstRows(head: Buffer, separator: Separator): Promise<TextRow[]> {
  const rows: TextRow[] = [];
  let row = 0;
  async function* once() {
    yield head;
  }
  for await (const record of csvRecords(once(), separator)) {
    row += 1;
    if ('fields' in record) rows.push({ row, texts: record.fields.map(cleanText) });
    if (row >= HEADER_WITHIN) break;
  }
  return rows;
}

/** How well a table with this separator looks: headers known first, then rows as wide as the header. */
async function fitness(head: Buffer, separator: Separator, known: ReadonlySet<string> | undefined): Promise<number> {
  const rows = await firstRows(head, separator);
  const width = Math.max(0, ...rows.map(({ texts }) => texts.filter(Boolean).length));
  if (width < 2) return 0;
  const alike = rows.filter(({ texts }) => texts.length >= width).length;
  const hits = known ? Math.max(0, ...rows.map((row) => hitsOf(row, known))) : 0;
  return hits * 10_000 + alike * width;
}

/** Comma, semicolon or tab, by the header and the first rows. */
export async function detectSeparator(head: Buffer, known: ReadonlySet<string> | undefined): Promise<Separator> {
  let best: { separator: Separator; fitness: number } = { separator: ',', fitness: 0 };
  for (const separator of SEPARATORS) {
    const one = await fitness(head, separator, known);
    if (one > best.fitness) best = { separator, fitness: one };
  }
  return best.separator;
}
