import { type Citation, citationText } from '#rules/law.ts';

/** A row with its citation also as a person reads it: `khoản 6 Điều 19 NĐ 118/2025/NĐ-CP`. */
export const withText = <T extends { readonly cite: Citation }>(row: T) => ({
  ...row,
  citeText: citationText(row.cite),
});
