import type { Block } from '#wire/report.ts';
import { type FiguresById, lineText } from '../figure-text.ts';
import { paragraph, paragraphOf, runsXml } from './runs.ts';

type Table = Extract<Block, { kind: 'table' }>;

const BORDERS = ['top', 'left', 'bottom', 'right', 'insideH', 'insideV']
  .map((side) => `<w:${side} w:val="single" w:sz="4" w:space="0" w:color="000000"/>`)
  .join('');

function cellXml(width: number, content: string, shaded = false): string {
  const shade = shaded ? '<w:shd w:val="clear" w:color="auto" w:fill="F2F5F8"/>' : '';
  return `<w:tc><w:tcPr><w:tcW w:w="${width}" w:type="dxa"/>${shade}<w:vAlign w:val="center"/></w:tcPr>${content}</w:tc>`;
}

/**
 * A table with its caption above and its source below; the head repeats on every page and no row is torn.
 * @param width of the text, in twentieths of a point.
 */
export function tableXml(
  { caption, columns, rows, total, source }: Table,
  footer: string,
  figures: FiguresById,
  width: number,
): string {
  const all = columns.reduce((sum, column) => sum + column.width, 0);
  const widths = columns.map((column) => Math.floor((width * column.width) / all));
  const grid = widths.map((w) => `<w:gridCol w:w="${w}"/>`).join('');
  const head = columns.map(({ label }, i) => cellXml(widths[i] ?? 0, paragraph('CellHead', label), true)).join('');
  const body = rows.map((cells, r) => {
    const last = total && r === rows.length - 1;
    const drawn = cells.map((runs, i) => {
      const number = columns[i]?.number && lineText(runs, figures).length < 40;
      const bold = last ? runs.map((run) => ({ ...run, bold: true })) : runs;
      return cellXml(widths[i] ?? 0, paragraphOf(number ? 'CellNumber' : 'Cell', runsXml(bold, figures)));
    });
    return `<w:tr><w:trPr><w:cantSplit/></w:trPr>${drawn.join('')}</w:tr>`;
  });
  const note = [source, footer].filter(Boolean).join(' ');
  return `${paragraph('Caption', caption)}<w:tbl><w:tblPr><w:tblW w:w="${width}" w:type="dxa"/><w:tblBorders>${BORDERS}</w:tblBorders><w:tblLayout w:type="fixed"/><w:tblCellMar><w:left w:w="57" w:type="dxa"/><w:right w:w="57" w:type="dxa"/></w:tblCellMar></w:tblPr><w:tblGrid>${grid}</w:tblGrid><w:tr><w:trPr><w:cantSplit/><w:tblHeader/></w:trPr>${head}</w:tr>${body.join('')}</w:tbl>${paragraph('Source', note)}`;
}
