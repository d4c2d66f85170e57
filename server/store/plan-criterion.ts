import { scrub } from '#rules/scrub.ts';
import type { ParCriterionItem } from '#wire/par-criteria.ts';
import { Refusal } from '../refusal.ts';
import type { Statement } from './db.ts';
import { putChange } from './par-changes.ts';
import { insertCriteria } from './par-criteria.ts';

/** Its texts without personal data, as they are kept; what is left out is `null`. */
export function keptCriterion({ name, act, from, source, ...rest }: ParCriterionItem): ParCriterionItem {
  const kept = (text: string) => scrub(text).text;
  return {
    ...{ ...rest, name: kept(name), act: act ? kept(act) : null, from: from ?? null },
    source: source && 'declared' in source ? { ...source, evidence: kept(source.evidence) } : source,
  };
}

/**
 * What puts one criterion into the list of its year; a year without a list gets one, named by the criterion's own act.
 * @param listed the year has a list. @throws Refusal 422 `criterion.act` where there is neither a list nor an act.
 */
export function planCriterion(
  tenant: string,
  item: ParCriterionItem,
  listed: boolean,
  by: { readonly actor: string; readonly at: string },
): readonly Statement[] {
  const { year, ...criterion } = item;
  if (listed) return [putChange(tenant, item, criterion, by)];
  const { act } = item;
  if (!act)
    throw new Refusal(
      422,
      'criterion.act',
      `Năm ${year} chưa có bộ tiêu chí. Ghi văn bản ban hành bộ tiêu chí ở tiêu chí đầu tiên.`,
      { issues: [{ path: 'act', message: 'ghi văn bản ban hành bộ tiêu chí' }] },
    );
  const list = { year, act, certainty: 'secondary' as const, criteria: [] };
  return [insertCriteria(tenant, { year, revision: 1, list, ...by }), putChange(tenant, item, criterion, by)];
}
