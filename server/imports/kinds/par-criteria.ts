import { type ParCriterionItem, parCriterionItem } from '#wire/par-criteria.ts';
import { bodyHash } from '../../body-hash.ts';
import { listOf } from '../../figures/par-list.ts';
import type { Db } from '../../store/db.ts';
import { putChange } from '../../store/par-changes.ts';
import { criteriaYears } from '../../store/par-criteria.ts';
import { keptCriterion, planCriterion } from '../../store/plan-criterion.ts';
import type { ImportKindOf, Taking } from '../kind.ts';
import { planItems } from '../plan-items.ts';
import { criterionOf, PAR_COLUMNS } from './par-columns.ts';

const keyOf = ({ year, id, from }: Pick<ParCriterionItem, 'year' | 'id' | 'from'>) => `${year}/${id}/${from ?? ''}`;

/** Every criterion of the lists of the province by its key. */
async function standing(db: Db, tenant: string): Promise<Map<string, ParCriterionItem>> {
  const all = new Map<string, ParCriterionItem>();
  for (const year of await criteriaYears(db, tenant))
    for (const { from = null, act = null, ...rest } of (await listOf(db, tenant, year))?.criteria ?? []) {
      const item = { ...rest, year, from, act } as ParCriterionItem;
      all.set(keyOf(item), item);
    }
  return all;
}

async function open({ db, tenant, actor }: Taking) {
  const known = await standing(db, tenant);
  // A year that has no list yet gets one with its first row.
  const listed = new Set(await criteriaYears(db, tenant));
  return {
    toItem: criterionOf,
    plan: (items: readonly ParCriterionItem[], at: Date) =>
      planItems(items, 'par.put', async (given) => {
        const item = keptCriterion(given);
        const before = known.get(keyOf(item)) ?? null;
        if (before && bodyHash(before) === bodyHash(item))
          return { outcome: 'repeated', before: null, after: null, statements: [] };
        const statements = planCriterion(tenant, item, listed.has(item.year), { actor, at: at.toISOString() });
        listed.add(item.year);
        return { outcome: before ? 'updated' : 'created', before, after: item, statements };
      }),
  };
}

/** Criteria of a province's own lists of the PAR index, one each row. */
export const parCriteria: ImportKindOf<ParCriterionItem> = {
  kind: 'par-criteria',
  title: 'Tiêu chí cải cách hành chính',
  who: ['province-admin'],
  columns: PAR_COLUMNS,
  schema: parCriterionItem,
  keyOf,
  open,
  undo: {
    current: standing,
    held: async () => new Map(),
    back: (tenant, _key, before, actor, at, stands) => {
      const by = { actor, at: at.toISOString() };
      const { year, ...criterion } = (before ?? stands) as ParCriterionItem;
      return [putChange(tenant, { year, ...criterion }, before === null ? null : criterion, by)];
    },
  },
};
