import { readDate } from '#rules/calendar/printed-date.ts';
import type { Meaning } from '#rules/labels.ts';
import { saidOfTime } from '#rules/said-of-time.ts';
import { stateOfRemaining } from '#rules/state-words.ts';
import { meaningOn } from './columns.ts';
import type { SiteWords } from './host.ts';
import { readCode } from './read-code.ts';

/** What the lines of one cell say. */
export interface CellParts {
  /** Values behind labels that are known, `''` where nothing follows; an applicant's line is passed over. */
  readonly values: ReadonlyMap<Meaning, string>;
  /** Lines without a label, in their order. */
  readonly bare: readonly string[];
}

const BULLET = /^[-–•*+]\s*/;
/** «…, hẹn trả: …» in the middle of a line; a clock's colon follows a digit. */
const NEXT_LABEL = /[,;]\s+(?=[^,;:\d]{2,40}:(?:\s|$))/;
const LABELLED = /^([^:\d]{2,60}):\s*(.*)$/s;

/** Splits the lines of a cell into labelled values and bare lines. A label that nobody knows takes its value with it. */
export function partsOf(lines: readonly string[], site: SiteWords | null | undefined): CellParts {
  const values = new Map<Meaning, string>();
  const bare: string[] = [];
  for (const line of lines) {
    const plain = line.replace(BULLET, '');
    if (!LABELLED.test(plain)) bare.push(plain);
    else
      for (const part of plain.split(NEXT_LABEL)) {
        const [, label = '', value = ''] = LABELLED.exec(part) ?? [];
        const meaning = meaningOn(label, site);
        if (meaning && meaning !== 'applicant' && !values.get(meaning)) values.set(meaning, value);
      }
  }
  return { values, bare };
}

/** In a cell with a person's name, phone and dates a code is only what has letters and digits. */
const LETTERED = /[A-Za-z]/;

/** The code of a cell that holds everything: labelled, or on its first line. */
export function codeIn({ values, bare }: CellParts): string | null {
  const labelled = values.get('code');
  if (labelled) return readCode(labelled);
  const code = readCode(bare[0] ?? '');
  return code && LETTERED.test(code) ? code : null;
}

/** A bare line that speaks of time left or passed, with its unit. */
export function remainingIn(bare: readonly string[]): string | null {
  const found = bare.filter((line) => /\p{L}/u.test(line) && (saidOfTime(line) || stateOfRemaining(line)));
  return found.length === 1 ? (found[0] ?? null) : null;
}

/**
 * The one date of a cell that may stand on two lines (day above, hour below) or have a remark under it. Two dates are none: which of
 * them is meant is not said.
 */
export function dateIn(bare: readonly string[]): string | null {
  const joined = bare.join(' ');
  if (bare.length < 2 || readDate(joined)) return joined || null;
  const dated = bare.filter((line) => /\d[/.-]\d|\d{8}/.test(line));
  return dated.length === 1 ? (dated[0] ?? null) : null;
}
