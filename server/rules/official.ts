import type { Index, Indices } from './aggregate.ts';
import type { Choices } from './choices.ts';
import { INDICATOR_IDS, type IndicatorId } from './finding.ts';

/** Where the official value of an indicator comes from; `unit` = facts of the unit itself. */
export type OfficialSource = 'citizen' | 'computed' | 'unit';

/** Sources of TT 01/2018/TT-VPCP Điều 14: survey for 1, 3, 4, 7 (1 by choice), system for 2, the unit's facts for 5, 6, 8, 9. */
export function officialSource(indicator: IndicatorId, choices: Choices): OfficialSource {
  if (indicator === 1) return choices['index1.source'] === 'survey' ? 'citizen' : 'computed';
  if (indicator === 2) return choices['index2.citizen'] === 'count' ? 'citizen' : 'computed';
  return indicator === 3 || indicator === 4 || indicator === 7 ? 'citizen' : 'unit';
}

/** The official indices: each taken whole from its one source. A missing one stays missing; no other series steps in for it. */
export function officialIndices(series: Readonly<Record<OfficialSource, Indices>>, choices: Choices): Indices {
  const pick = (id: IndicatorId): Index => series[officialSource(id, choices)][id];
  return Object.fromEntries(INDICATOR_IDS.map((id) => [id, pick(id)])) as Record<IndicatorId, Index>;
}
