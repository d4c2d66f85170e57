import { dateOf } from '#rules/calendar/date.ts';
import { DEFAULT_OFFICE } from '#rules/calendar/working-time.ts';
import { DEFAULT_CHOICES } from '#rules/choices.ts';
import type { Dossier } from '#rules/dossier.ts';
import { dossierFacts } from '#rules/dossier-facts.ts';
import type { DossierRecord } from '#rules/dossier-record.ts';
import type { IndicatorId } from '#rules/finding.ts';
import { known } from '#rules/known.ts';
import type { IsoDate, LocalTime } from '#rules/law.ts';
import { scoreDossier } from '#rules/score-tt01.ts';
import { answersToFacts } from '#rules/surveys/answers-to-facts.ts';
import { findSurvey } from '#rules/surveys/index.ts';
import type { DossierLife } from './dossier-life.ts';
import type { DateChange } from './lateness.ts';
import type { Doings } from './planted.ts';
import type { SimulatedUnit } from './province.ts';
import { chance, type Random } from './random.ts';
import { type SimulatedResponse, simulateResponse } from './response.ts';
import { seenAt } from './seen-at.ts';
import { type SelfValues, simulateSelfValues } from './self-values.ts';

/** What was made wrong on purpose: `codeDay` the code names another day than receipt · `noPromise` the promised date is missing. */
export type Fault = 'codeDay' | 'noPromise';

/** A dossier from every side, and the rows its sides were read from. */
export interface SimulatedRecord extends DossierRecord {
  readonly changes: readonly DateChange[];
  readonly response: SimulatedResponse | null;
  readonly selfValues: SelfValues | null;
  readonly fault: Fault | null;
}

/** Reads an answer the way a period's scoring does. */
function citizenOf({ survey, version, answers, proof }: SimulatedResponse): DossierRecord['citizen'] & object {
  const asked = findSurvey(survey, version);
  if (!asked) throw new Error(`no survey ${survey}, version ${version}`);
  return { ...answersToFacts(asked, answers), proof };
}

/** What an officer of `unit` confirms of a finished dossier, `null` when the scoring is not in force on `on`. */
export function selfScored(
  random: Random,
  unit: Pick<SimulatedUnit, 'inflating'>,
  dossier: Dossier,
  now: LocalTime,
  on: IsoDate,
  verifiedPetition?: boolean,
  doings?: Doings,
): SelfValues | null {
  const facts = dossierFacts(dossier, now, DEFAULT_OFFICE, DEFAULT_CHOICES, verifiedPetition);
  const computed = known(() => scoreDossier(facts, 'computed', DEFAULT_CHOICES, on));
  const inflates = dossier.officer !== null && unit.inflating.includes(dossier.officer);
  const values = computed && simulateSelfValues(random, computed, inflates);
  const done = doings?.of(dossier.officer);
  return values && done?.manipulation.scored ? done.manipulation.scored(values, done.doing) : values;
}

function pointsOf(values: SelfValues): DossierRecord['self'] & object {
  const entries = Object.entries(values).map(([indicator, { points }]) => [Number(indicator) as IndicatorId, points]);
  return Object.fromEntries(entries);
}

/** One dossier of `unit` from every side as it stood at `now`; `null` when it had not come yet. */
export function simulateRecord(
  random: Random,
  unit: SimulatedUnit,
  life: DossierLife,
  now: LocalTime,
  fault: Fault | null,
  doings?: Doings,
): SimulatedRecord | null {
  const seen = seenAt(life, now);
  if (!seen) return null;
  const { habits } = unit;
  const { acts, changes } = seen;
  const verifiedPetition = seen.dossier.ready !== null && chance(random, habits.petitions);
  const experience = { dossier: seen.dossier, polite: habits.polite, harassed: verifiedPetition };
  const answered = simulateResponse(random, experience, habits);
  const response = answered && answered.day <= dateOf(now) ? answered : null;
  const dossier = fault === 'noPromise' ? { ...seen.dossier, promised: null } : seen.dossier;
  const scores = dossier.ready !== null && chance(random, habits.selfScored);
  const selfValues = scores ? selfScored(random, unit, dossier, now, dateOf(now), verifiedPetition, doings) : null;
  return {
    dossier,
    verifiedPetition,
    ...(response && { citizen: citizenOf(response) }),
    ...(selfValues && { self: pointsOf(selfValues) }),
    acts,
    changes,
    response,
    selfValues,
    fault,
  };
}
