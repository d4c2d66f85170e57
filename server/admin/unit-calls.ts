import type { Outcome } from '#wire/problem.ts';
import type { Unit } from '#wire/unit.ts';
import type { DeclaredFacts, UnitFactsBody, UnitFactsList } from '#wire/unit-facts.ts';
import type { ChangedUnits, UnitSpansRequest } from '#wire/unit-spans.ts';
import type { EndedUnits, UnitSuccessors } from '#wire/unit-successors.ts';
import type { Call } from './api.ts';

/** Units, what they are from which day, who goes on after them, and what they declare for a period. */
export function unitCalls(
  call: Call,
  one: (path: string, item: unknown) => Promise<void>,
  many: (path: string, items: readonly unknown[]) => Promise<Outcome[]>,
) {
  const at = encodeURIComponent;
  return {
    putUnit: (unit: Unit) => one('/v1/units', unit),
    putUnits: (units: readonly unknown[]) => many('/v1/units', units),
    unitSpans: (signal?: AbortSignal) => call<ChangedUnits>('GET', '/v1/unit-spans', undefined, signal),
    putSpans: (spans: UnitSpansRequest) => one('/v1/unit-spans', spans),
    unitSuccessors: (signal?: AbortSignal) => call<EndedUnits>('GET', '/v1/unit-successors', undefined, signal),
    putSuccessors: (successors: UnitSuccessors) => one('/v1/unit-successors', successors),
    unitFacts: (period: string, signal?: AbortSignal) =>
      call<UnitFactsList>('GET', `/v1/unit-facts?period=${at(period)}`, undefined, signal),
    putUnitFacts: (facts: UnitFactsBody) => one('/v1/unit-facts', facts),
    unitFactsHistory: (period: string, unit: string, signal?: AbortSignal) =>
      call<{ facts: DeclaredFacts[] }>(
        'GET',
        `/v1/unit-facts/history?period=${at(period)}&unit=${at(unit)}`,
        undefined,
        signal,
      ),
  };
}
