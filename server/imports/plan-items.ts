import { Refusal } from '../refusal.ts';
import type { Statement } from '../store/db.ts';
import type { ImportPlan, Planned } from './kind.ts';

/** What is planned of one item alone. */
export interface PlannedItem extends Planned {
  readonly statements: readonly Statement[];
}

/** Plans each of `items` alone and in order; one that is refused touches no other. */
export async function planItems<Item>(
  items: readonly Item[],
  action: string,
  planOne: (item: Item) => Promise<PlannedItem>,
): Promise<ImportPlan> {
  const planned: (Planned | Refusal)[] = [];
  const statements: Statement[] = [];
  for (const item of items)
    try {
      const { statements: own, ...outcome } = await planOne(item);
      planned.push(outcome);
      statements.push(...own);
    } catch (error) {
      if (!(error instanceof Refusal)) throw error;
      planned.push(error);
    }
  return { planned, statements, action, detail: { n: planned.filter((one) => 'after' in one && one.after).length } };
}
