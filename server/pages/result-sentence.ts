import { type FormatLang, formatReportCount } from '#rules/format.ts';
import type { PublicUnit } from '#wire/results.ts';
import { labelIn } from './public-words.ts';

/** Labels as the rules print them, best first. */
export const GRADE_LABELS = ['Xuất sắc', 'Tốt', 'Khá', 'Trung bình', 'Yếu'] as const;
/** Their codes, in the same order. */
export const GRADE_CODES = ['excellent', 'good', 'fair', 'average', 'weak'] as const;
const SATISFACTION_LABELS = [
  'Rất hài lòng',
  'Hài lòng',
  'Bình thường',
  'Không hài lòng',
  'Rất không hài lòng',
] as const;

/** How many of `units` carry each label of `labels`; labels nobody has are left out. */
function countLabels(
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
export function resultSentence(units: readonly PublicUnit[], lang: FormatLang = 'vi'): string {
  const shown = units.filter((unit) => !unit.hidden);
  const hidden = units.length - shown.length;
  const ungraded = shown.filter((unit) => unit.gradeLabel === null).length;
  const counted = (labels: readonly string[], of: 'gradeLabel' | 'satisfactionLabel') =>
    countLabels(shown, labels, of).map(({ label, n }) => [labelIn(lang, label), n] as const);
  const [grades, satisfaction] = [
    counted(GRADE_LABELS, 'gradeLabel'),
    counted(SATISFACTION_LABELS, 'satisfactionLabel'),
  ];
  if (lang === 'en') {
    const apart = hidden > 0 ? ` ${hidden} offices are hidden and not counted here.` : '';
    if (shown.length === 0) return `No office has enough data to be published.${apart}`;
    const of = (n: number) => `${n}/${shown.length} offices`;
    const parts = [
      ...grades.map(([label, n]) => `${of(n)} graded ${label}`),
      ...(ungraded > 0 ? [`${of(ungraded)} not graded`] : []),
    ];
    const labelled = satisfaction.map(([label, n]) => `label ${label} ${of(n)}`);
    return `${[parts.join(', '), labelled.join(', ')].filter(Boolean).join('; ')}.${apart}`;
  }
  const apart = hidden > 0 ? ` ${formatReportCount(hidden)} đơn vị được ẩn, không tính trong các số này.` : '';
  if (shown.length === 0) return `Chưa có đơn vị nào đủ dữ liệu để công bố.${apart}`;
  const share = (n: number) => `${formatReportCount(n)}/${formatReportCount(shown.length)} đơn vị`;
  const parts = [
    ...grades.map(([label, n]) => `${share(n)} xếp loại ${label}`),
    ...(ungraded > 0 ? [`${share(ungraded)} chưa xếp loại`] : []),
  ];
  const labelled = satisfaction.map(([label, n]) => `mức độ ${label} ${share(n)}`);
  return `${[parts.join(', '), labelled.join(', ')].filter(Boolean).join('; ')}.${apart}`;
}
