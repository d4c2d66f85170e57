import { formatDate } from '#rules/format.ts';

/** A day, or its month once the period is sealed: `24/11/2026`, `tháng 11/2026`. */
export function dayOrMonth(text: string): string {
  if (text.length > 7) return formatDate(text);
  const [year, month] = text.split('-');
  return `tháng ${month}/${year}`;
}
