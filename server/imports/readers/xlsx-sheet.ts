import { fromSerial } from '../excel-serial.ts';
import type { Cell } from '../row.ts';
import { LONGEST_CELL, plainText } from './xlsx-texts.ts';
import type { Sheet, Workbook } from './xlsx-workbook.ts';
import { tellXml } from './xlsx-xml.ts';

/** A row that holds something, by place; `long` = the place of a cell above 32,767 characters. */
export interface SheetRow {
  readonly row: number;
  readonly cells: readonly (Cell | undefined)[];
  readonly long: number | null;
}

/** Cells further right are not looked at: formats alone reach to the last of 16,384 columns. */
const MOST_PLACES = 200;

interface OpenCell {
  readonly at: number;
  readonly type: string;
  readonly style: number;
  text: string;
  formula: boolean;
}

/** `AB12` → 27; -1 = no reference. */
function placeOf(reference: string): number {
  let place = 0;
  for (const sign of reference) {
    const letter = sign.charCodeAt(0) - 64;
    if (letter < 1 || letter > 26) break;
    place = place * 26 + letter;
  }
  return place - 1;
}

function numberCell(text: string, style: number, { styles, from1904 }: Workbook): Cell {
  const number = Number(text);
  const meaning = styles[style] ?? 'number';
  if (!Number.isFinite(number)) return text;
  if (meaning === 'date')
    return number >= 0 && number < 2_958_466 ? { date: fromSerial(number, from1904) } : { number };
  // A share of 0.2275 is printed and meant as 22.75 %; the product is freed of what floating point adds.
  if (meaning === 'percent') return { number: Number((number * 100).toPrecision(12)) };
  if (typeof meaning === 'object' && Number.isInteger(number) && number >= 0)
    return number < 10 ** 15 ? String(number).padStart(meaning.digits, '0') : { number };
  return { number };
}

function cellValue({ type, style, text, formula }: OpenCell, workbook: Workbook): Cell | undefined {
  if (type === 's') return workbook.texts[Number(text)] || undefined;
  if (type === 'b') return text === '1' ? 'true' : text === '0' ? 'false' : undefined;
  if (type === 'str' || type === 'inlineStr' || type === 'e' || type === 'd') return plainText(text) || undefined;
  // Written by a program that does not calculate: the value is not there, which is not the same as empty.
  if (text.trim() === '') return formula ? '#CALC!' : undefined;
  return numberCell(text.trim(), style, workbook);
}

/** Rows of a sheet that hold something, top to bottom, as they are asked for. @throws FileRefused as `tellXml`. */
export async function* sheetRows(workbook: Workbook, sheet: Sheet): AsyncGenerator<SheetRow> {
  const found: SheetRow[] = [];
  let row = 0;
  let cells: (Cell | undefined)[] = [];
  let long: number | null = null;
  let cell: OpenCell | null = null;
  let place = -1;
  let taking = false;
  let inReading = false;
  const told = tellXml(workbook.parts.read(sheet.path), {
    open(name, attributes) {
      if (name === 'row') {
        row = Number(attributes.r) || row + 1;
        cells = [];
        long = null;
        place = -1;
      } else if (name === 'c') {
        const at = placeOf(attributes.r ?? '');
        place = at >= 0 ? at : place + 1;
        cell = { at: place, type: attributes.t ?? 'n', style: Number(attributes.s ?? 0), text: '', formula: false };
      } else if (name === 'f' && cell) cell.formula = true;
      else if (name === 'rPh') inReading = true;
      else if (name === 'v' || name === 't') taking = cell !== null && !inReading;
    },
    text(piece) {
      if (taking && cell && cell.text.length <= LONGEST_CELL) cell.text += piece.slice(0, LONGEST_CELL + 1);
    },
    close(name) {
      if (name === 'v' || name === 't') taking = false;
      else if (name === 'rPh') inReading = false;
      else if (name === 'c' && cell) {
        if (cell.at < MOST_PLACES) {
          if (cell.text.length > LONGEST_CELL) long ??= cell.at;
          else cells[cell.at] = cellValue(cell, workbook);
        }
        cell = null;
      } else if (name === 'row' && (long !== null || cells.some((one) => one !== undefined)))
        found.push({ row, cells, long });
    },
  });
  try {
    for await (const _ of told) yield* found.splice(0);
  } catch (error) {
    // What was whole before the damage is given out before it is told.
    yield* found.splice(0);
    throw error;
  }
}
