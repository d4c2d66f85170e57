import type { IsoDate } from '../law.ts';
import type { Criterion } from './criterion.ts';

/** A list as it is on one day. */
export interface CriteriaOn<C> {
  /** One of each id, the last that is in force. */
  readonly inForce: readonly C[];
  /** Earlier ones of the same ids. */
  readonly replaced: readonly C[];
}

const fromOf = ({ from }: Pick<Criterion, 'from'>) => from ?? '';

/** By number, part by part: 3.10 stands after 3.9. */
export const byCriterionId = (a: Pick<Criterion, 'id' | 'from'>, b: Pick<Criterion, 'id' | 'from'>): number =>
  a.id.localeCompare(b.id, 'vi', { numeric: true }) || fromOf(a).localeCompare(fromOf(b));

/** The criteria that hold on a day; one from a later day is in neither list. A year is judged by its last day. */
export function criteriaOn<C extends Pick<Criterion, 'id' | 'from'>>(
  criteria: readonly C[],
  on: IsoDate,
): CriteriaOn<C> {
  const begun = criteria.filter((each) => fromOf(each) <= on);
  const isLast = (one: C) => !begun.some(({ id, from }) => id === one.id && (from ?? '') > fromOf(one));
  return { inForce: begun.filter(isLast), replaced: begun.filter((each) => !isLast(each)) };
}
