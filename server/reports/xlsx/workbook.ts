import { packParts } from '../pack-parts.ts';
import { escapeXml, XML_HEAD } from '../xml.ts';
import { type Cell, type Choice, columnName, type Sheet, textCell } from './cell.ts';

const MAIN = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const OFFICE = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const PACKAGE = 'http://schemas.openxmlformats.org/package/2006';
const TYPE = 'application/vnd.openxmlformats-officedocument.spreadsheetml';

/** Begins like a formula: kept as text even when somebody edits the cell. */
const LIKE_FORMULA = /^[=+\-@\t\r]/;

/** The styles in use, each once, in the order they were asked for. */
export function styleBook() {
  const formats: string[] = [];
  const styles: string[] = ['<xf numFmtId="0" fontId="0" fillId="0" borderId="0" xfId="0"/>'];
  const known = new Map<string, number>();
  function styleOf(cell: Cell): number {
    const key =
      cell.kind === 'text' ? `${cell.look}${LIKE_FORMULA.test(cell.text) ? '!' : ''}` : `${cell.format}|${cell.bold}`;
    const found = known.get(key);
    if (found !== undefined) return found;
    if (cell.kind === 'text') {
      const font = { plain: 0, head: 1, title: 2, note: 3, typed: 0 }[cell.look];
      const fill = cell.look === 'head' ? 2 : 0;
      const edge = cell.look === 'plain' || cell.look === 'head' ? 1 : 0;
      const wrap = edge === 1 ? '<alignment vertical="center" wrapText="1"/>' : '';
      const quoted = LIKE_FORMULA.test(cell.text) ? ' quotePrefix="1"' : '';
      styles.push(
        `<xf numFmtId="49" fontId="${font}" fillId="${fill}" borderId="${edge}" xfId="0" applyNumberFormat="1" applyFont="1" applyFill="1" applyBorder="1" applyAlignment="1"${quoted}>${wrap}</xf>`,
      );
    } else {
      if (!formats.includes(cell.format)) formats.push(cell.format);
      styles.push(
        `<xf numFmtId="${164 + formats.indexOf(cell.format)}" fontId="${cell.bold ? 1 : 0}" fillId="0" borderId="1" xfId="0" applyNumberFormat="1" applyFont="1" applyBorder="1"/>`,
      );
    }
    known.set(key, styles.length - 1);
    return styles.length - 1;
  }
  const font = (more: string) => `<font>${more}<sz val="11"/><name val="Times New Roman"/><family val="1"/></font>`;
  const side = (name: string) => `<${name} style="thin"><color rgb="FF6B7885"/></${name}>`;
  const xml = () =>
    `${XML_HEAD}<styleSheet xmlns="${MAIN}"><numFmts count="${formats.length}">${formats.map((code, i) => `<numFmt numFmtId="${164 + i}" formatCode="${escapeXml(code)}"/>`).join('')}</numFmts><fonts count="4">${font('')}${font('<b/>')}${font('<b/>')}${font('<i/>')}</fonts><fills count="3"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill><fill><patternFill patternType="solid"><fgColor rgb="FFF2F5F8"/></patternFill></fill></fills><borders count="2"><border/><border>${['left', 'right', 'top', 'bottom'].map(side).join('')}</border></borders><cellStyleXfs count="1"><xf/></cellStyleXfs><cellXfs count="${styles.length}">${styles.join('')}</cellXfs></styleSheet>`;
  return { styleOf, xml };
}

type StyleOf = ReturnType<typeof styleBook>['styleOf'];

function cellXml(cell: Cell, at: string, styleOf: StyleOf): string {
  const style = styleOf(cell);
  if (cell.kind === 'text')
    return `<c r="${at}" s="${style}" t="inlineStr"><is><t xml:space="preserve">${escapeXml(cell.text)}</t></is></c>`;
  const formula = cell.kind === 'formula' ? `<f>${escapeXml(cell.formula)}</f>` : '';
  return `<c r="${at}" s="${style}">${formula}<v>${cell.value}</v></c>`;
}

const place = (column: number, row: number, fixed = '') => `${fixed}${columnName(column)}${fixed}${row + 1}`;

/** Lists of choices; spreadsheets take no text of more than 255 letters for one, so they point at cells. */
function choicesXml(choices: readonly Choice[]): string {
  if (choices.length === 0) return '';
  const each = choices.map(({ column, firstRow, lastRow, from, otherwise }) => {
    const sheet = `'${from.sheet.replaceAll("'", "''")}'`;
    const list = `${sheet}!${place(from.column, from.firstRow, '$')}:${place(from.column, from.lastRow, '$')}`;
    return `<dataValidation type="list" allowBlank="1" showErrorMessage="1" error="${escapeXml(otherwise)}" sqref="${place(column, firstRow)}:${place(column, lastRow)}"><formula1>${escapeXml(list)}</formula1></dataValidation>`;
  });
  return `<dataValidations count="${each.length}">${each.join('')}</dataValidations>`;
}

type SheetFrame = Omit<Sheet, 'rows'>;

/** A sheet up to its first row. */
export function sheetStart({ widths, frozen, typed }: SheetFrame, styleOf: StyleOf): string {
  const style = typed ? ` style="${styleOf(textCell('', 'typed'))}"` : '';
  const columns = widths
    .map((width, i) => `<col min="${i + 1}" max="${i + 1}" width="${width}"${style} customWidth="1"/>`)
    .join('');
  const pane =
    frozen > 0 ? `<pane ySplit="${frozen}" topLeftCell="A${frozen + 1}" activePane="bottomLeft" state="frozen"/>` : '';
  return `${XML_HEAD}<worksheet xmlns="${MAIN}"><sheetPr><pageSetUpPr fitToPage="1"/></sheetPr><sheetViews><sheetView workbookViewId="0">${pane}</sheetView></sheetViews><cols>${columns}</cols><sheetData>`;
}

/** Row `r`, counted from 0. @param height in points, as the program finds when left out. */
export function rowXml(cells: readonly Cell[], r: number, styleOf: StyleOf, height?: number): string {
  const tall = height === undefined ? '' : ` ht="${height}" customHeight="1"`;
  return `<row r="${r + 1}"${tall}>${cells.map((cell, c) => cellXml(cell, `${columnName(c)}${r + 1}`, styleOf)).join('')}</row>`;
}

/** What stands below the last row. */
export const sheetEnd = ({ choices = [] }: Pick<Sheet, 'choices'>): string =>
  `</sheetData>${choicesXml(choices)}<pageSetup paperSize="9" orientation="landscape" fitToHeight="0"/></worksheet>`;

function sheetXml(sheet: Sheet, styleOf: StyleOf): string {
  const { rows, frozen, headHeight } = sheet;
  const data = rows.map((cells, r) => rowXml(cells, r, styleOf, r === frozen - 1 ? headHeight : undefined));
  return sheetStart(sheet, styleOf) + data.join('') + sheetEnd(sheet);
}

export const sheetPath = (index: number) => `xl/worksheets/sheet${index + 1}.xml`;

/** Everything of a workbook but its sheets, path → XML. @param names of the sheets, in their order. */
export function workbookParts(title: string, names: readonly string[], styles: string): Record<string, string> {
  const relations = names
    .map((_, i) => `<Relationship Id="rId${i + 1}" Type="${OFFICE}/worksheet" Target="worksheets/sheet${i + 1}.xml"/>`)
    .join('');
  const listed = names
    .map((name, i) => `<sheet name="${escapeXml(name)}" sheetId="${i + 1}" r:id="rId${i + 1}"/>`)
    .join('');
  const types = names
    .map((_, i) => `<Override PartName="/${sheetPath(i)}" ContentType="${TYPE}.worksheet+xml"/>`)
    .join('');
  return {
    '[Content_Types].xml': `${XML_HEAD}<Types xmlns="${PACKAGE}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/xl/workbook.xml" ContentType="${TYPE}.sheet.main+xml"/><Override PartName="/xl/styles.xml" ContentType="${TYPE}.styles+xml"/><Override PartName="/docProps/core.xml" ContentType="application/vnd.openxmlformats-package.core-properties+xml"/>${types}</Types>`,
    '_rels/.rels': `${XML_HEAD}<Relationships xmlns="${PACKAGE}/relationships"><Relationship Id="rId1" Type="${OFFICE}/officeDocument" Target="xl/workbook.xml"/><Relationship Id="rId2" Type="${PACKAGE}/relationships/metadata/core-properties" Target="docProps/core.xml"/></Relationships>`,
    'docProps/core.xml': `${XML_HEAD}<cp:coreProperties xmlns:cp="${PACKAGE}/metadata/core-properties" xmlns:dc="http://purl.org/dc/elements/1.1/"><dc:title>${escapeXml(title)}</dc:title></cp:coreProperties>`,
    'xl/workbook.xml': `${XML_HEAD}<workbook xmlns="${MAIN}" xmlns:r="${OFFICE}"><sheets>${listed}</sheets><calcPr fullCalcOnLoad="1"/></workbook>`,
    'xl/_rels/workbook.xml.rels': `${XML_HEAD}<Relationships xmlns="${PACKAGE}/relationships">${relations}<Relationship Id="rId${names.length + 1}" Type="${OFFICE}/styles" Target="styles.xml"/></Relationships>`,
    'xl/styles.xml': styles,
  };
}

/** A workbook of sheets as an .xlsx; every program computes the formulas again, and who does not shows what they came to. */
export function workbookOf(title: string, sheets: readonly Sheet[]): Uint8Array<ArrayBuffer> {
  const styles = styleBook();
  const drawn = sheets.map((sheet, i) => [sheetPath(i), sheetXml(sheet, styles.styleOf)] as const);
  const names = sheets.map(({ name }) => name);
  return packParts({ ...workbookParts(title, names, styles.xml()), ...Object.fromEntries(drawn) });
}
