import type { Indices } from '#rules/aggregate.ts';
import { INDICATOR_IDS } from '#rules/finding.ts';
import { formatN } from '#rules/format.ts';
import { SMALLEST_GROUP } from '../figures/suppress.ts';

/** The citizen indices without those that fewer than 5 answers stand behind: shown, they would say how one person answered. */
export function shielded(values: Indices): Indices {
  return Object.fromEntries(
    INDICATOR_IDS.map((id) => [id, values[id].n < SMALLEST_GROUP ? { ...values[id], value: null } : values[id]]),
  ) as unknown as Indices;
}

/** Why an index the citizens feed has no value. */
export function tooFew(n: number): string {
  return n === 0 ? 'Chưa có phiếu nào trả lời câu này.' : `Chưa đủ dữ liệu (${formatN(n)}; cần ${SMALLEST_GROUP}).`;
}
