import type { Evidence } from '../finding.ts';
import { formatCount, formatPercent } from '../format.ts';
import type { Citation } from '../law.ts';
import type { Told766 } from './told.ts';

/** What index 5.4 asks of one dossier; `null` = not known. */
export interface DossierMood {
  readonly late: boolean | null;
  /** A petition was made about it, or it was marked as disliked on the portal. */
  readonly petitionOrDislike: boolean | null;
}

/** Satisfaction by QĐ 766/QĐ-TTg. It asks nobody: it is what lateness and petitions leave of 100 %. */
export interface Satisfaction766 extends Told766 {
  readonly index: '5.4';
  readonly cite: Citation;
  readonly because: string;
  readonly evidence: readonly Evidence[];
}

const CITE: Citation = {
  act: 'QĐ 766/QĐ-TTg',
  certainty: 'secondary',
  note: 'Theo mô tả công thức của chỉ số 5.4: 100 % trừ tổng của hai tỷ lệ. Hồ sơ rơi vào cả hai thì bị trừ hai lần.',
};

/**
 * 100 % less the share of late dossiers and the share with a petition or a dislike, never below nought. A dossier of which one of the two is not known
 * is in no count.
 */
export function satisfaction766(dossiers: readonly DossierMood[]): Satisfaction766 {
  const known = dossiers.filter(({ late, petitionOrDislike }) => late !== null && petitionOrDislike !== null);
  const late = known.filter((dossier) => dossier.late).length;
  const disliked = known.filter((dossier) => dossier.petitionOrDislike).length;
  const n = known.length;
  const left = Math.max(0, n - late - disliked);
  const unknown = dossiers.length - n;
  const share = (part: number) => formatPercent(part, n, 'vi', 2);
  return {
    index: '5.4',
    count: n === 0 && unknown > 0 ? null : { numerator: left, denominator: n },
    unknown,
    cite: CITE,
    because:
      n === 0
        ? 'Không có hồ sơ nào đủ dữ liệu để tính.'
        : `100\u00a0% trừ ${share(late)} hồ sơ quá hạn và ${share(disliked)} hồ sơ có phản ánh, kiến nghị hoặc không hài lòng, còn ${share(left)}.`,
    evidence: [
      { label: 'Hồ sơ đủ dữ liệu', value: formatCount(n) },
      { label: 'Quá hạn', value: formatCount(late) },
      { label: 'Có phản ánh, kiến nghị hoặc không hài lòng', value: formatCount(disliked) },
    ],
  };
}
