import { formatHundredths } from '#rules/format.ts';
import { conversionText } from '#rules/par/conversion-text.ts';
import { byCriterionId, criteriaOn } from '#rules/par/criteria-on.ts';
import type { Criterion } from '#rules/par/criterion.ts';
import type { ParCriterionView } from '#wire/par-criteria.ts';
import type { Db } from '../store/db.ts';
import { changesOfList } from '../store/par-changes.ts';
import { criteriaOrNull, type StoredCriteria } from '../store/par-criteria.ts';

const placeOf = (id: string, from: string | null | undefined) => JSON.stringify([id, from ?? '']);

/** The list of a year with what was changed in it since, in the order of the ids; `null` = there is none. */
export async function listOf(
  db: Db,
  tenant: string,
  year: number,
): Promise<(StoredCriteria & { readonly criteria: readonly Criterion[] }) | null> {
  const stored = await criteriaOrNull(db, tenant, year);
  if (!stored) return null;
  const all = new Map<string, Criterion>(stored.list.criteria.map((each) => [placeOf(each.id, each.from), each]));
  for (const { id, from, criterion } of await changesOfList(db, tenant, year, stored.revision)) {
    if (criterion) all.set(placeOf(id, from), criterion);
    else all.delete(placeOf(id, from));
  }
  return { ...stored, criteria: [...all.values()].sort(byCriterionId) };
}

function sourceView({ source }: Criterion): ParCriterionView['source'] {
  if (source === null) return null;
  if ('declared' in source) return { declared: formatHundredths(source.declared), evidence: source.evidence };
  return { ratio: source.ratio, kind: source.conversion.kind, bounds: conversionText(source.conversion) };
}

/** Each criterion as it is typed. @param on the last day of the year. */
export function criterionViews(criteria: readonly Criterion[], on: string): ParCriterionView[] {
  const { inForce } = criteriaOn(criteria, on);
  return criteria.map((each) => ({
    ...{ id: each.id, name: each.name, max: formatHundredths(each.max) },
    ...{ from: each.from ?? null, act: each.act ?? null, source: sourceView(each) },
    replaced: !inForce.includes(each),
  }));
}
