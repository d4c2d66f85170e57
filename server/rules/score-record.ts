import { dateOf } from './calendar/date.ts';
import type { Office } from './calendar/working-time.ts';
import type { Choices } from './choices.ts';
import { clockStart, onClock } from './clock-start.ts';
import { type Counted, countsIn } from './counts-in.ts';
import type { Dossier } from './dossier.ts';
import { dossierFacts, type Judged, judge } from './dossier-facts.ts';
import type { DossierRecord } from './dossier-record.ts';
import { deadlineOf } from './due.ts';
import type { DossierFacts } from './facts.ts';
import { type Evidence, type Finding, INDICATOR_IDS, type IndicatorId } from './finding.ts';
import { known } from './known.ts';
import { citationText, type IsoDate, type LocalTime } from './law.ts';
import { indicatorsFrom } from './official.ts';
import { lastDay, type Period } from './period.ts';
import type { Tenths } from './points.ts';
import { countsOfficially } from './proof.ts';
import { timingEvidence } from './punctuality.ts';
import { TT01_2018 } from './rulesets/tt01-2018.ts';
import type { Beside } from './score-dossier-tt01.ts';
import { dossierPoints, givenFindings, scoreDossier, stepsOn } from './score-tt01.ts';
import type { Steps } from './scored.ts';
import { stepEvidence } from './step-evidence.ts';

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
  /** What the system knows, as the computed series is scored from it. */
  readonly facts: DossierFacts;
  readonly points: Readonly<Record<DossierSeries, Points>>;
  /** Whether the points of a series enter its sums: an answer without proof does not, nor a dossier that is not complete. */
  readonly enters: Readonly<Record<DossierSeries, boolean>>;
  readonly context: ScoringContext;
}

const NONE: Points = {};

/** Whether an indicator is of a part that counts. */
export const counts = (id: IndicatorId, { timeliness, rest }: Counted) => (id === 1 || id === 2 ? timeliness : rest);

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

/** The day a dossier was filed, which picks the decree its clock starts by; `null` = not known. */
function filedOn({ dossier, acts }: DossierRecord): IsoDate | null {
  const at = dossier.received ?? acts?.submitted;
  return at ? dateOf(at) : null;
}

/**
 * The dossier as its time is counted: a legal limit runs from its clock's start (`clockStart`), a promise from where it was printed.
 * Everything else, also the period it was received in, is read from the dossier itself.
 */
function onItsClock(record: DossierRecord, { compareWith }: Choices): Dossier {
  const { dossier, acts } = record;
  const on = filedOn(record);
  if (compareWith === 'promised' || !acts || !on) return dossier;
  return known(() => onClock(dossier, acts, on)) ?? dossier;
}

/** Why the limit does not run from receipt, where it does not. */
function clockEvidence(record: DossierRecord, { compareWith }: Choices): Evidence[] {
  const { dossier, acts } = record;
  const on = filedOn(record);
  const start = compareWith === 'legal' && acts && on ? known(() => clockStart(dossier, acts, on)) : null;
  if (!start || start.at === dossier.received) return [];
  return [{ label: 'Bắt đầu tính thời hạn', value: `${start.because} Căn cứ ${citationText(start.cite)}.` }];
}

type Citizen = NonNullable<DossierRecord['citizen']>;

const ALONE: Beside = {};

function besideOf({ legacy }: Citizen, computed: DossierFacts | undefined): Beside {
  if (!computed) return legacy ? { legacy } : ALONE;
  return legacy ? { computed, legacy } : { computed };
}

function allFindings(
  { record, judged: { standing, step }, facts, context: { on, now, choices } }: ScoredRecord,
  series: DossierSeries,
): Finding[] {
  const { dossier, citizen, self } = record;
  if (series === 'citizen')
    return citizen ? scoreDossier(citizen.facts, series, choices, on, besideOf(citizen, facts)) : [];
  if (series === 'self') return self ? givenFindings(self, 'Điểm cán bộ tự chấm.', 'Cán bộ để trống.', on) : [];
  return scoreDossier(facts, series, choices, on, {
    timing: [...clockEvidence(record, choices), ...timingEvidence(dossier, standing, now, choices)],
    steps: stepEvidence(dossier, step, choices),
  });
}

/** What is known of the dossier an answer is about, where a part of that dossier counts in the period. */
export interface JoinedDossier {
  readonly counted: Counted;
  readonly facts: DossierFacts;
}

/** One citizen's answer scored for a period. */
export interface ScoredAnswer {
  readonly points: Points;
  /** Whether its points enter the sums: one without proof does not, nor one that is not complete. */
  readonly enters: boolean;
}

const WHOLE: Counted = { timeliness: true, rest: true };
const NOTHING: Counted = { timeliness: false, rest: false };

/** An answer counts whole in the period its dossier belongs to: what a citizen says of the time is lost in no period. */
const ofAnswer = ({ rest }: Counted): Counted => (rest ? WHOLE : NOTHING);

/**
 * Scores one answer. Own reading of TT 01/2018/TT-VPCP Điều 15, which does not say to which period an answer belongs: it counts whole
 * where its dossier belongs (`countsIn`, `rest`), also where the system counted the lateness of that dossier in an earlier period.
 * @param joined `null` = the answer can be joined to no dossier of the period: it counts whole in the period it was given in.
 */
export function scoreAnswer(citizen: Citizen, joined: JoinedDossier | null, context: ScoringContext): ScoredAnswer {
  const beside = besideOf(citizen, joined?.facts);
  const points = pointsIn('citizen', citizen.facts, beside, joined ? ofAnswer(joined.counted) : WHOLE, context);
  const enters = countsOfficially(citizen.proof, context.choices) && isComplete(points, context.needed.citizen);
  return { points, enters };
}

/** Scores one dossier in its three series. What counts in no part of the period has no points in any. */
export function scoreRecord(record: DossierRecord, context: ScoringContext): ScoredRecord {
  const { period, now, office, choices, noPetition, needed } = context;
  const { dossier, citizen, self } = record;
  const clocked = onItsClock(record, choices);
  const judged = judge(clocked, now, office, choices);
  const { due, fault } = judged.standing;
  const deadline = fault ? known(() => deadlineOf(clocked, office, choices)) : due;
  const counted = countsIn(dossier, period, office, choices, deadline);
  const petition = record.verifiedPetition === undefined && noPetition ? false : record.verifiedPetition;
  const facts = dossierFacts(dossier, now, office, choices, petition, judged);
  const answer = citizen ? scoreAnswer(citizen, { counted, facts }, context) : null;
  const points = {
    citizen: answer?.points ?? NONE,
    computed: pointsIn('computed', facts, ALONE, counted, context),
    self: givenIn(self, counted),
  };
  return {
    record,
    counted,
    judged,
    facts,
    points,
    enters: {
      citizen: answer?.enters ?? false,
      computed: isComplete(points.computed, needed.computed),
      self: isComplete(points.self, needed.self),
    },
    context,
  };
}

/** The points of one series with their articles, reasons and evidence; built when asked for, sentences cost more than points. */
export function findingsOf(scored: ScoredRecord, series: DossierSeries): Finding[] {
  const counted = series === 'citizen' ? ofAnswer(scored.counted) : scored.counted;
  return allFindings(scored, series).filter(({ indicator }) => counts(indicator, counted));
}
