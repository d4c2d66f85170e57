import { formatDate } from '../format.ts';
import { type Citation, type Dated, type IsoDate, inForce } from '../law.ts';
import { DECREES } from '../workflow.ts';
import type { DutyFinding } from './duty.ts';
import { findingOf } from './finding-of.ts';

/**
 * The rule of `history` in force on `on`. A duty that came with a later decree than that of the day does not apply: then the finding
 * that says so.
 * @throws NotInForce before the first decree: which duties there were then is not known.
 */
export function ruleOn<T>(
  duty: string,
  what: string,
  history: Dated<T>,
  on: IsoDate,
): { readonly rule: { readonly value: T; readonly cite: Citation } } | { readonly none: DutyFinding } {
  inForce(what, DECREES, on);
  const first = history[0]?.from ?? on;
  if (first <= on) return { rule: inForce(what, history, on) };
  const because = `${what} áp dụng từ ngày ${formatDate(first)}, không áp dụng cho ngày ${formatDate(on)}.`;
  return { none: findingOf(duty, 'notApplicable', because) };
}
