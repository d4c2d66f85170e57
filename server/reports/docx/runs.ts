import type { Run } from '#wire/report.ts';
import { type FiguresById, runText } from '../figure-text.ts';
import { escapeXml } from '../xml.ts';

/** Longest tag a content control may have. */
const MOST_TAG = 64;

const textRun = (text: string, bold = false) =>
  `<w:r>${bold ? '<w:rPr><w:b/></w:rPr>' : ''}<w:t xml:space="preserve">${escapeXml(text)}</w:t></w:r>`;

/**
 * A figure is a locked content control tagged with its id: nobody changes it by accident, and a reader finds it again. The alias says how
 * it is shown.
 */
function figureRun(run: Extract<Run, { figure: string }>, figures: FiguresById): string {
  const text = textRun(runText(run, figures), run.bold);
  if (run.figure.length > MOST_TAG) return text;
  return `<w:sdt><w:sdtPr><w:alias w:val="${run.show}"/><w:tag w:val="${escapeXml(run.figure)}"/><w:lock w:val="sdtContentLocked"/></w:sdtPr><w:sdtContent>${text}</w:sdtContent></w:sdt>`;
}

export const runsXml = (runs: readonly Run[], figures: FiguresById): string =>
  runs.map((run) => ('text' in run ? textRun(run.text, run.bold) : figureRun(run, figures))).join('');

/** One paragraph of `style` around runs that are already XML. */
export const paragraphOf = (style: string, inner: string): string =>
  `<w:p><w:pPr><w:pStyle w:val="${style}"/></w:pPr>${inner}</w:p>`;

/** One paragraph of plain text; a line of its own for each line. */
export const paragraph = (style: string, text: string): string =>
  text
    .split('\n')
    .map((line) => paragraphOf(style, line === '' ? '' : textRun(line)))
    .join('');
