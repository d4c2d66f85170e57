const XML = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';
const PACKAGE = 'http://schemas.openxmlformats.org/package/2006';
const OFFICE = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const WORD = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"';
const TYPE = 'application/vnd.openxmlformats';

/** The parts of an Office Open XML document (ECMA-376), each complete but for `{PLACES}`. */
export const CONTENT_TYPES = `${XML}<Types xmlns="${PACKAGE}/content-types">
<Default Extension="rels" ContentType="${TYPE}-package.relationships+xml"/>
<Default Extension="xml" ContentType="application/xml"/>
<Override PartName="/word/document.xml" ContentType="${TYPE}-officedocument.wordprocessingml.document.main+xml"/>
<Override PartName="/word/styles.xml" ContentType="${TYPE}-officedocument.wordprocessingml.styles+xml"/>
<Override PartName="/docProps/core.xml" ContentType="${TYPE}-package.core-properties+xml"/>
</Types>`;

export const PACKAGE_RELATIONS = `${XML}<Relationships xmlns="${PACKAGE}/relationships">
<Relationship Id="rId1" Type="${OFFICE}/officeDocument" Target="word/document.xml"/>
<Relationship Id="rId2" Type="${PACKAGE}/relationships/metadata/core-properties" Target="docProps/core.xml"/>
</Relationships>`;

export const WORD_RELATIONS = `${XML}<Relationships xmlns="${PACKAGE}/relationships">
<Relationship Id="rId1" Type="${OFFICE}/styles" Target="styles.xml"/>
</Relationships>`;

/** The title of the form and nothing of a person: no author, no day. */
export const CORE = `${XML}<cp:coreProperties xmlns:cp="${PACKAGE}/metadata/core-properties" xmlns:dc="http://purl.org/dc/elements/1.1/">
<dc:title>{TITLE}</dc:title><dc:language>vi-VN</dc:language>
</cp:coreProperties>`;

interface Style {
  readonly id: string;
  /** Half points. */
  readonly size: number;
  readonly bold?: boolean;
  readonly italic?: boolean;
  /** The rule under the motto is as long as its line. */
  readonly underlined?: boolean;
  readonly align: 'left' | 'center' | 'right' | 'both';
  /** Twentieths of a point below the paragraph. */
  readonly after: number;
  readonly firstLine?: number;
}

/** None has a name Word or LibreOffice knows: it would bring the look of its own with it, as «Title» does its font. */
const STYLE_LIST: readonly Style[] = [
  { id: 'Form', size: 24, align: 'right', after: 120 },
  { id: 'Head', size: 26, align: 'center', after: 0 },
  { id: 'HeadBold', size: 26, bold: true, align: 'center', after: 0 },
  { id: 'Motto', size: 28, bold: true, underlined: true, align: 'center', after: 60 },
  { id: 'Place', size: 28, italic: true, align: 'center', after: 0 },
  { id: 'LetterTitle', size: 28, bold: true, align: 'center', after: 240 },
  { id: 'To', size: 28, align: 'center', after: 240 },
  { id: 'Line', size: 28, align: 'both', after: 120, firstLine: 567 },
  { id: 'CopiesHead', size: 24, bold: true, italic: true, align: 'left', after: 0 },
  { id: 'Copies', size: 22, align: 'left', after: 0 },
];

function styleXml({ id, size, bold, italic, underlined, align, after, firstLine }: Style): string {
  const indent = firstLine ? `<w:ind w:firstLine="${firstLine}"/>` : '';
  const look = `${bold ? '<w:b/>' : ''}${italic ? '<w:i/>' : ''}<w:sz w:val="${size}"/><w:szCs w:val="${size}"/>${underlined ? '<w:u w:val="single"/>' : ''}`;
  return `<w:style w:type="paragraph" w:customStyle="1" w:styleId="${id}"><w:name w:val="${id}"/><w:pPr><w:spacing w:before="0" w:after="${after}"/>${indent}<w:jc w:val="${align}"/></w:pPr><w:rPr>${look}</w:rPr></w:style>`;
}

const FONT =
  '<w:rFonts w:ascii="Times New Roman" w:hAnsi="Times New Roman" w:eastAsia="Times New Roman" w:cs="Times New Roman"/>';

export const STYLES = `${XML}<w:styles ${WORD}><w:docDefaults><w:rPrDefault><w:rPr>${FONT}<w:sz w:val="28"/><w:szCs w:val="28"/><w:lang w:val="vi-VN"/></w:rPr></w:rPrDefault></w:docDefaults>${STYLE_LIST.map(styleXml).join('')}</w:styles>`;

const fixed = (style: string, text: string): string =>
  `<w:p><w:pPr><w:pStyle w:val="${style}"/></w:pPr><w:r><w:t>${text}</w:t></w:r></w:p>`;

/** A table of two columns without lines; widths in twentieths of a point. */
function columns(left: number, right: number, leftXml: string, rightXml: string): string {
  const cell = (width: number, xml: string) =>
    `<w:tc><w:tcPr><w:tcW w:w="${width}" w:type="dxa"/></w:tcPr>${xml}</w:tc>`;
  return `<w:tbl><w:tblPr><w:tblW w:w="${left + right}" w:type="dxa"/><w:tblLayout w:type="fixed"/></w:tblPr><w:tblGrid><w:gridCol w:w="${left}"/><w:gridCol w:w="${right}"/></w:tblGrid><w:tr>${cell(left, leftXml)}${cell(right, rightXml)}</w:tr></w:tbl>`;
}

const HEAD = columns(
  3700,
  5654,
  '{UNIT}{NUMBER}',
  `${fixed('HeadBold', 'CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM')}${fixed('Motto', 'Độc lập - Tự do - Hạnh phúc')}{PLACE}`,
);
const FOOT = columns(4677, 4677, `${fixed('CopiesHead', 'Nơi nhận:')}{COPIES}`, '{SIGNER}');

/** A4 with 20 mm above and below, 30 left, 15 right (NĐ 30/2020/NĐ-CP). */
const PAGE =
  '<w:sectPr><w:pgSz w:w="11906" w:h="16838"/><w:pgMar w:top="1134" w:right="851" w:bottom="1134" w:left="1701" w:header="709" w:footer="709" w:gutter="0"/></w:sectPr>';

export const BODY = `${XML}<w:document ${WORD}><w:body>{FORM}${HEAD}<w:p/>{TITLE}{TO}{LINES}${FOOT}<w:p/>${PAGE}</w:body></w:document>`;
