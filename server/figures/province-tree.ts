import { type UnitSpan, UnitTreeFault, unitTree } from '#rules/units/unit-tree.ts';
import type { StoredUnit } from '../store/units.ts';

/** A unit as one stretch of its life: the store knows one level and one parent of each, from its first day on. */
export function spanOf({ unit, name, level, parent, from, to }: StoredUnit, successors: readonly string[]): UnitSpan {
  return { unit, name, level, parent: [{ from, value: parent }], from, to, successors };
}

/**
 * What contradicts itself in the units and their successors, as a Vietnamese sentence; `null` = nothing.
 * @param heirs who took over from each unit that has an end.
 */
export function treeFault(units: readonly StoredUnit[], heirs: ReadonlyMap<string, readonly string[]>): string | null {
  try {
    unitTree(units.map((unit) => spanOf(unit, heirs.get(unit.unit) ?? [])));
    return null;
  } catch (error) {
    if (error instanceof UnitTreeFault) return error.message;
    throw error;
  }
}
