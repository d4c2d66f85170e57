import { crc32, deflateRawSync } from 'node:zlib';

/** A part of a zip as it is written; `says` lets it lie about its sizes. */
export interface ZipPart {
  readonly name: string;
  readonly content: string | Uint8Array;
  readonly says?: { readonly size?: number; readonly crc?: number; readonly flags?: number };
}

/** A zip file of these parts, packed. */
export function buildZip(parts: readonly ZipPart[]): Buffer {
  const files: Buffer[] = [];
  const list: Buffer[] = [];
  let offset = 0;
  for (const { name, content, says = {} } of parts) {
    const bytes = Buffer.from(content);
    const packed = deflateRawSync(bytes);
    const fixed = Buffer.alloc(26);
    fixed.writeUInt16LE(20, 0);
    fixed.writeUInt16LE(says.flags ?? 0, 2);
    fixed.writeUInt16LE(8, 4);
    fixed.writeUInt32LE(says.crc ?? crc32(bytes), 10);
    fixed.writeUInt32LE(packed.length, 14);
    fixed.writeUInt32LE(says.size ?? bytes.length, 18);
    fixed.writeUInt16LE(Buffer.byteLength(name), 22);
    const local = Buffer.concat([Buffer.from('PK\x03\x04'), fixed, Buffer.from(name), packed]);
    const place = Buffer.alloc(14);
    place.writeUInt32LE(offset, 10);
    list.push(Buffer.concat([Buffer.from('PK\x01\x02\x14\0', 'latin1'), fixed, place, Buffer.from(name)]));
    files.push(local);
    offset += local.length;
  }
  const directory = Buffer.concat(list);
  const end = Buffer.alloc(18);
  end.writeUInt16LE(parts.length, 4);
  end.writeUInt16LE(parts.length, 6);
  end.writeUInt32LE(directory.length, 8);
  end.writeUInt32LE(offset, 12);
  return Buffer.concat([...files, directory, Buffer.from('PK\x05\x06'), end]);
}

/** A sheet as XML of its rows, e.g. `<row r="1"><c r="A1" t="s"><v>0</v></c></row>`. */
export interface SheetPart {
  readonly name: string;
  readonly rows: string;
  readonly state?: string;
}

export interface Book {
  readonly sheets: readonly SheetPart[];
  readonly texts?: readonly string[];
  /** Codes of number formats; a cell's `s` is the place in this list, from 1. A number = a built-in format. */
  readonly formats?: readonly (string | number)[];
  readonly from1904?: boolean;
  readonly more?: readonly ZipPart[];
}

export const inXml = (text: string) => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('"', '&quot;');
const REL = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const MAIN = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const XML = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>';

/** The parts of a workbook as Excel lays them out. */
export function bookParts({ sheets, texts = [], formats = [], from1904, more = [] }: Book): ZipPart[] {
  const relations = (rows: string) =>
    `${XML}<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">${rows}</Relationships>`;
  const relation = (id: string, type: string, target: string) =>
    `<Relationship Id="${id}" Type="${REL}/${type}" Target="${target}"/>`;
  const own = formats.flatMap((code, at) =>
    typeof code === 'string' ? [`<numFmt numFmtId="${164 + at}" formatCode="${inXml(code)}"/>`] : [],
  );
  const xfs = formats.map((code, at) => `<xf numFmtId="${typeof code === 'string' ? 164 + at : code}"/>`);
  return [
    { name: '_rels/.rels', content: relations(relation('rId1', 'officeDocument', 'xl/workbook.xml')) },
    {
      name: 'xl/workbook.xml',
      content: `${XML}<workbook xmlns="${MAIN}" xmlns:r="${REL}"><workbookPr${from1904 ? ' date1904="1"' : ''}/><sheets>${sheets
        .map(
          ({ name, state }, at) =>
            `<sheet name="${name}" sheetId="${at + 1}"${state ? ` state="${state}"` : ''} r:id="rId${at + 1}"/>`,
        )
        .join('')}</sheets></workbook>`,
    },
    {
      name: 'xl/_rels/workbook.xml.rels',
      content: relations(
        sheets.map((_, at) => relation(`rId${at + 1}`, 'worksheet', `worksheets/sheet${at + 1}.xml`)).join('') +
          relation('rId98', 'styles', 'styles.xml') +
          relation('rId99', 'sharedStrings', '/xl/sharedStrings.xml'),
      ),
    },
    ...sheets.map(({ rows }, at) => ({
      name: `xl/worksheets/sheet${at + 1}.xml`,
      content: `${XML}<worksheet xmlns="${MAIN}"><sheetData>${rows}</sheetData></worksheet>`,
    })),
    {
      name: 'xl/sharedStrings.xml',
      content: `${XML}<sst xmlns="${MAIN}">${texts.map((text) => `<si>${text}</si>`).join('')}</sst>`,
    },
    {
      name: 'xl/styles.xml',
      content: `${XML}<styleSheet xmlns="${MAIN}"><numFmts>${own.join('')}</numFmts><cellStyleXfs><xf numFmtId="14"/></cellStyleXfs><cellXfs><xf numFmtId="0"/>${xfs.join('')}</cellXfs></styleSheet>`,
    },
    ...more,
  ];
}

export const buildXlsx = (book: Book): Buffer => buildZip(bookParts(book));

/** A row of inline texts; an empty text leaves the cell out. */
export function textRow(row: number, texts: readonly string[]): string {
  const cells = texts.map((text, at) =>
    text ? `<c r="${String.fromCharCode(65 + at)}${row}" t="inlineStr"><is><t>${inXml(text)}</t></is></c>` : '',
  );
  return `<row r="${row}">${cells.join('')}</row>`;
}
