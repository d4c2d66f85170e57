import type { Acts } from '#rules/acts.ts';
import { dateOf } from '#rules/calendar/date.ts';
import { addWorkingTime, DEFAULT_OFFICE, workingMinutesBetween } from '#rules/calendar/working-time.ts';
import type { Dossier, Handler } from '#rules/dossier.ts';
import type { LocalTime } from '#rules/law.ts';
import { drawActs } from './draw-acts.ts';
import { drawReady, drawReturned } from './ending.ts';
import { type DateChange, drawLateness, type Lateness, PUNCTUAL } from './lateness.ts';
import { closingAfter } from './office-moment.ts';
import { drawPauses, movedDeadline } from './pauses.ts';
import type { SimulatedUnit } from './province.ts';
import { chance, oneOf, pick, type Random } from './random.ts';
import { drawSteps } from './steps.ts';

/** A dossier when all is over, and what only time brings to light; `seenAt` cuts it at a moment. */
export interface DossierLife {
  readonly dossier: Dossier;
  readonly received: LocalTime;
  readonly acts: Acts;
  readonly reappointed: Lateness['reappointed'];
  readonly moved: DateChange | null;
  /** When it ended without a result; `null` = it has one. */
  readonly givenUp: LocalTime | null;
}

/** What a dossier of `unit` needs of the rest of the province. */
export interface Neighbours {
  readonly units: readonly string[];
  /** Reception officers of other units, for dossiers filed at their counter. */
  readonly receptions: readonly string[];
}

function drawHandlers(
  random: Random,
  { officers, habits }: SimulatedUnit,
  received: LocalTime,
  ready: LocalTime,
): Handler[] {
  const handlers = [{ officer: oneOf(random, officers), from: received }];
  if (officers.length < 2 || !chance(random, habits.transfers)) return handlers;
  const minutes = workingMinutesBetween(received, ready, DEFAULT_OFFICE);
  const other = oneOf(
    random,
    officers.filter((officer) => officer !== handlers[0]?.officer),
  );
  handlers.push({ officer: other, from: addWorkingTime(received, Math.floor(minutes * random()), DEFAULT_OFFICE) });
  return handlers;
}

/**
 * The whole life of one dossier: the same facts a back office would hold, nothing of an applicant.
 * @param received in office hours. @param code its dossier code, made by the caller, who knows which codes are taken.
 */
export function dossierLife(
  random: Random,
  unit: SimulatedUnit,
  neighbours: Neighbours,
  received: LocalTime,
  code: string,
): DossierLife {
  const { habits, officers } = unit;
  const procedure = oneOf(random, unit.procedures);
  const { online, post } = habits;
  const channel = pick(random, { online, post, counter: Math.max(0, 100 - online - post) });
  const elsewhere = channel === 'counter' && neighbours.receptions.length > 0 && chance(random, habits.elsewhere);
  const promised = closingAfter(dateOf(received), procedure.limitDays);
  const begun: Dossier = {
    code,
    unit: unit.unit,
    procedure: procedure.procedure,
    officer: null,
    channel,
    state: 'processing',
    received,
    promised,
    reappointed: [],
    ready: null,
    returned: null,
    pauses: [],
    supplements: 0,
    limitDays: procedure.limitDays,
    receivedBy: elsewhere ? oneOf(random, neighbours.receptions) : (officers[0] ?? null),
  };
  const pauses = drawPauses(random, habits, begun, received);
  const deadline = movedDeadline({ ...begun, pauses });
  const start = pauses.at(-1)?.to ?? received;
  const ready = drawReady(random, habits, procedure.limitDays, start, deadline);
  const handlers = drawHandlers(random, unit, received, ready);
  const officer = handlers.at(-1)?.officer ?? '';
  const work = { unit: unit.unit, officer, start, deadline, ready };
  const steps = drawSteps(random, work, procedure.agencies, neighbours.units);
  const whole = { ...begun, officer, pauses, steps, ...(handlers.length > 1 && { handlers }) };

  if (chance(random, habits.withoutResult)) {
    const state = pick(random, { refused: 50, withdrawn: 35, stopped: 15 });
    const given = { ...whole, state } as const;
    const acts = drawActs(random, given, received, elsewhere, []);
    const refused = state === 'refused' ? { refused: ready } : {};
    return { dossier: given, received, acts: { ...acts, ...refused }, reappointed: [], moved: null, givenUp: ready };
  }
  const late = ready > deadline;
  const lateness = late ? drawLateness(random, habits, received, deadline, ready, pauses.length === 0) : PUNCTUAL;
  const dossier = { ...whole, ready, returned: drawReturned(random, channel, ready), state: 'returned' } as const;
  return {
    dossier,
    received,
    acts: drawActs(random, dossier, received, elsewhere, lateness.apologies),
    reappointed: lateness.reappointed,
    moved: lateness.moved,
    givenUp: null,
  };
}
