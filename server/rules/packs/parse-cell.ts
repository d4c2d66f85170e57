/** How the text of a cell becomes the text of a field. There are no others: a pack brings no expression of its own. */
export const PARSERS = ['asIs', 'afterColon', 'onlyDate', 'firstDate', 'lastDate', 'daysLeft'] as const;
export type ParserName = (typeof PARSERS)[number];

const CLOCK = String.raw`\d{1,2}:\d{2}(?::\d{2})?`;
const DAY = String.raw`(?:\d{1,2}[/.-]\d{1,2}[/.-]\d{4}|\d{4}-\d{2}-\d{2})`;
/** A day with the time before or behind it, standing alone. */
const DATES = new RegExp(String.raw`(?<![\d/.-])(?:${CLOCK}[ ,]+)?${DAY}(?:[ ,T]+${CLOCK})?(?![\d/.-])`, 'g');
const NUMBER = /^([+-]?)\s?(\d{1,4})(?:[.,](\d{1,2}))?$/;

const datesIn = (text: string): readonly string[] => text.match(DATES) ?? [];

/** `-3` of a column that counts the days left: `Quá hạn 3 ngày`. */
function daysLeft(text: string): string | null {
  const [, sign, whole, part] = NUMBER.exec(text.trim()) ?? [];
  if (whole === undefined) return null;
  const days = `${Number(whole)}${part ? `,${part}` : ''}`;
  if (Number(`${whole}.${part ?? 0}`) === 0) return 'Hôm nay';
  return sign === '-' ? `Quá hạn ${days} ngày` : `Còn ${days} ngày`;
}

const PARSE: Readonly<Record<ParserName, (text: string) => string | null>> = {
  asIs: (text) => text,
  afterColon: (text) => text.slice(text.indexOf(':') + 1).trim(),
  onlyDate: (text) => (new Set(datesIn(text)).size === 1 ? (datesIn(text)[0] ?? null) : null),
  firstDate: (text) => datesIn(text)[0] ?? null,
  lastDate: (text) => datesIn(text).at(-1) ?? null,
  daysLeft,
};

/** The text of a field out of the text of its cell, or `null` where the parser finds none. Texts are one line, blanks collapsed. */
export function parseCell(parser: ParserName, text: string): string | null {
  return PARSE[parser](text) || null;
}
