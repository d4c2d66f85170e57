import { XML_HEAD } from '../xml.ts';
import { W } from './namespaces.ts';

interface Style {
  readonly id: string;
  readonly name: string;
  /** Paragraph properties. */
  readonly p?: string;
  /** Run properties. */
  readonly r?: string;
  readonly next?: string;
}

/** Half points. */
const size = (points: number) => `<w:sz w:val="${points * 2}"/><w:szCs w:val="${points * 2}"/>`;
const spacing = (before: number, after: number, line = 264) =>
  `<w:spacing w:before="${before}" w:after="${after}" w:line="${line}" w:lineRule="auto"/>`;
const KEEP = '<w:keepNext/>';

/** Sizes and weights of the layout of NĐ 30/2020/NĐ-CP, in twentieths of a point and half points. */
const STYLES: readonly Style[] = [
  { id: 'Body', name: 'Body Text', p: `${spacing(60, 60)}<w:ind w:firstLine="567"/><w:jc w:val="both"/>` },
  { id: 'Item', name: 'List Item', p: `${spacing(40, 40)}<w:ind w:firstLine="567"/><w:jc w:val="both"/>` },
  {
    id: 'Heading1',
    name: 'heading 1',
    p: `${KEEP}${spacing(160, 60)}<w:ind w:firstLine="567"/><w:outlineLvl w:val="0"/>`,
    r: '<w:b/>',
    next: 'Body',
  },
  {
    id: 'Heading2',
    name: 'heading 2',
    p: `${KEEP}${spacing(120, 60)}<w:ind w:firstLine="567"/><w:outlineLvl w:val="1"/>`,
    r: '<w:b/>',
    next: 'Body',
  },
  {
    id: 'Heading3',
    name: 'heading 3',
    p: `${KEEP}${spacing(80, 40)}<w:ind w:firstLine="567"/><w:outlineLvl w:val="2"/>`,
    r: '<w:i/>',
    next: 'Body',
  },
  { id: 'Title', name: 'Title', p: `${KEEP}${spacing(240, 0)}<w:jc w:val="center"/>`, r: '<w:b/>' },
  { id: 'Subtitle', name: 'Subtitle', p: `${spacing(0, 200)}<w:jc w:val="center"/>`, r: '<w:b/>' },
  { id: 'Head', name: 'Head', p: `${spacing(0, 0, 240)}<w:jc w:val="center"/>`, r: size(13) },
  { id: 'HeadMotto', name: 'Head Motto', p: `${spacing(0, 0, 240)}<w:jc w:val="center"/>`, r: `<w:b/>${size(14)}` },
  { id: 'Place', name: 'Place', p: `${spacing(60, 0, 240)}<w:jc w:val="center"/>`, r: `<w:i/>${size(14)}` },
  { id: 'Caption', name: 'caption', p: `${KEEP}${spacing(120, 60)}<w:jc w:val="center"/>`, r: `<w:b/>${size(13)}` },
  { id: 'Cell', name: 'Cell', p: spacing(20, 20, 240), r: size(11) },
  { id: 'CellNumber', name: 'Cell Number', p: `${spacing(20, 20, 240)}<w:jc w:val="right"/>`, r: size(11) },
  {
    id: 'CellHead',
    name: 'Cell Head',
    p: `${KEEP}${spacing(20, 20, 240)}<w:jc w:val="center"/>`,
    r: `<w:b/>${size(11)}`,
  },
  { id: 'Source', name: 'Source', p: spacing(40, 120, 240), r: `<w:i/>${size(11)}` },
  { id: 'Chart', name: 'Chart', p: `${spacing(60, 60, 240)}<w:jc w:val="center"/>` },
  { id: 'Drawn', name: 'Drawn', p: spacing(0, 0, 240), r: size(11) },
  {
    id: 'Fault',
    name: 'Fault',
    p: `<w:pBdr><w:left w:val="single" w:sz="24" w:space="8" w:color="A11D1D"/></w:pBdr>${spacing(80, 80)}<w:jc w:val="both"/>`,
    r: '<w:color w:val="A11D1D"/>',
  },
  { id: 'CopiesHead', name: 'Copies Head', p: spacing(240, 0, 240), r: `<w:b/><w:i/>${size(12)}` },
  { id: 'Copies', name: 'Copies', p: spacing(0, 0, 240), r: size(11) },
  { id: 'Signer', name: 'Signer', p: `${spacing(240, 0, 240)}<w:jc w:val="center"/>`, r: `<w:b/>${size(14)}` },
  { id: 'PageHead', name: 'header', p: `${spacing(0, 0, 240)}<w:jc w:val="center"/>`, r: size(13) },
  {
    id: 'Draft',
    name: 'Draft',
    p: `${spacing(0, 120, 240)}<w:jc w:val="center"/>`,
    r: `<w:i/><w:color w:val="A11D1D"/>${size(11)}`,
  },
];

const styleXml = ({ id, name, p = '', r = '', next }: Style) =>
  `<w:style w:type="paragraph" w:styleId="${id}"><w:name w:val="${name}"/><w:basedOn w:val="Normal"/>${next ? `<w:next w:val="${next}"/>` : ''}<w:qFormat/><w:pPr>${p}</w:pPr><w:rPr>${r}</w:rPr></w:style>`;

const FONT = 'Times New Roman';

/** The styles of every document; `normal` is Times New Roman 14. */
export const STYLES_XML = `${XML_HEAD}<w:styles ${W}><w:docDefaults><w:rPrDefault><w:rPr><w:rFonts w:ascii="${FONT}" w:hAnsi="${FONT}" w:cs="${FONT}" w:eastAsia="${FONT}"/>${size(14)}<w:lang w:val="vi-VN"/></w:rPr></w:rPrDefault><w:pPrDefault/></w:docDefaults><w:style w:type="paragraph" w:default="1" w:styleId="Normal"><w:name w:val="Normal"/></w:style>${STYLES.map(styleXml).join('')}</w:styles>`;
