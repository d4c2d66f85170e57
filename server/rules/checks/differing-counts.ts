import { denominatorsOf, differingDenominators, formatSpan } from '../denominators.ts';
import type { Evidence } from '../finding.ts';
import { formatCount } from '../format.ts';
import type { Check } from './check.ts';

/** Rows of one table that must say something before they can differ. */
const SMALLEST_ROWS = 2;

/** Upper end of a span that has none. */
const OPEN = -1;

/** Published tables whose percentages cannot be of one and the same number. Arithmetic, not chance. */
export const differingCounts: Check = {
  id: 'differingCounts',
  family: 'figures',
  asks: ['province'],
  name: 'Bảng có các mẫu số khác nhau',
  smallestN: 1,
  tolerance: null,
  rule: true,
  alpha: null,
  sentence: ({ k, n, said: { whole = OPEN, smallFrom = 0, smallTo = OPEN, largeFrom = 0, largeTo = OPEN } }) => {
    const claim = whole === OPEN ? 'Bảng dùng chung một mẫu số' : `Bảng ghi chung n = ${formatCount(whole)}`;
    const span = (from: number, to: number) => formatSpan(from, to === OPEN ? null : to);
    const first = `${claim} nhưng tỷ lệ cho thấy mẫu số khác nhau: ${span(smallFrom, smallTo)} và ${span(largeFrom, largeTo)}`;
    return `${first} (${formatCount(k ?? 0)}/${formatCount(n)} bảng đã kiểm tra như vậy).`;
  },
  explanations: ['Mỗi dòng tính trên số phiếu có trả lời câu đó.', 'Tỷ lệ được làm tròn hai lần.'],
  judge: ({ tables }) => {
    const judged = tables.filter((group) => denominatorsOf(group).length >= SMALLEST_ROWS);
    if (judged.length === 0) return { usual: null, outcomes: [] };
    const found = judged.flatMap((group) => {
      const pair = differingDenominators(group);
      return pair ? [{ group, pair }] : [];
    });
    const [first] = found;
    const said = first && {
      whole: first.group.whole.count ?? OPEN,
      smallFrom: first.pair[0].from,
      smallTo: first.pair[0].to ?? OPEN,
      largeFrom: first.pair[1].from,
      largeTo: first.pair[1].to ?? OPEN,
    };
    const evidence = found.flatMap(({ group, pair }): Evidence[] => [
      { label: 'Bảng', value: group.title },
      ...pair.map(({ part }) => ({ label: part.label, value: `${formatCount(part.count)} (${part.percent}\u00a0%)` })),
    ]);
    const seen = {
      about: { unit: '', officer: null },
      n: judged.length,
      k: found.length,
      value: found.length,
      low: null,
      high: null,
      unit: 'count' as const,
      said: said ?? {},
      hits: [],
      evidence,
    };
    return { usual: null, outcomes: [{ is: 'seen', seen, p: first ? 0 : 1 }] };
  },
};
