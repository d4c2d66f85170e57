import { strFromU8, unzipSync } from 'fflate';
import { SaxesParser } from 'saxes';

export interface ReadCell {
  readonly text: string | null;
  readonly value: number | null;
  readonly formula: string | null;
}

/** Sheet name → address → cell, of the workbooks this project writes. */
export function readXlsx(bytes: Uint8Array): ReadonlyMap<string, ReadonlyMap<string, ReadCell>> {
  const parts = new Map(Object.entries(unzipSync(bytes)).map(([path, part]) => [path, strFromU8(part)]));
  const names: string[] = [];
  const workbook = new SaxesParser();
  workbook.on('opentag', ({ name, attributes }) => {
    if (name === 'sheet') names.push(String(attributes.name));
  });
  workbook.write(parts.get('xl/workbook.xml') ?? '').close();
  return new Map(
    names.map((name, i) => {
      const cells = new Map<string, ReadCell>();
      let at = '';
      let open = '';
      let cell: { text: string | null; value: number | null; formula: string | null };
      const parser = new SaxesParser();
      parser.on('error', (error) => {
        throw error;
      });
      parser.on('opentag', ({ name: tag, attributes }) => {
        open = tag;
        if (tag !== 'c') return;
        at = String(attributes.r);
        cell = { text: attributes.t === 'inlineStr' ? '' : null, value: null, formula: null };
        cells.set(at, cell);
      });
      parser.on('text', (text) => {
        if (open === 't') cell.text += text;
        if (open === 'v') cell.value = Number(text);
        if (open === 'f') cell.formula = (cell.formula ?? '') + text;
      });
      parser.write(parts.get(`xl/worksheets/sheet${i + 1}.xml`) ?? '').close();
      return [name, cells];
    }),
  );
}

/** The cells of the sheet «Số liệu» by the id of their figure. */
export function figureCells(bytes: Uint8Array): ReadonlyMap<string, ReadCell> {
  const sheet = readXlsx(bytes).get('Số liệu') ?? new Map<string, ReadCell>();
  return new Map(
    [...sheet].flatMap(([at, { text }]): [string, ReadCell][] => {
      const cell = /^A\d+$/.test(at) && text?.includes('/') ? sheet.get(at.replace('A', 'B')) : undefined;
      return text && cell ? [[text, cell]] : [];
    }),
  );
}
