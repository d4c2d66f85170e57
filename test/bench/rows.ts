import { quarter } from '#rules/period.ts';
import { simulate } from '../../server/simulate/simulate.ts';
import type { SimulatedRecord } from '../../server/simulate/simulate-record.ts';

/** A quarter of which the calendar knows every day. */
export const PERIOD = quarter(2026, 2);

/** `count` invented dossiers of one unit, kept. */
export function benchRecords(count: number): SimulatedRecord[] {
  const { province, recordsOf } = simulate({ seed: 1, units: 1, dossiers: count, period: PERIOD });
  return province.units.flatMap((unit) => [...recordsOf(unit)]);
}

/** `list` from beginning to end, `times` over: a million dossiers without room for a million. */
export function* repeated<T>(list: readonly T[], times: number): Iterable<T> {
  for (let i = 0; i < times; i += 1) yield* list;
}
