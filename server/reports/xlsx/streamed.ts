import { strToU8, Zip, ZipDeflate } from 'fflate';
import { DAY } from '../pack-parts.ts';
import { type Cell, textCell } from './cell.ts';
import { rowXml, sheetEnd, sheetPath, sheetStart, styleBook, workbookParts } from './workbook.ts';

/** A spreadsheet takes 1,048,576 rows; the next sheet begins at a number people can check. */
const ROWS_PER_SHEET = 1_000_000;
/** Of a list the names of columns repeat themselves: more effort takes longer and saves little. */
const EFFORT = 3;

export interface StreamedSheet {
  readonly name: string;
  readonly heads: readonly string[];
  readonly widths: readonly number[];
}

/**
 * A workbook of one long list, written as its rows come: never more of it in memory than one page. What one sheet cannot hold goes on in the
 * next, under the same head. @param rowsPerSheet the head not counted.
 */
export async function* streamedWorkbook(
  title: string,
  { name, heads, widths }: StreamedSheet,
  pages: AsyncIterable<readonly (readonly string[])[]>,
  rowsPerSheet = ROWS_PER_SHEET,
): AsyncGenerator<Uint8Array> {
  let made: Uint8Array[] = [];
  const zip = new Zip((error, data) => {
    if (error) throw error;
    made.push(data);
  });
  function* taken() {
    const ready = made;
    made = [];
    yield* ready;
  }
  function begun(path: string): ZipDeflate {
    const part = new ZipDeflate(path, { level: EFFORT });
    part.mtime = DAY;
    zip.add(part);
    return part;
  }
  const styles = styleBook();
  const names: string[] = [];
  const frame = { name, widths, frozen: 1 };
  const head = heads.map((text) => textCell(text, 'head'));
  const cellsOf = (row: readonly string[]): Cell[] => row.map((text) => textCell(text));
  let sheet: ZipDeflate | undefined;
  let rows = 0;

  function begin(): ZipDeflate {
    sheet?.push(strToU8(sheetEnd({})), true);
    const next = begun(sheetPath(names.length));
    names.push(names.length === 0 ? name : `${name} (${names.length + 1})`);
    next.push(strToU8(sheetStart(frame, styles.styleOf) + rowXml(head, 0, styles.styleOf)));
    rows = 0;
    return next;
  }

  sheet = begin();
  for await (const page of pages) {
    for (let from = 0; from < page.length; ) {
      if (rows === rowsPerSheet) sheet = begin();
      const part = page.slice(from, from + rowsPerSheet - rows);
      sheet.push(strToU8(part.map((row, i) => rowXml(cellsOf(row), rows + i + 1, styles.styleOf)).join('')));
      rows += part.length;
      from += part.length;
    }
    yield* taken();
  }
  sheet.push(strToU8(sheetEnd({})), true);
  for (const [path, xml] of Object.entries(workbookParts(title, names, styles.xml())))
    begun(path).push(strToU8(xml), true);
  zip.end();
  yield* taken();
}
