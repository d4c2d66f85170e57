import type { Evidence } from '../finding.ts';
import { formatCount, formatHundredths, formatPercent } from '../format.ts';
import type { Citation } from '../law.ts';
import type { Hundredths } from '../points.ts';
import type { CountId, EmptyRule, GroupIndex, Level766, Rival } from '../rulesets/qd766-index.ts';
import { convert, type Fraction, fractionOf, percentOf, product } from './convert.ts';
import type { Count766, Counts766, Disagreement, Finding766 } from './finding.ts';

/** What one index came to, before it is joined to its row. */
interface Outcome {
  readonly points: Hundredths | null;
  readonly because: string;
  readonly cite: Citation;
}

/** @throws RangeError for counts that are no counts, or a part larger than its whole. */
function checkCount(id: CountId, shape: GroupIndex['shape'], { numerator, denominator }: Count766): void {
  const whole = [numerator, denominator].every((n) => Number.isSafeInteger(n) && n >= 0);
  const fits = shape === 'share' ? numerator <= denominator : denominator > 0 || numerator === 0;
  if (!whole || !fits)
    throw new RangeError(
      `counts.${id}: ${numerator} trong ${denominator} không hợp lệ. Nhập số nguyên từ 0; ${
        shape === 'share' ? 'phần không lớn hơn tổng' : 'mẫu số 0 thì tử số cũng phải là 0'
      }.`,
    );
}

const EMPTY_WORDS: Readonly<Record<EmptyRule['gives'], string>> = {
  zero: 'Mẫu số bằng 0: Cổng lấy tỷ lệ là 0, được 0 điểm.',
  full: 'Không có phản ánh, kiến nghị trong kỳ: Cổng cho đủ điểm.',
  kept: 'Mẫu số bằng 0: Cổng để trống chỉ số này, không tính là 0.',
  notObserved: 'Không có dữ liệu: mẫu số bằng 0 và chưa thấy Cổng xử lý trường hợp này.',
};

function emptyOutcome({ empty, max }: GroupIndex): Outcome {
  const points = empty.gives === 'full' ? max : empty.gives === 'zero' ? 0 : null;
  return { points, because: EMPTY_WORDS[empty.gives], cite: empty.cite };
}

function outcome(index: GroupIndex, counts: Counts766, level: Level766): Outcome {
  const { cite, max, exempt } = index;
  const left = (because: string): Outcome => ({ points: null, because, cite });
  if (max === null) return left('Chưa biết điểm tối đa của chỉ số này nên không tính điểm.');
  if (index.convert.kind === 'none') return left('Chỉ số chỉ để theo dõi, không tính điểm.');
  if (exempt?.levels.includes(level))
    return {
      points: max,
      because: `Hàng này không áp dụng cho cấp xã, phiếu cho đủ ${formatHundredths(max)} điểm.`,
      cite: exempt.cite,
    };
  const count = counts[index.id];
  if (!count) return left('Chưa có số liệu của chỉ số này.');
  const ratio = fractionOf(count);
  if (!ratio) return emptyOutcome(index);
  const { points, words } = convert(ratio, max, index.convert);
  return { points, because: words, cite };
}

/** The ratio another source goes by, from what it counts itself; `null` = that was not given. */
function ratioOf(index: GroupIndex, { counts: own, times }: Rival, counts: Counts766): Fraction | null {
  const ratio = fractionOf(counts[own ?? index.id]);
  if (times === undefined) return ratio;
  const by = fractionOf(counts[times]);
  return ratio && by && product(ratio, by);
}

/** What each other source would give. */
function disagreements(index: GroupIndex, counts: Counts766): readonly Disagreement[] {
  return index.rivals.map((rival) => {
    const { says, cite, max, convert: how } = rival;
    const ratio = ratioOf(index, rival, counts);
    const points = ratio && how.kind !== 'none' ? convert(ratio, max, how).points : null;
    return { says, points, max: how.kind === 'fullAt' && how.uncapped ? null : max, cite };
  });
}

function evidenceOf(index: GroupIndex, counts: Counts766): Evidence[] {
  const count = counts[index.id];
  if (!count) return [];
  const { numerator, denominator } = count;
  const share = formatPercent(numerator, denominator, 'vi', 2);
  return [
    { label: index.numerator, value: formatCount(numerator) },
    { label: index.denominator, value: formatCount(denominator) },
    ...(index.shape === 'mean' ? [] : [{ label: 'Tỷ lệ', value: share }]),
  ];
}

/** Every count the row and its rivals are about; one that only multiplies belongs to its own row. */
export const countsOf = (index: GroupIndex): readonly CountId[] => [
  index.id,
  ...index.rivals.flatMap(({ counts }) => counts ?? []),
];

/** Scores one index. @throws RangeError for counts that contradict themselves, naming the field. */
export function scoreIndex766(index: GroupIndex, counts: Counts766, level: Level766): Finding766 {
  const count = counts[index.id];
  for (const id of countsOf(index)) {
    const each = counts[id];
    if (each) checkCount(id, index.shape, each);
  }
  const ratio = index.shape === 'mean' ? null : fractionOf(count);
  const { points, because, cite } = outcome(index, counts, level);
  return {
    index: index.id,
    group: index.group,
    name: index.name,
    ratio: ratio && percentOf(ratio),
    points,
    max: index.max,
    cite,
    because,
    evidence: evidenceOf(index, counts),
    ...(index.rivals.length > 0 && { disagreement: disagreements(index, counts) }),
  };
}
