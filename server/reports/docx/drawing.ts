import type { Drawing, LegendEntry, MarkForm, Shape } from '#rules/drawing/drawing.ts';
import { FILLS } from '../look-colors.ts';
import { escapeXml } from '../xml.ts';
import { textWidth } from './text-width.ts';

/** English metric units in one px of 1/96 inch. */
const PX = 9525;
/** Width of a chart on the page, px: 16 cm, the text width of an A4 report. */
const WIDTH = 605;

const emu = (px: number) => Math.round(px * PX);

/** Preset shapes that have the outline of our marks. */
const GEOMETRY: Readonly<Record<MarkForm, string>> = {
  circle: 'ellipse',
  square: 'rect',
  triangle: 'triangle',
  diamond: 'diamond',
  bang: 'rect',
  bars: 'flowChartPredefinedProcess',
  ring: 'donut',
};

interface Box {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

const place = ({ x, y, width, height }: Box, flip = '') =>
  `<a:xfrm${flip}><a:off x="${emu(x)}" y="${emu(y)}"/><a:ext cx="${emu(width)}" cy="${emu(height)}"/></a:xfrm>`;

const fill = (color: string | null) =>
  color === null ? '<a:noFill/>' : `<a:solidFill><a:srgbClr val="${color}"/></a:solidFill>`;

const stroke = (color: string | null, px: number) => `<a:ln w="${emu(px)}">${fill(color)}</a:ln>`;

const NO_TEXT = '<wps:bodyPr/>';

function solid(
  box: Box,
  geometry: string,
  color: string | null,
  line: string | null,
  width: number,
  flip = '',
): string {
  return `<wps:wsp><wps:cNvSpPr/><wps:spPr>${place(box, flip)}<a:prstGeom prst="${geometry}"><a:avLst/></a:prstGeom>${fill(color)}${stroke(line, width)}</wps:spPr>${NO_TEXT}</wps:wsp>`;
}

const ALIGN = { start: 'left', middle: 'center', end: 'right' } as const;

/** px: 11 pt. */
const SIZE = 14.7;
const NBSP = '\u00a0';

/**
 * A line of text in a box as wide as itself, inside the picture: some programs set text of a group to the left whatever it says, and
 * scale a group by what stands out of it.
 */
function label(x: number, y: number, anchor: keyof typeof ALIGN, text: string, color: string, bold: boolean): string {
  const width = anchor === 'start' ? Math.max(40, WIDTH - x) : Math.min(WIDTH, textWidth(text, SIZE, bold) + 6);
  const left = anchor === 'start' ? x : anchor === 'end' ? x - width : x - width / 2;
  const inside = Math.max(0, Math.min(WIDTH - width, left));
  const box = place({ x: inside, y: Math.max(0, y - 16), width, height: 26 });
  const run = `<w:r><w:rPr>${bold ? '<w:b/>' : ''}<w:color w:val="${color}"/><w:sz w:val="22"/></w:rPr><w:t xml:space="preserve">${escapeXml(text.replaceAll(' ', NBSP))}</w:t></w:r>`;
  return `<wps:wsp><wps:cNvSpPr txBox="1"/><wps:spPr>${box}<a:prstGeom prst="rect"><a:avLst/></a:prstGeom><a:noFill/><a:ln><a:noFill/></a:ln></wps:spPr><wps:txbx><w:txbxContent><w:p><w:pPr><w:pStyle w:val="Drawn"/><w:jc w:val="${ALIGN[anchor]}"/></w:pPr>${run}</w:p></w:txbxContent></wps:txbx><wps:bodyPr wrap="none" lIns="0" tIns="0" rIns="0" bIns="0" anchor="t"><a:noAutofit/></wps:bodyPr></wps:wsp>`;
}

function mark(x: number, y: number, form: MarkForm, look: Shape['look'], hollow: boolean): string {
  const box = { x: Math.max(0, Math.min(WIDTH - 12, x - 6)), y: y - 6, width: 12, height: 12 };
  const color = FILLS[look];
  return solid(box, GEOMETRY[form], hollow ? 'FFFFFF' : color, hollow ? color : '14202B', hollow ? 2 : 0.75);
}

function shapeOf(shape: Shape): string {
  const at = (thousandths: number) => (thousandths * WIDTH) / 1000;
  if (shape.kind === 'rect')
    return solid(
      { ...shape, x: at(shape.x), width: at(shape.width) },
      'rect',
      FILLS[shape.look],
      shape.look === 'band' ? null : '14202B',
      0.75,
    );
  if (shape.kind === 'line') {
    const [x1, x2] = [at(shape.x1), at(shape.x2)];
    const flip = x1 < x2 !== shape.y1 < shape.y2 && shape.y1 !== shape.y2 && x1 !== x2 ? ' flipV="1"' : '';
    const box = {
      x: Math.min(x1, x2),
      y: Math.min(shape.y1, shape.y2),
      width: Math.abs(x2 - x1),
      height: Math.abs(shape.y2 - shape.y1),
    };
    const thin = shape.look === 'grid' || shape.look === 'axis' || shape.look === 'frame';
    return solid(box, 'line', null, FILLS[shape.look] ?? '6B7885', thin ? 0.75 : 2, flip);
  }
  if (shape.kind === 'mark') return mark(at(shape.x), shape.y, shape.form, shape.look, shape.hollow);
  const bold = shape.look === 'on-dark' || shape.look === 'on-light';
  return label(at(shape.x), shape.y, shape.anchor, shape.text, FILLS[shape.look] ?? '14202B', bold);
}

/** The legend under the picture, as many entries in a line as fit. */
function legendShapes(legend: readonly LegendEntry[], top: number): { shapes: string; height: number } {
  let [x, y] = [0, top];
  const shapes = legend.map(({ label: said, look, form }) => {
    const width = 24 + textWidth(said, SIZE) + 18;
    if (x > 0 && x + width > WIDTH) [x, y] = [0, y + 24];
    const sign = form
      ? mark(x + 8, y + 10, form, look, false)
      : solid({ x, y: y + 2, width: 16, height: 16 }, 'rect', FILLS[look], '14202B', 0.75);
    const drawn = sign + label(x + 24, y + 16, 'start', said, '14202B', false);
    x += width;
    return drawn;
  });
  return { shapes: shapes.join(''), height: legend.length > 0 ? y + 24 - top : 0 };
}

/** A chart as a group of vector shapes in the line of the text; its title and its numbers are said beside it. */
export function drawDocx(drawing: Drawing, number: number): string {
  const legend = legendShapes(drawing.legend, drawing.height + 8);
  const height = drawing.height + 8 + legend.height;
  const size = `cx="${emu(WIDTH)}" cy="${emu(height)}"`;
  return `<w:r><mc:AlternateContent><mc:Choice Requires="wpg"><w:drawing><wp:inline distT="0" distB="0" distL="0" distR="0"><wp:extent ${size}/><wp:docPr id="${number}" name="${escapeXml(drawing.id)}" descr="${escapeXml(drawing.title)}"/><wp:cNvGraphicFramePr/><a:graphic><a:graphicData uri="http://schemas.microsoft.com/office/word/2010/wordprocessingGroup"><wpg:wgp><wpg:cNvGrpSpPr/><wpg:grpSpPr><a:xfrm><a:off x="0" y="0"/><a:ext ${size}/><a:chOff x="0" y="0"/><a:chExt ${size}/></a:xfrm></wpg:grpSpPr>${drawing.shapes.map(shapeOf).join('')}${legend.shapes}</wpg:wgp></a:graphicData></a:graphic></wp:inline></w:drawing></mc:Choice></mc:AlternateContent></w:r>`;
}
