import type { ReportBody, ReportHead } from '#wire/report.ts';

/** `Số: 25/BC-TTHCC`; what is open stays open. A form has no number of its own: an empty line. */
export function numberLine({ kind, head: { number, abbreviation } }: Pick<ReportBody, 'kind' | 'head'>): string {
  if (kind !== 'report' && kind !== 'notice') return '';
  return `Số: ${number ?? '…'}/${kind === 'report' ? 'BC' : 'TB'}-${abbreviation ?? '…'}`;
}

/** `Bình Thuận, ngày 05 tháng 02 năm 2026`: a day under 10 and the months 1 and 2 have a 0. */
export function dayLine({ place, day }: ReportHead): string {
  const where = place ?? '…';
  if (day === null) return `${where}, ngày … tháng … năm …`;
  const [year = '', month = '', date = ''] = day.split('-');
  const written = Number(month) < 3 ? month : String(Number(month));
  return `${where}, ngày ${date} tháng ${written} năm ${year}`;
}
