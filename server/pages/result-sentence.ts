import { formatReportCount } from '#rules/format.ts';
import type { PublicUnit } from '#wire/results.ts';

/** Labels as the rules print them, best first. */
export const GRADE_LABELS = ['Xuất sắc', 'Tốt', 'Khá', 'Trung bình', 'Yếu'] as const;
const SATISFACTION_LABELS = [
  'Rất hài lòng',
  'Hài lòng',
  'Bình thường',
  'Không hài lòng',
  'Rất không hài lòng',
] as const;

/** How many of `units` carry each label of `labels`; labels nobody has are left out. */
export function countLabels(
  units: readonly PublicUnit[],
  labels: readonly string[],
  of: 'gradeLabel' | 'satisfactionLabel',
): { label: string; n: number }[] {
  return labels
    .map((label) => ({ label, n: units.filter((unit) => unit[of] === label).length }))
    .filter(({ n }) => n > 0);
}

/**
 * `17/18 đơn vị xếp loại Xuất sắc, 01/18 đơn vị xếp loại Tốt; mức độ Rất hài lòng 17/18 đơn vị, …`. Hidden units are outside
 * both numbers, so that nothing can be subtracted; they are counted apart.
 */
export function resultSentence(units: readonly PublicUnit[]): string {
  const shown = units.filter((unit) => !unit.hidden);
  const hidden = units.length - shown.length;
  const apart = hidden > 0 ? ` ${formatReportCount(hidden)} đơn vị được ẩn, không tính trong các số này.` : '';
  if (shown.length === 0) return `Chưa có đơn vị nào đủ dữ liệu để công bố.${apart}`;
  const share = (n: number) => `${formatReportCount(n)}/${formatReportCount(shown.length)} đơn vị`;
  const ungraded = shown.filter((unit) => unit.gradeLabel === null).length;
  const grades = countLabels(shown, GRADE_LABELS, 'gradeLabel').map(({ label, n }) => `${share(n)} xếp loại ${label}`);
  if (ungraded > 0) grades.push(`${share(ungraded)} chưa xếp loại`);
  const satisfaction = countLabels(shown, SATISFACTION_LABELS, 'satisfactionLabel').map(
    ({ label, n }) => `mức độ ${label} ${share(n)}`,
  );
  return `${[grades.join(', '), satisfaction.join(', ')].filter(Boolean).join('; ')}.${apart}`;
}
