import type { Figure } from './print-figure.ts';

/**
 * Names of figures, one grammar for every medium:
 * `ranking/<unit>/<what>` · `unit/<unit>/<indicator>/<series>` · `officer/<officer>/<what>` · `level/<level>/<what>/<code>` ·
 * `timeliness/<scope>/<part>` · `quality/<scope>/<what>` · `agreement/<scope>/<pair>/<indicator>/<what>` · `dossier/<code>/<what>` ·
 * `whole/<what>`. `<scope>` is a unit, a level or `all`.
 */
export const rankingId = (unit: string, what: string) => `ranking/${unit}/${what}`;
export const unitId = (unit: string, indicator: number, series: string) => `unit/${unit}/${indicator}/${series}`;
export const officerId = (officer: string, what: string) => `officer/${officer}/${what}`;
export const levelId = (level: string, what: string, code: string) => `level/${level}/${what}/${code}`;
export const timelinessId = (scope: string, part: string) => `timeliness/${scope}/${part}`;
export const qualityId = (scope: string, what: string) => `quality/${scope}/${what}`;
export const agreementId = (scope: string, pair: string, indicator: number, what: string) =>
  `agreement/${scope}/${pair}/${indicator}/${what}`;
export const procedureId = (procedure: string, what: string) => `procedure/${procedure}/${what}`;
export const dossierId = (dossier: string, what: string) => `dossier/${dossier}/${what}`;
export const wholeId = (what: string) => `whole/${what}`;

/** A figure of which only the value is known; what else is known of it goes into `more`. */
export function figureOf(
  id: string,
  unit: Figure['unit'],
  value: number | null,
  more: Partial<Omit<Figure, 'id' | 'unit' | 'value'>> = {},
): Figure {
  return {
    id,
    value,
    unit,
    text: null,
    of: null,
    n: null,
    low: null,
    high: null,
    because: null,
    cites: [],
    few: false,
    ...more,
  };
}
