import type { SpanStart } from '#rules/units/unit-life.ts';
import { type UnitSpan, type UnitTree, UnitTreeFault, unitTree } from '#rules/units/unit-tree.ts';
import { spansOf } from '../store/unit-spans.ts';
import type { StoredUnit } from '../store/units.ts';

/** Who took over from each unit that has an end. */
type Heirs = ReadonlyMap<string, readonly string[]>;
type Changed = ReadonlyMap<string, readonly SpanStart[]>;

/** The units through time: each span of one that changed goes on into its next, the last one into its successors. */
export function treeOf(units: readonly StoredUnit[], changed: Changed, heirs: Heirs): UnitTree {
  return unitTree(
    units.flatMap((unit) =>
      spansOf(unit, changed).map(({ from, name, level, parent }, i, spans): UnitSpan => {
        const next = spans[i + 1]?.from;
        const successors = next === undefined ? (heirs.get(unit.unit) ?? []) : [];
        return {
          unit: unit.unit,
          name,
          level,
          parent: [{ from, value: parent }],
          from,
          to: next ?? unit.to,
          successors,
        };
      }),
    ),
  );
}

/**
 * What contradicts itself in the units and their successors, as a Vietnamese sentence; `null` = nothing.
 * @param heirs who took over from each unit that has an end.
 */
export function treeFault(units: readonly StoredUnit[], changed: Changed, heirs: Heirs): string | null {
  try {
    treeOf(units, changed, heirs);
    return null;
  } catch (error) {
    if (error instanceof UnitTreeFault) return error.message;
    throw error;
  }
}
