import { formatHundredths } from '../format.ts';
import { levelsOf, type PercentHundredths } from './conversion.ts';
import type { Criterion, CriterionSource } from './criterion.ts';
import { RATIO_IDS } from './ratio.ts';

const HIGHEST: PercentHundredths = 10_000;

const isOneWay = (levels: readonly number[]) =>
  levels.every((level, i) => level >= (levels[i - 1] ?? level)) ||
  levels.every((level, i) => level <= (levels[i - 1] ?? level));

function boundFaults(bounds: readonly PercentHundredths[]): string[] {
  return [
    ...(bounds.some((at, i) => i > 0 && at <= (bounds[i - 1] ?? 0)) ? ['các mốc tỷ lệ phải tăng dần'] : []),
    ...(bounds.some((at) => at < 0 || at > HIGHEST) ? ['mốc tỷ lệ phải từ 0 đến 100 %'] : []),
  ];
}

function sourceFaults(source: CriterionSource, max: number): string[] {
  const tooMuch = (points: number) => `${formatHundredths(points)} điểm vượt điểm tối đa ${formatHundredths(max)}`;
  if ('declared' in source) return source.declared > max ? [tooMuch(source.declared)] : [];
  const { ratio, conversion } = source;
  const levels = levelsOf(conversion);
  const above = levels.find((points) => points > max);
  const bounds =
    conversion.kind === 'steps'
      ? conversion.steps.map(({ from }) => from)
      : [conversion.from.ratio, conversion.to.ratio];
  return [
    ...(RATIO_IDS.includes(ratio) ? [] : [`không có tỷ lệ «${ratio}». Các tỷ lệ: ${RATIO_IDS.join(', ')}`]),
    ...(bounds.length === 0 ? ['cần ít nhất một bậc điểm'] : []),
    ...boundFaults(bounds),
    ...(above === undefined ? [] : [tooMuch(above)]),
    ...(isOneWay(levels) ? [] : ['điểm các bậc phải cùng tăng hoặc cùng giảm']),
  ];
}

/** What is wrong with one criterion by itself: the field, and what. Empty = nothing. */
export function criterionFaults({ max, source }: Criterion): { field: 'max' | 'source'; fault: string }[] {
  return [
    ...(max > 0 ? [] : [{ field: 'max' as const, fault: 'điểm tối đa phải lớn hơn 0' }]),
    ...(source ? sourceFaults(source, max) : []).map((fault) => ({ field: 'source' as const, fault })),
  ];
}

/** What is wrong with a province's list, a sentence each, naming the criterion. Empty = it can be followed. */
export function criteriaFaults(criteria: readonly Criterion[]): string[] {
  const seen = new Set<string>();
  return criteria.flatMap((criterion) => {
    const { id, from } = criterion;
    const place = JSON.stringify([id, from ?? null]);
    const faults = [...(seen.has(place) ? ['mã bị lặp'] : []), ...criterionFaults(criterion).map(({ fault }) => fault)];
    seen.add(place);
    return faults.map((fault) => `Tiêu chí «${id}»: ${fault}.`);
  });
}
