import { type Citation, citationText } from '#rules/law.ts';

/** A citation with its mark and its remark, as printed beside what rests on it: `QĐ 800/QĐ-UBND … (Theo kết quả đã công bố năm 2020.)`. */
export function citeView(cite: Citation): string {
  return cite.note ? `${citationText(cite)} (${cite.note})` : citationText(cite);
}
