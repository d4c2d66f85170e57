import { forEachIndicator, type Index, type Indices } from './aggregate.ts';
import type { Choices } from './choices.ts';
import { INDICATOR_IDS, type IndicatorId } from './finding.ts';
import type { Tenths } from './points.ts';

/** Where the official value of an indicator comes from; `unit` = facts of the unit itself. */
export type OfficialSource = 'citizen' | 'computed' | 'unit';

/** Points an appraisal gave the unit, tenths; an indicator that is absent was not appraised. */
export type Appraised = Partial<Readonly<Record<IndicatorId, Tenths>>>;

/**
 * Sources of TT 01/2018/TT-VPCP Điều 14: survey for 1, 3, 4, 7 (1 by choice), system for 2, the unit's facts for 5, 6, 8, 9 (6 by
 * choice, for the circular lists it for dossiers too).
 */
export function officialSource(indicator: IndicatorId, choices: Choices): OfficialSource {
  if (indicator === 1) return choices['index1.source'] === 'survey' ? 'citizen' : 'computed';
  if (indicator === 2) return choices['index2.citizen'] === 'count' ? 'citizen' : 'computed';
  if (indicator === 6) return choices['index6.source'] === 'dossiers' ? 'citizen' : 'unit';
  return indicator === 3 || indicator === 4 || indicator === 7 ? 'citizen' : 'unit';
}

/** The indicators whose official value comes from `source`, in their order. */
export function indicatorsFrom(source: OfficialSource, choices: Choices): IndicatorId[] {
  return INDICATOR_IDS.filter((id) => officialSource(id, choices) === source);
}

/**
 * Whether an appraisal takes the place of the unit's own value (choice `appraised`). What a unit declares of itself is 5 and 6; 8 and
 * 9 are counted by systems.
 */
export function appraisalReplaces(indicator: IndicatorId, choices: Choices): boolean {
  if (choices.appraised === 'every') return true;
  return (indicator === 5 || indicator === 6) && officialSource(indicator, choices) === 'unit';
}

/** The official indices: each taken whole from its one source. A missing one stays missing; no other series steps in for it. */
export function officialIndices(
  series: Readonly<Record<OfficialSource, Indices>>,
  choices: Choices,
  appraised: Appraised = {},
): Indices {
  return forEachIndicator((id): Index => {
    const points = appraised[id];
    if (points !== undefined && appraisalReplaces(id, choices)) return { sum: points, n: 1, value: points };
    return series[officialSource(id, choices)][id];
  });
}
