/** `2025-07-01`. Days compare as text. */
export type IsoDate = string;
/** `2025-07-01T09:32`, Asia/Ho_Chi_Minh, no zone suffix. Compares as text. */
export type LocalTime = string;

/**
 * How sure the citation is; printed wherever the value is used.
 * `text` seen in the legal text · `secondary` seen in a second source · `recalled` not confirmed · `reading` our reading of a gap.
 */
export type Certainty = 'text' | 'secondary' | 'recalled' | 'reading';

/** Where a value or a branch comes from, e.g. `{ act: 'TT 01/2018/TT-VPCP', article: '13', certainty: 'text' }`. */
export interface Citation {
  readonly act: string;
  readonly article?: string;
  readonly clause?: string;
  readonly point?: string;
  readonly certainty: Certainty;
  /** Vietnamese remark shown with the citation; required in spirit for `reading` and `recalled`. */
  readonly note?: string;
}

/** Only start dates: a value holds until the next row, so gaps and overlaps cannot be written. `null` ends the rule. */
export type Dated<T> = readonly {
  readonly from: IsoDate;
  readonly value: T | null;
  readonly cite: Citation;
}[];

export class NotInForce extends Error {
  override readonly name = 'NotInForce';
  readonly what: string;
  readonly on: IsoDate;
  constructor(what: string, on: IsoDate) {
    // Written here as dd/mm/yyyy: the formatter stands above the law and cannot be asked.
    super(`${what} không áp dụng cho ngày ${on.split('-').reverse().join('/')}. Chọn quy định có hiệu lực.`);
    this.what = what;
    this.on = on;
  }
}

/**
 * The row of `history` in force on day `on`.
 * @throws NotInForce before the first row and after a `null` row: never the nearest value, never a default.
 */
export function inForce<T>(what: string, history: Dated<T>, on: IsoDate): { value: T; cite: Citation } {
  let found: { value: T | null; cite: Citation } | undefined;
  for (const row of history) if (row.from <= on) found = row;
  if (!found || found.value === null) throw new NotInForce(what, on);
  return { value: found.value, cite: found.cite };
}

/** `khoản 6 Điều 19 NĐ 118/2025/NĐ-CP`, followed by `(cách hiểu)` or `(chưa kiểm chứng)` where the source is not the text. */
export function citationText(cite: Citation): string {
  const parts = [
    cite.point && `điểm ${cite.point}`,
    cite.clause && `khoản ${cite.clause}`,
    cite.article && `Điều ${cite.article}`,
    cite.act,
  ].filter(Boolean);
  const mark = {
    text: '',
    secondary: '',
    recalled: ' (chưa kiểm chứng)',
    reading: ' (cách hiểu)',
  }[cite.certainty];
  return parts.join(' ') + mark;
}
