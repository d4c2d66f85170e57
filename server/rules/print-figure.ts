import {
  type FormatLang,
  formatBound,
  formatCount,
  formatHundredths,
  formatInterval,
  formatN,
  formatPercent,
  formatReportCount,
  formatTenths,
  MISSING,
} from './format.ts';

/** Fewer forms or dossiers than this are shown with «n nhỏ» and a hollow mark: the interval is wide. */
export const SMALL_N = 30;

/**
 * What `value`, `low`, `high` are, always whole numbers: `count` · `tenths` of a point · `difference` in tenths, signed ·
 * `hundredths` of a point · `permille`, a share already rounded · `share`, the part of `of`; `fineShare`, the same with two
 * decimals, as offices publish officer bands (`low` and `high` of a share are per mille) · `text`: a label, in `text`.
 */
export type FigureUnit = 'count' | 'tenths' | 'difference' | 'hundredths' | 'permille' | 'share' | 'fineShare' | 'text';

/** One figure as every medium shows it. The id is the same on the screen, in the document, the sheet and the CSV. */
export interface Figure {
  /** `unit/so-01/3/computed`; see `figure-id.ts`. */
  readonly id: string;
  /** `null` = unknown, and `because` says why; never 0 for unknown. */
  readonly value: number | null;
  readonly unit: FigureUnit;
  /** A label such as the grade, Vietnamese; only with unit `text`. */
  readonly text: string | null;
  /** The whole or the most it can reach, in the same unit: 180 of a total in tenths, 18 of 17 units. */
  readonly of: number | null;
  readonly n: number | null;
  readonly low: number | null;
  readonly high: number | null;
  readonly because: string | null;
  readonly cites: readonly string[];
  /** `n` is small (`SMALL_N`). */
  readonly few: boolean;
}

/**
 * `value` `15,9` · `over` `15,9/18`, `17/18` · `office` a count as offices write it, `01/18` or `07` · `part` a count as its share of the
 * whole, `77,0 %` · `interval` `15,6–16,2` · `n` `n = 412`.
 */
export type FigureShow = 'value' | 'over' | 'office' | 'part' | 'interval' | 'n';

function printValue({ unit, value, text, of }: Figure, lang: FormatLang): string {
  if (unit === 'text') return text ?? MISSING;
  if (value === null) return MISSING;
  if (unit === 'count') return formatCount(value, lang);
  if (unit === 'tenths') return formatTenths(value, lang);
  if (unit === 'difference') return formatTenths(value, lang, true);
  if (unit === 'hundredths') return formatHundredths(value, lang);
  if (unit === 'permille') return formatPercent(value, 1000, lang);
  return formatPercent(value, of ?? 0, lang, unit === 'share' ? 1 : 2);
}

function printOver(figure: Figure, lang: FormatLang): string {
  const { unit, of } = figure;
  const value = printValue(figure, lang);
  if (of === null || figure.value === null) return value;
  if (unit === 'count') return `${value}/${formatCount(of, lang)}`;
  return unit === 'tenths' ? `${value}/${formatBound(of, lang)}` : value;
}

function printOffice({ unit, value, of }: Figure): string | null {
  if (unit !== 'count' || value === null) return null;
  return of === null ? formatReportCount(value) : `${formatReportCount(value)}/${formatReportCount(of)}`;
}

function printInterval({ unit, low, high }: Figure, lang: FormatLang): string {
  if (low === null || high === null) return MISSING;
  if (unit === 'difference') return formatInterval(low, high, lang, true);
  const between = formatInterval(low, high, lang);
  if (unit === 'tenths') return between;
  if (unit === 'hundredths') return `${formatHundredths(low, lang)}–${formatHundredths(high, lang)}`;
  if (unit === 'count' || unit === 'text') return `${formatCount(low, lang)}–${formatCount(high, lang)}`;
  return `${between}${lang === 'vi' ? '\u00a0%' : '%'}`;
}

/** The one printer of figures for people. What is missing is `—`, with its reason beside it where the medium has room. */
export function printFigure(figure: Figure, show: FigureShow = 'value', lang: FormatLang = 'vi'): string {
  if (show === 'over') return printOver(figure, lang);
  if (show === 'office') return printOffice(figure) ?? printOver(figure, lang);
  if (show === 'part') return figure.value === null ? MISSING : formatPercent(figure.value, figure.of ?? 0, lang);
  if (show === 'interval') return printInterval(figure, lang);
  if (show === 'n') return figure.n === null ? MISSING : formatN(figure.n, lang);
  return printValue(figure, lang);
}

const scaled = (value: number, digits: number) => (value / 10 ** digits).toFixed(digits);

function plainEnd(unit: FigureUnit, value: number): string {
  if (unit === 'count' || unit === 'text') return `${value}`;
  return scaled(value, unit === 'hundredths' ? 2 : 1);
}

/**
 * The same figure for machines (CSV): decimal point, no thousands, minus as `-`, shares in percent. Empty where there is no value,
 * never 0.
 */
export function plainFigure(figure: Figure, part: 'value' | 'of' | 'n' | 'low' | 'high' = 'value'): string {
  const { unit, value, text, of } = figure;
  if (part === 'n') return figure.n === null ? '' : `${figure.n}`;
  if (part === 'of') return of === null ? '' : unit === 'tenths' ? scaled(of, 1) : `${of}`;
  if (part !== 'value') return figure[part] === null ? '' : plainEnd(unit, figure[part]);
  if (unit === 'text') return text ?? '';
  if (value === null) return '';
  if (unit !== 'share' && unit !== 'fineShare') return plainEnd(unit, value);
  // The very digits people read, so that 100 and 0 stay exact here too.
  const printed = formatPercent(value, of ?? 0, 'en', unit === 'share' ? 1 : 2);
  return printed === MISSING ? '' : printed.replace(/[\s%,]/g, '');
}
