import type { Block, ReportBody } from '#wire/report.ts';
import { type FiguresById, figuresById } from '../figure-text.ts';
import { markLine } from '../mark-line.ts';
import { packParts } from '../pack-parts.ts';
import { escapeXml, XML_HEAD } from '../xml.ts';
import { drawDocx } from './drawing.ts';
import { endXml, headXml } from './head.ts';
import { NAMESPACES } from './namespaces.ts';
import { CONTENT_TYPES, coreXml, headerXml, PACKAGE_RELATIONS, WORD_RELATIONS } from './parts.ts';
import { paragraph, paragraphOf, runsXml } from './runs.ts';
import { STYLES_XML } from './styles.ts';
import { tableXml } from './table.ts';

/** A4 in twentieths of a point; margins top and bottom 20 mm, left 30, right 15. */
const SHORT = 11906;
const LONG = 16838;
const MARGIN = { top: 1134, bottom: 1134, left: 1701, right: 850 };
const textWidth = (wide: boolean) => (wide ? LONG : SHORT) - MARGIN.left - MARGIN.right;

function sectionXml(wide: boolean, first: boolean): string {
  const size = wide ? `w:w="${LONG}" w:h="${SHORT}" w:orient="landscape"` : `w:w="${SHORT}" w:h="${LONG}"`;
  return `<w:sectPr><w:headerReference w:type="default" r:id="rId2"/><w:headerReference w:type="first" r:id="rId3"/><w:pgSz ${size}/><w:pgMar w:top="${MARGIN.top}" w:bottom="${MARGIN.bottom}" w:left="${MARGIN.left}" w:right="${MARGIN.right}" w:header="567" w:footer="567" w:gutter="0"/>${first ? '<w:titlePg/>' : ''}</w:sectPr>`;
}

/** A document that begins with a table loses the words of its drawings in LibreOffice: a paragraph one point high goes before. */
const HAIRLINE = '<w:p><w:pPr><w:spacing w:before="0" w:after="0" w:line="20" w:lineRule="exact"/></w:pPr></w:p>';

const HEADINGS = ['Heading1', 'Heading2', 'Heading3'] as const;

function blockXml(block: Block, body: ReportBody, figures: FiguresById, number: number): string {
  switch (block.kind) {
    case 'heading':
      return paragraph(HEADINGS[block.level - 1] ?? 'Heading3', block.text);
    case 'paragraph': {
      const runs = block.item ? [{ text: '- ' }, ...block.runs] : block.runs;
      return paragraphOf(block.item ? 'Item' : 'Body', runsXml(runs, figures));
    }
    case 'table':
      return tableXml(block, body.footer, figures, textWidth(block.wide));
    case 'chart':
      return [
        paragraph('Caption', block.drawing.title),
        paragraphOf('Chart', drawDocx(block.drawing, number)),
        ...block.drawing.notes.map((note) => paragraph('Source', note)),
      ].join('');
    case 'fault':
      return paragraph('Fault', block.text);
    case 'own':
      return paragraph('Body', block.text ?? '…');
    case 'page':
      return '<w:p><w:r><w:br w:type="page"/></w:r></w:p>';
  }
}

const isWide = (block: Block | undefined): boolean => block?.kind === 'table' && block.wide;

/** A form of one wide table lies on its side from its head on. */
const liesWhole = ({ kind, blocks }: ReportBody): boolean => kind !== 'report' && blocks.some(isWide);

/** A table that lies on its side stands in a section of its own; what comes before it ends the one before. */
function blocksXml(body: ReportBody): string {
  const figures = figuresById(body);
  const whole = liesWhole(body);
  let [lying, first] = [whole, true];
  function sectionOf(wide: boolean): string {
    const xml = sectionXml(wide, first);
    first = false;
    return xml;
  }
  const end = body.blocks.findIndex((block) => block.kind === 'page');
  const xml = body.blocks.map((block, i) => {
    // A heading lies on the page of the table it is of.
    const wide = whole || isWide(block.kind === 'heading' ? body.blocks[i + 1] : block);
    const turn = wide === lying ? '' : `<w:p><w:pPr>${sectionOf(lying)}</w:pPr></w:p>`;
    lying = wide;
    // The signature stands under the text, before the appendices.
    const signed = i === end ? `${paragraph('Body', './.')}${endXml(body, textWidth(false))}` : '';
    return turn + signed + blockXml(block, body, figures, i + 1);
  });
  const signed = end < 0 ? endXml(body, textWidth(lying)) : '';
  return `${xml.join('')}${signed}${sectionOf(lying)}`;
}

/** The report as a .docx in the layout of official documents (NĐ 30/2020/NĐ-CP). The same body gives the same bytes. */
export function docxOf(body: ReportBody): Uint8Array<ArrayBuffer> {
  const mark = markLine(body);
  const title = [
    ...(mark ? [paragraph('Draft', mark)] : []),
    paragraph(
      'Title',
      body.kind === 'report' ? 'BÁO CÁO' : body.kind === 'notice' ? 'THÔNG BÁO' : body.title.toUpperCase(),
    ),
    ...(body.kind === 'report' || body.kind === 'notice' ? [paragraph('Subtitle', body.title)] : []),
  ].join('');
  const document = `${XML_HEAD}<w:document ${NAMESPACES}><w:body>${HAIRLINE}${headXml(body, textWidth(liesWhole(body)))}${title}${blocksXml(body)}</w:body></w:document>`;
  return packParts({
    '[Content_Types].xml': CONTENT_TYPES,
    '_rels/.rels': PACKAGE_RELATIONS,
    'docProps/core.xml': coreXml(escapeXml(body.title)),
    'word/_rels/document.xml.rels': WORD_RELATIONS,
    'word/document.xml': document,
    'word/header1.xml': headerXml(true, mark),
    'word/header2.xml': headerXml(false, null),
    'word/styles.xml': STYLES_XML,
  });
}
