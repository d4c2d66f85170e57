import { formatDate } from '#rules/format.ts';

/** `2026-11-24` → `ngày 24/11/2026`; `2026-11` → `tháng 11/2026`. */
export function monthOrDay(text: string): string {
  if (text.length > 7) return `ngày ${formatDate(text)}`;
  const [year, month] = text.split('-');
  return `tháng ${month}/${year}`;
}
