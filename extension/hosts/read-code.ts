/** What the server accepts as a dossier code; at least one digit keeps words out. */
const CODE = /^(?=.*\d)[A-Za-z0-9][A-Za-z0-9./_-]{3,59}$/;
const PROCEDURE = /(?<![\d.])([1-9]\.\d{6}(?:\.\d{3}\.\d{2}\.\d{2}\.[A-Z]\d{2})?)(?![\d])/;

/** A date is written with the same characters. */
const DATE = /^\d{1,2}[/.-]\d{1,2}[/.-]\d{4}$|^\d{4}-\d{2}-\d{2}$/;

/** The dossier code in `text`, or `null` when there is none or more than one: a guess would mark the wrong dossier. */
export function readCode(text: string): string | null {
  const codes = new Set(text.split(/[\s|;,]+/).filter((token) => CODE.test(token) && !DATE.test(token)));
  const [only] = codes;
  return codes.size === 1 && only ? only : null;
}

/** National procedure code printed within a procedure's name (`1.001193`), or `null`. */
export function readProcedureCode(text: string): string | null {
  return PROCEDURE.exec(text)?.[1] ?? null;
}
