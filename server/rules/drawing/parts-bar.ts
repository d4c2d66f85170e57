import { type FormatLang, formatCount } from '../format.ts';
import { type Figure, printFigure } from '../print-figure.ts';
import { barSegments } from './bar-segments.ts';
import type { Drawing, Look, MarkForm } from './drawing.ts';

export interface PartsBarInput {
  readonly id: string;
  /** The finding in words. */
  readonly title: string;
  /** Heading of the first column of the table. */
  readonly head: string;
  readonly parts: readonly {
    readonly label: string;
    readonly look: Look;
    readonly form: MarkForm;
    readonly figure: Figure;
  }[];
  readonly whole: Figure;
  readonly lang?: FormatLang;
}

/** Of each status its own mark: shape repeats what colour says. */
export const STATUS_MARKS = {
  early: { look: 'st-early', form: 'triangle' },
  onTime: { look: 'st-ontime', form: 'circle' },
  overdue: { look: 'st-overdue', form: 'square' },
  paused: { look: 'st-paused', form: 'bars' },
  unknown: { look: 'st-unknown', form: 'ring' },
} as const satisfies Record<string, { look: Look; form: MarkForm }>;

/** The whole check as it is printed: `4.718 + 2.093 + 13 = 6.824`; where the parts do not make the whole, what is left over. */
export function wholeCheck(parts: readonly Figure[], whole: Figure, lang: FormatLang = 'vi'): string {
  const sum = parts.reduce((total, { value }) => total + (value ?? 0), 0);
  const said = `${parts.map((part) => printFigure(part, 'value', lang)).join(' + ')} = ${formatCount(sum, lang)}`;
  if (whole.value === null || whole.value === sum) return said;
  const rest = formatCount(Math.abs(whole.value - sum), lang);
  const total = printFigure(whole, 'value', lang);
  if (lang === 'en') return `${said}; the whole is ${total}, ${rest} ${whole.value > sum ? 'left over' : 'too many'}`;
  return `${said}; tổng số là ${total}, ${whole.value > sum ? 'còn thiếu' : 'thừa'} ${rest}`;
}

/** Parts of a whole as one bar with an icon legend; the sum of the parts is printed and compared with the whole. */
export function partsBar({ id, title, head, parts, whole, lang = 'vi' }: PartsBarInput): Drawing {
  return {
    id,
    lang,
    title,
    height: 48,
    shapes: barSegments(parts, 1, 46, lang),
    legend: parts.map(({ label, look, form, figure }) => ({
      label: `${label}: ${printFigure(figure, 'value', lang)}`,
      look,
      form,
    })),
    notes: [
      wholeCheck(
        parts.map(({ figure }) => figure),
        whole,
        lang,
      ),
    ],
    table: {
      columns: [
        { label: head, number: false },
        { label: lang === 'vi' ? 'Số hồ sơ' : 'Dossiers', number: true },
        { label: lang === 'vi' ? 'Tỷ lệ' : 'Share', number: true },
      ],
      rows: [
        ...parts.map(({ label, figure }) => [
          { text: label, figure: null },
          { text: printFigure(figure, 'value', lang), figure: figure.id },
          { text: printFigure(figure, 'part', lang), figure: null },
        ]),
        [
          { text: lang === 'vi' ? 'Tổng số' : 'Total', figure: null },
          { text: printFigure(whole, 'value', lang), figure: whole.id },
          { text: '', figure: null },
        ],
      ],
    },
  };
}
