import { figureOf } from '#rules/figure-id.ts';
import { NotInForce } from '#rules/law.ts';
import { trackCriteria } from '#rules/par/criteria.ts';
import { criteriaOn } from '#rules/par/criteria-on.ts';
import type { CriteriaFile, Criterion } from '#rules/par/criterion.ts';
import { parDecision } from '#rules/par/decisions.ts';
import { forecastOf, lengthDoubt } from '#rules/par/forecast.ts';
import type { ParCriteriaView, ParFinding } from '#wire/par-criteria.ts';
import type { Db } from '../store/db.ts';
import { criteriaYears, declaredPoints, type StoredDeclared } from '../store/par-criteria.ts';
import { citeView } from './cite-view.ts';
import { criterionViews, listOf } from './par-list.ts';
import { parRatios } from './par-ratios.ts';

/** A criterion no ratio gives points to takes those the province declared. */
function withDeclared(criterion: Criterion, declared: StoredDeclared | undefined): Criterion {
  const open = criterion.source === null || 'declared' in criterion.source;
  if (!open || !declared || declared.points === null) return criterion;
  return { ...criterion, source: { declared: declared.points, evidence: declared.evidence } };
}

function decisionOf(year: number): Pick<ParCriteriaView, 'decision' | 'decisionBecause'> {
  try {
    const { value, cite } = parDecision(year);
    return { decision: `${value.act}. ${citeView(cite)}`, decisionBecause: null };
  } catch (error) {
    if (!(error instanceof NotInForce)) throw error;
    return { decision: null, decisionBecause: error.message };
  }
}

/** A province's own list of criteria of the PAR index, followed through a year. */
export async function parForecast(db: Db, tenant: string, year: number): Promise<ParCriteriaView> {
  const stored = await listOf(db, tenant, year);
  const { counts, periods, shown } = await parRatios(db, tenant, year);
  const decision = decisionOf(year);
  const years = await criteriaYears(db, tenant);
  const empty = {
    ...{ year, years, ...decision, periods: [...periods], ratios: [...shown] },
    list: null,
    doubt: null,
    forecast: null,
    findings: [],
    criteria: [],
  };
  if (!stored) return empty;
  const { act, certainty } = stored.list;
  const on = `${year}-12-31`;
  const criteria = criteriaOn(stored.criteria, on).inForce;
  const declared = new Map((await declaredPoints(db, tenant, year)).map((each) => [each.id, each]));
  const file: CriteriaFile = {
    year,
    cite: { act, certainty },
    criteria: criteria.map((criterion) => withDeclared(criterion, declared.get(criterion.id))),
  };
  const found = trackCriteria(file, counts);
  const forecast = forecastOf(found);
  const figure = (id: string, value: number | null, of: number | null, because: string | null) =>
    figureOf(`par/${year}/${id}`, 'hundredths', value, { of, because });
  return {
    ...empty,
    list: { act, cite: citeView(file.cite), revision: stored.revision, actor: stored.actor, at: stored.at },
    criteria: criterionViews(stored.criteria, on),
    // The number of criteria is compared with the decision's only where there is one.
    doubt: decision.decision === null ? null : lengthDoubt(file),
    forecast: {
      ...{ sentence: forecast.sentence, partial: forecast.partial, criteria: forecast.criteria },
      ...{ atMaximum: forecast.atMaximum, unknown: forecast.unknown },
      points: figure('points', forecast.points, forecast.of, forecast.partial ? forecast.sentence : null),
      below: forecast.below.map(({ id, name, by }) => ({ id, name, by: figure(`${id}/below`, by, null, null) })),
    },
    findings: found.map((finding, i): ParFinding => {
      const { id, name, points, max, atMaximum, because, evidence, cite } = finding;
      const own = declared.get(id);
      const source = criteria[i]?.source ?? null;
      return {
        ...{ id, name, atMaximum, because, cite: citeView(cite) },
        points: figure(id, points, max, points === null ? because : null),
        evidence: evidence.map(({ label, value }) => ({ label, value })),
        declarable: source === null || 'declared' in source,
        declared: own && own.points !== null ? { evidence: own.evidence, actor: own.actor, at: own.at } : null,
      };
    }),
  };
}
