import type { Office } from './calendar/working-time.ts';
import type { Choices } from './choices.ts';
import { type Counted, countsIn } from './counts-in.ts';
import { dossierFacts, type Judged, judge } from './dossier-facts.ts';
import type { DossierRecord } from './dossier-record.ts';
import type { DossierFacts } from './facts.ts';
import { type Finding, INDICATOR_IDS, type IndicatorId } from './finding.ts';
import type { IsoDate, LocalTime } from './law.ts';
import { indicatorsFrom } from './official.ts';
import { lastDay, type Period } from './period.ts';
import type { Tenths } from './points.ts';
import { countsOfficially } from './proof.ts';
import { punctuality } from './punctuality.ts';
import { TT01_2018 } from './rulesets/tt01-2018.ts';
import type { Beside } from './score-dossier-tt01.ts';
import { dossierPoints, givenFindings, scoreDossier, stepsOn } from './score-tt01.ts';
import type { Steps } from './scored.ts';

/** The series a dossier feeds. */
export type DossierSeries = 'citizen' | 'computed' | 'self';
export const DOSSIER_SERIES: readonly DossierSeries[] = ['citizen', 'computed', 'self'];

/** By indicator; `null` = left out for its reason, absent = this series says nothing here, or it counts in another period. */
export type Points = Partial<Record<IndicatorId, Tenths | null>>;

/** What every dossier of a unit and period is scored with; looked up once. */
export interface ScoringContext {
  readonly period: Period;
  /** The day whose dated rules judge: the last of the period, or the last on which its ruleset held. */
  readonly on: IsoDate;
  /** The moment the period is over, 00:00 after its last day: what is due on that day is late only then. */
  readonly now: LocalTime;
  readonly office: Office;
  readonly choices: Choices;
  readonly steps: Steps;
  /** The unit received no petition at all, so none on any dossier. */
  readonly noPetition: boolean;
  /** Indicators a dossier must have in a series to count there (choice `denominator`); empty = each counts by itself. */
  readonly needed: Readonly<Record<DossierSeries, readonly IndicatorId[]>>;
}

export function scoringContext(
  period: Period,
  office: Office,
  choices: Choices,
  noPetition: boolean,
  on = lastDay(period),
): ScoringContext {
  const complete = choices.denominator === 'complete';
  const of = (source: 'citizen' | 'computed') => (complete ? indicatorsFrom(source, choices) : []);
  // An officer scores what his own total is made of.
  const needed = { citizen: of('citizen'), computed: of('computed'), self: complete ? TT01_2018.officerTotal : [] };
  return { period, on, now: `${period.to}T00:00`, office, choices, steps: stepsOn(on).value, noPetition, needed };
}

/** One dossier scored for a period. */
export interface ScoredRecord {
  readonly record: DossierRecord;
  readonly counted: Counted;
  readonly judged: Judged;
  readonly points: Readonly<Record<DossierSeries, Points>>;
  /** Whether the points of a series enter its sums: an answer without proof does not, nor a dossier that is not complete. */
  readonly enters: Readonly<Record<DossierSeries, boolean>>;
  /** The same points with their articles, reasons and evidence; built anew each time, for sentences cost more than points. */
  readonly findings: (series: DossierSeries) => Finding[];
}

const NONE: Points = {};

const counts = (id: IndicatorId, { timeliness, rest }: Counted) => (id === 1 || id === 2 ? timeliness : rest);

function pointsIn(
  series: 'citizen' | 'computed',
  facts: DossierFacts,
  beside: Beside,
  counted: Counted,
  { choices, steps }: ScoringContext,
): Points {
  const context = { facts, series, choices, beside };
  const points: Points = {};
  for (const id of TT01_2018.perDossier) if (counts(id, counted)) points[id] = dossierPoints(id, context, steps);
  return points;
}

function givenIn(given: DossierRecord['self'], counted: Counted): Points {
  if (!given) return NONE;
  const points: Points = {};
  for (const id of INDICATOR_IDS) if (given[id] !== undefined && counts(id, counted)) points[id] = given[id];
  return points;
}

const isComplete = (points: Points, needed: readonly IndicatorId[]) =>
  needed.every((id) => points[id] !== undefined && points[id] !== null);

function findingsIn(
  series: DossierSeries,
  { dossier, citizen, self }: DossierRecord,
  facts: DossierFacts,
  beside: Beside,
  { on, now, office, choices }: ScoringContext,
): Finding[] {
  if (series === 'citizen') return citizen ? scoreDossier(citizen.facts, series, choices, on, beside) : [];
  if (series === 'self') return self ? givenFindings(self, 'Điểm cán bộ tự chấm.', 'Cán bộ để trống.', on) : [];
  return scoreDossier(facts, series, choices, on, { timing: punctuality(dossier, now, office, choices).evidence });
}

/** Scores one dossier in its three series. What counts in no part of the period has no points in any. */
export function scoreRecord(record: DossierRecord, context: ScoringContext): ScoredRecord {
  const { period, now, office, choices, noPetition, needed } = context;
  const { dossier, citizen, self } = record;
  const judged = judge(dossier, now, office, choices);
  const { due, fault } = judged.standing;
  const counted = countsIn(dossier, period, office, choices, fault ? undefined : due);
  const petition = record.verifiedPetition ?? (noPetition ? false : undefined);
  const facts = dossierFacts(dossier, now, office, choices, petition, judged);
  const beside: Beside = citizen?.legacy ? { computed: facts, legacy: citizen.legacy } : { computed: facts };
  const none = !counted.timeliness && !counted.rest;
  const points = {
    citizen: none || !citizen ? NONE : pointsIn('citizen', citizen.facts, beside, counted, context),
    computed: none ? NONE : pointsIn('computed', facts, {}, counted, context),
    self: givenIn(self, counted),
  };
  return {
    record,
    counted,
    judged,
    points,
    enters: {
      citizen: !!citizen && countsOfficially(citizen.proof, choices) && isComplete(points.citizen, needed.citizen),
      computed: isComplete(points.computed, needed.computed),
      self: isComplete(points.self, needed.self),
    },
    findings: (series) =>
      findingsIn(series, record, facts, beside, context).filter(({ indicator }) => counts(indicator, counted)),
  };
}
