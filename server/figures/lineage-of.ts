import { addDays } from '#rules/calendar/date.ts';
import type { IsoDate } from '#rules/law.ts';
import { lineage } from '#rules/units/lineage.ts';
import { spanAt } from '#rules/units/unit-life.ts';
import { UnitTreeFault } from '#rules/units/unit-tree.ts';
import type { Db } from '../store/db.ts';
import { changedUnits, spansOf } from '../store/unit-spans.ts';
import { endedUnits } from '../store/unit-successors.ts';
import { unitsOf } from '../store/units.ts';
import { treeOf } from './province-tree.ts';

/** Whose earlier figures stand beside a unit's own. */
export interface LineageOf {
  /** Codes, the unit's own first, then those that went into it whole. */
  readonly pooled: readonly { readonly unit: string; readonly name: string }[];
  /** Why others are left out, a sentence each. */
  readonly apart: readonly string[];
}

/** Of `unit` on the last day up to `day` on which it is there; the unit alone where the units on record contradict each other. */
export async function lineageOf(db: Db, tenant: string, unit: string, day: IsoDate): Promise<LineageOf> {
  const units = await unitsOf(db, tenant);
  const own = units.find((each) => each.unit === unit);
  if (!own) return { pooled: [{ unit, name: unit }], apart: [] };
  const changed = await changedUnits(db, tenant);
  const lastDay = own.to !== null && own.to <= day ? addDays(own.to, -1) : day;
  const alone = { pooled: [{ unit, name: spanAt(spansOf(own, changed), lastDay)?.name ?? own.name }], apart: [] };
  if (own.from > day) return alone;
  const heirs = new Map((await endedUnits(db, tenant)).map((each) => [each.unit, each.successors.map((s) => s.unit)]));
  try {
    const tree = treeOf(units, changed, heirs);
    const { pooled, leftOut } = lineage(tree, unit, lastDay);
    return {
      // A unit that changed its name or level is one unit: its latest span stands for it.
      pooled: pooled
        .filter((span, i) => pooled.findIndex((other) => other.unit === span.unit) === i)
        .map((span) => ({ unit: span.unit, name: span.name })),
      apart: leftOut.map(({ because }) => because),
    };
  } catch (error) {
    if (error instanceof UnitTreeFault) return alone;
    throw error;
  }
}
