import type { ReportBody } from '#wire/report.ts';
import { dayLine, numberLine } from '../head-lines.ts';
import { escapeXml } from '../xml.ts';
import { paragraph, paragraphOf } from './runs.ts';

const NO_BORDERS = ['top', 'left', 'bottom', 'right', 'insideH', 'insideV']
  .map((side) => `<w:${side} w:val="nil"/>`)
  .join('');

/** Two columns without lines. @param widths in twentieths of a point. */
function columns(widths: readonly [number, number], left: string, right: string): string {
  const cell = (width: number, content: string) =>
    `<w:tc><w:tcPr><w:tcW w:w="${width}" w:type="dxa"/></w:tcPr>${content}</w:tc>`;
  return `<w:tbl><w:tblPr><w:tblW w:w="${widths[0] + widths[1]}" w:type="dxa"/><w:tblBorders>${NO_BORDERS}</w:tblBorders><w:tblLayout w:type="fixed"/><w:tblCellMar><w:left w:w="28" w:type="dxa"/><w:right w:w="28" w:type="dxa"/></w:tblCellMar></w:tblPr><w:tblGrid><w:gridCol w:w="${widths[0]}"/><w:gridCol w:w="${widths[1]}"/></w:tblGrid><w:tr>${cell(widths[0], left)}${cell(widths[1], right)}</w:tr></w:tbl>`;
}

/** A rule under a line: the bottom border of an empty paragraph, drawn in from both sides. @param inset twentieths of a point. */
const rule = (inset: number) =>
  `<w:p><w:pPr><w:pStyle w:val="Head"/><w:pBdr><w:top w:val="single" w:sz="6" w:space="1" w:color="000000"/></w:pBdr><w:spacing w:before="20" w:after="40" w:line="120" w:lineRule="exact"/><w:ind w:left="${inset}" w:right="${inset}"/></w:pPr></w:p>`;

const bold = (style: string, text: string) =>
  paragraphOf(style, `<w:r><w:rPr><w:b/></w:rPr><w:t xml:space="preserve">${escapeXml(text)}</w:t></w:r>`);

/** The head of an official document: who issues it on the left, the State on the right. */
export function headXml(body: ReportBody, width: number): string {
  const { head } = body;
  const left = Math.round(width * 0.38);
  const right = width - left;
  const issuer = [
    ...(head.above === null ? [] : [paragraph('Head', head.above.toUpperCase())]),
    bold('Head', head.issuer.toUpperCase()),
    rule(Math.round(left * 0.3)),
    paragraph('Head', numberLine(body)),
  ].join('');
  const state = [
    bold('Head', 'CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM'),
    paragraph('HeadMotto', 'Độc lập - Tự do - Hạnh phúc'),
    rule(Math.round(right * 0.22)),
    paragraph('Place', dayLine(head)),
  ].join('');
  return columns([left, right], issuer, state);
}

/** Who gets it on the left, who signs on the right. */
export function endXml({ head }: ReportBody, width: number): string {
  const half = Math.round(width / 2);
  const copies = head.copies.length > 0 ? head.copies : ['Như trên', 'Lưu: VT'];
  const left =
    paragraph('CopiesHead', 'Nơi nhận:') +
    copies.map((copy, i) => paragraph('Copies', `- ${copy}${i === copies.length - 1 ? '.' : ';'}`)).join('');
  const position = (head.position ?? '…').toUpperCase();
  const right = paragraph('Signer', position) + paragraph('Signer', '\n\n') + paragraph('Signer', head.signer ?? '…');
  return columns([half, width - half], left, right);
}
