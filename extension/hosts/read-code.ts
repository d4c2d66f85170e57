/** What the server accepts as a dossier code; at least one digit keeps words out, and what ends in a sign was cut off. */
const CODE = /^(?=.*\d)[A-Za-z0-9][A-Za-z0-9./_-]{2,58}[A-Za-z0-9]$/;
/** A code that goes on in the next line: `H99.01` above `-261110-0042`. */
const GOES_ON = /^[./_-][A-Za-z0-9]/;
const PROCEDURE = /(?<![\d.])([1-9]\.\d{6}(?:\.\d{3}\.\d{2}\.\d{2}\.[A-Z]\d{2})?)(?![\d])/;

/** A date is written with the same characters. */
const DATE = /^\d{1,2}[/.-]\d{1,2}[/.-]\d{4}$|^\d{4}-\d{2}-\d{2}$/;

/** The dossier code in `text`, or `null` when there is none or more than one: a guess would mark the wrong dossier. */
export function readCode(text: string): string | null {
  const codes = new Set(text.split(/[\s|;,]+/).filter((token) => CODE.test(token) && !DATE.test(token)));
  const [only] = codes;
  return codes.size === 1 && only ? only : null;
}

/** The code in `first` of the lines of a cell; none where one goes on in another line: a part of a code is another dossier's, or nobody's. */
export const readCodeLine = (first: string | undefined, lines: readonly string[]): string | null =>
  lines.some((line) => GOES_ON.test(line)) ? null : readCode(first ?? '');

/** National procedure code printed within a procedure's name (`1.001193`), or `null`. */
export function readProcedureCode(text: string): string | null {
  return PROCEDURE.exec(text)?.[1] ?? null;
}
