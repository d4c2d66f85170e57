import { type Accumulator, accumulator, type Indices, indices } from './aggregate.ts';
import { officerOf } from './attribution.ts';
import type { Choices } from './choices.ts';
import type { IndicatorId } from './finding.ts';
import type { Rounding } from './points.ts';
import { TT01_2018 } from './rulesets/tt01-2018.ts';
import { counts, DOSSIER_SERIES, type DossierSeries, type Points, type ScoredRecord } from './score-record.ts';

/** The points of one unit, or of one officer, in each series. */
export type Sums = Readonly<Record<DossierSeries, Accumulator>>;

export interface OfficerSums {
  readonly sums: Sums;
  /** Dossiers of which at least one indicator is this officer's. */
  dossiers: number;
}

/** What dossiers and answers are added to. */
export interface PeriodSums {
  readonly unit: Sums;
  /** The sums of an officer, begun empty when first asked for. */
  readonly officer: (code: string) => OfficerSums;
}

/** Indicator → code of the officer whose result it is. */
export type Owners = Partial<Record<IndicatorId, string>>;

export const newSums = (): Sums => ({ citizen: accumulator(), computed: accumulator(), self: accumulator() });

/** Whose result each indicator is that counts of this dossier (choice `officer.attribution`). */
export function ownersOf({ record, judged, counted }: ScoredRecord, choices: Choices): Owners {
  const deadline = judged.standing.due?.at ?? null;
  const owners: Owners = {};
  for (const id of TT01_2018.perDossier) {
    // Where the dossier belongs to the period an answer about it counts whole; steps are asked of citizens by old forms alone.
    const answered = counted.rest && (id !== 2 || choices['index2.citizen'] === 'count');
    if (!answered && !counts(id, counted)) continue;
    const { officer } = officerOf(record.dossier, id, choices, judged.step, deadline);
    if (officer !== null) owners[id] = officer;
  }
  return owners;
}

/** Adds the points of one series; those left out change nothing. */
export function addPoints(series: DossierSeries, points: Points, owners: Owners, { unit, officer }: PeriodSums): void {
  for (const id of TT01_2018.perDossier) {
    const value = points[id];
    if (value === undefined || value === null) continue;
    unit[series].add(id, value);
    const owner = owners[id];
    if (owner !== undefined) officer(owner).sums[series].add(id, value);
  }
}

/** Adds what counts of one dossier to its unit and to the officers it is a result of. */
export function addRecord({ points, enters }: ScoredRecord, owners: Owners, sums: PeriodSums): void {
  const counted: string[] = [];
  for (const id of TT01_2018.perDossier) {
    const code = owners[id];
    if (code === undefined || counted.includes(code)) continue;
    counted.push(code);
    sums.officer(code).dossiers += 1;
  }
  for (const series of DOSSIER_SERIES) if (enters[series]) addPoints(series, points[series], owners, sums);
}

/** The indices of each series. */
export function seriesOf({ citizen, computed, self }: Sums, rounding: Rounding): Record<DossierSeries, Indices> {
  return {
    citizen: indices(citizen.aggregate(), rounding),
    computed: indices(computed.aggregate(), rounding),
    self: indices(self.aggregate(), rounding),
  };
}
