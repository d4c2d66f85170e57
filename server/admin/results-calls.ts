import type { Compared } from '#wire/compared.ts';
import type { ContentsView } from '#wire/contents-view.ts';
import type { OfficerPage } from '#wire/officer-page.ts';
import type { ParCountsBody, ParCriteriaView, ParCriterionBody } from '#wire/par-criteria.ts';
import type { ProcedureList, ProcedurePage } from '#wire/procedure-page.ts';
import type { PortalCountsBody, Qd766View } from '#wire/qd766.ts';
import type { Ranking } from '#wire/ranking.ts';
import type { FindingsPage } from '#wire/results.ts';
import type { UnitPage } from '#wire/unit-page.ts';
import type { Call } from './api.ts';

/** Results of a closed period: ranking, units, officers, procedures. */
export function resultCalls(call: Call) {
  const at = encodeURIComponent;
  const of = (period: string, rest: string) => `/v1/periods/${at(period)}/${rest}`;
  const queryOf = (parts: Readonly<Record<string, string>>) =>
    new URLSearchParams(Object.entries(parts).filter(([, value]) => value !== '')).toString();
  return {
    ranking(period: string, filter: Readonly<Record<'level' | 'sector' | 'search', string>>, signal?: AbortSignal) {
      const query = queryOf(filter);
      return call<Ranking>('GET', of(period, `ranking${query && `?${query}`}`), undefined, signal);
    },
    unitPage: (period: string, unit: string, signal?: AbortSignal) =>
      call<UnitPage>('GET', of(period, `units/${at(unit)}`), undefined, signal),
    officerPage: (period: string, officer: string, signal?: AbortSignal) =>
      call<OfficerPage>('GET', of(period, `officers/${at(officer)}`), undefined, signal),
    compared: (query: Readonly<Record<'before' | 'after' | 'ruleset' | 'units', string>>, signal?: AbortSignal) =>
      call<Compared>('GET', `/v1/comparisons?${queryOf(query)}`, undefined, signal),
    findings(period: string, unit: string, series: 'computed' | 'self', indicator: number, after: string | null) {
      const query = queryOf({ series, indicator: String(indicator), after: after ?? '' });
      return call<FindingsPage>('GET', of(period, `units/${at(unit)}/findings?${query}`));
    },
    /** Where a browser fetches the file. @param query `series`, `indicator`; `officer` left out = of everybody. */
    findingsAddress: (period: string, unit: string, format: 'csv' | 'xlsx', query: Readonly<Record<string, string>>) =>
      of(period, `units/${at(unit)}/findings.${format}?${queryOf(query)}`),
    qd766: (period: string, unit: string, signal?: AbortSignal) =>
      call<Qd766View>('GET', of(period, `qd766${unit && `?${queryOf({ unit })}`}`), undefined, signal),
    putQd766: (period: string, counts: PortalCountsBody) => call<Qd766View>('PUT', of(period, 'qd766'), counts),
    contents: (period: string, unit: string, signal?: AbortSignal) =>
      call<ContentsView>('GET', of(period, `contents${unit && `?${queryOf({ unit })}`}`), undefined, signal),
    parCriteria: (year: string, signal?: AbortSignal) =>
      call<ParCriteriaView>('GET', `/v1/par-criteria${year && `?${queryOf({ year })}`}`, undefined, signal),
    putParCriteria: (list: unknown) => call<ParCriteriaView>('PUT', '/v1/par-criteria', list),
    putParCriterion: (criterion: ParCriterionBody) =>
      call<ParCriteriaView>('PUT', '/v1/par-criteria/criterion', criterion),
    putParCount: (count: ParCountsBody) => call<ParCriteriaView>('PUT', '/v1/par-criteria/counts', count),
    declarePar: (declared: { year: number; id: string; points: string | null; evidence: string }) =>
      call<ParCriteriaView>('PUT', '/v1/par-criteria/declared', declared),
    procedureList: (period: string, signal?: AbortSignal) =>
      call<ProcedureList>('GET', of(period, 'procedures'), undefined, signal),
    procedurePage: (period: string, procedure: string, signal?: AbortSignal) =>
      call<ProcedurePage>('GET', of(period, `procedures/${at(procedure)}`), undefined, signal),
  };
}
