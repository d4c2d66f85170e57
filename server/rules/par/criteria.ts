import type { Evidence } from '../finding.ts';
import { formatCount, formatHundredths, formatPercent } from '../format.ts';
import { type Conversion, convertExactly, isFull, roundedPoints } from './conversion.ts';
import { criteriaFaults } from './criteria-faults.ts';
import type { CriteriaFile, Criterion, CriterionFinding } from './criterion.ts';
import { RATIO_LABELS, type RatioCount, type RatioId } from './ratio.ts';

/** By id; an absent ratio has no figures. */
export type RatioCounts = Partial<Readonly<Record<RatioId, RatioCount>>>;

type Told = Pick<CriterionFinding, 'points' | 'atMaximum' | 'because' | 'evidence'>;

const OWN_POINTS = 'Điểm và cách quy đổi do tỉnh nhập.';

const notKnown = (because: string, evidence: readonly Evidence[] = []): Told => ({
  points: null,
  atMaximum: null,
  because,
  evidence,
});

function evidenceOf(id: RatioId, { numerator, denominator, unknown, silentUnits }: RatioCount): Evidence[] {
  const share = `${formatCount(numerator)}/${formatCount(denominator)} (${formatPercent(numerator, denominator)})`;
  return [
    { label: RATIO_LABELS[id], value: share },
    ...(unknown > 0 ? [{ label: 'Không rõ', value: formatCount(unknown) }] : []),
    ...(silentUnits > 0 ? [{ label: 'Đơn vị chưa có số liệu', value: formatCount(silentUnits) }] : []),
  ];
}

/**
 * Whether the maximum is reached whichever way the unknown ones turn out. Points of a conversion only rise or only fall, so the two
 * ends of what is possible decide. `null` = it depends on them.
 */
function fullWhatever(count: RatioCount, how: Conversion, max: number): boolean | null {
  const { numerator, denominator, unknown, silentUnits } = count;
  if (silentUnits > 0) return null;
  const fullWith = (part: number) => isFull(convertExactly(part, denominator + unknown, how), max);
  const full = fullWith(numerator);
  return full === fullWith(numerator + unknown) ? full : null;
}

function byRatio(id: RatioId, how: Conversion, max: number, counts: RatioCounts): Told {
  const count = counts[id];
  if (!count) return notKnown(`Chưa có số liệu của tỷ lệ «${RATIO_LABELS[id]}».`);
  const evidence = evidenceOf(id, count);
  const { numerator, denominator } = count;
  if (denominator === 0) return notKnown(`«${RATIO_LABELS[id]}» chưa có gì để tính tỷ lệ.`, evidence);
  const exact = convertExactly(numerator, denominator, how);
  const points = roundedPoints(exact);
  const atMaximum = fullWhatever(count, how, max);
  const because = [
    `Tỷ lệ «${RATIO_LABELS[id]}» là ${formatPercent(numerator, denominator, 'vi', 2)}, được ${formatHundredths(points)} trên ${formatHundredths(max)} điểm.`,
    ...(points === max && !isFull(exact, max) ? ['Điểm đã làm tròn; tỷ lệ chưa tới mức đạt điểm tối đa.'] : []),
    ...(atMaximum === null ? ['Phần chưa rõ còn có thể làm thay đổi việc đạt điểm tối đa.'] : []),
  ].join(' ');
  return { points, atMaximum, because, evidence };
}

function told({ max, source }: Criterion, counts: RatioCounts): Told {
  if (!source) return notKnown('Chưa có nguồn số liệu cho tiêu chí này.');
  if ('ratio' in source) return byRatio(source.ratio, source.conversion, max, counts);
  const { declared, evidence } = source;
  return {
    points: declared,
    atMaximum: declared === max,
    because: `Tỉnh tự kê khai ${formatHundredths(declared)} trên ${formatHundredths(max)} điểm.`,
    evidence: [{ label: 'Tài liệu kiểm chứng', value: evidence }],
  };
}

/**
 * Each criterion of a province's list, by the province's own points.
 * @throws RangeError with a line for every fault of the list, naming the criterion.
 */
export function trackCriteria({ cite, criteria }: CriteriaFile, counts: RatioCounts): CriterionFinding[] {
  const faults = criteriaFaults(criteria);
  if (faults.length > 0) throw new RangeError(faults.join('\n'));
  return criteria.map((criterion) => {
    const { points, atMaximum, because, evidence } = told(criterion, counts);
    const { id, name, max, act } = criterion;
    const own = act ? { act, certainty: cite.certainty } : cite;
    return { id, name, points, max, atMaximum, cite: own, because: `${because} ${OWN_POINTS}`, evidence };
  });
}
