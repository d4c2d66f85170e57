import { createHash } from 'node:crypto';
import { dateOf } from '#rules/calendar/date.ts';
import { addDossier } from '#rules/checks/sums/add-dossier.ts';
import { easyOrHard } from '#rules/checks/sums/easy-or-hard.ts';
import { emptyUnit } from '#rules/checks/sums/empty-unit.ts';
import { settleUnit } from '#rules/checks/sums/settle-unit.ts';
import type { UnitSums } from '#rules/checks/sums.ts';
import type { Dossier } from '#rules/dossier.ts';
import { addRecord, ownersOf } from '#rules/period-sums.ts';
import { type Points, scoreRecord, scoringContext } from '#rules/score-record.ts';
import { checkedDossier } from '../../close/checked-dossier.ts';
import type { CloseContext } from '../../close/context.ts';
import type { SunkDossier } from '../../close/count-sinks.ts';
import { emptyTally, officerIn, type PointsOf, type UnitGathered } from '../../close/unit-tally.ts';
import { type AnswerWay, drawAnswerHabits, drawAnswerWay, drawPresses } from '../../simulate/answer-ways.ts';
import { drawConfirmation, drawConfirming } from '../../simulate/confirmation.ts';
import type { Doings } from '../../simulate/planted.ts';
import type { SimulatedUnit } from '../../simulate/province.ts';
import { randomFrom, seedOf } from '../../simulate/random.ts';
import type { Simulation } from '../../simulate/simulate.ts';
import type { SimulatedRecord } from '../../simulate/simulate-record.ts';

interface Study {
  readonly seed: number;
  readonly doings: Doings;
  readonly context: Pick<CloseContext, 'period' | 'office' | 'choices' | 'on'>;
}

const hashOf = (code: string) => createHash('sha256').update(code).digest('hex').slice(0, 16);

/** As the server keeps it: the date first promised stays, one set anew stands beside it. */
function asKept({ dossier, changes: [moved] }: SimulatedRecord): Dossier {
  return moved ? { ...dossier, promised: moved.from, reappointed: [moved.to] } : dossier;
}

const given = (points: Points): PointsOf =>
  Object.fromEntries(Object.entries(points).filter(([, value]) => typeof value === 'number')) as PointsOf;

/** How the self-scores of one unit are confirmed, dossier by dossier. */
function confirming(seed: number, place: number, { officers }: SimulatedUnit, doings: Doings) {
  const random = randomFrom(seedOf(seed, 41, place));
  const habits = new Map(officers.map((officer) => [officer, drawConfirming(random)]));
  return ({ dossier, selfValues }: SimulatedRecord): SunkDossier['score'] => {
    const { code, officer, ready } = dossier;
    const habit = officer === null ? undefined : habits.get(officer);
    if (!selfValues || !habit || officer === null || ready === null) return undefined;
    const done = doings.of(officer);
    const honest = drawConfirmation(random, habit, ready);
    const { at, looked } = done?.manipulation.confirmed?.(honest, done.doing) ?? honest;
    const scoredAt = new Date(at).toISOString();
    return { dossier: code, revision: 1, id: code, officer, values: {}, bodyHash: '', scoredAt, named: false, looked };
  };
}

/** Counts by which way answers and presses of one unit came about. */
function answering(simulation: Simulation, seed: number, place: number, doings: Doings, { answers }: UnitSums) {
  const random = randomFrom(seedOf(seed, 42, place));
  const habits = drawAnswerHabits(random);
  const { procedures } = simulation.province;
  const sideOf = easyOrHard(new Map(procedures.map(({ procedure, limitDays }) => [procedure, limitDays])));
  const done = doings.of(null);

  function count(way: AnswerWay, day: string): void {
    answers.answers += 1;
    answers.linked += 1;
    if (way.unknown) answers.unknown += 1;
    if (way.proof !== 'paper') answers.days.set(day, (answers.days.get(day) ?? 0) + 1);
    if (way.proof !== 'officerLink') return;
    answers.officerLink += 1;
    answers.addressKnown += 1;
    if (way.quick) answers.quick += 1;
    if (way.sameAddress) answers.sameAddress += 1;
  }
  return {
    add({ dossier, response }: SimulatedRecord): void {
      const side = sideOf(dossier.procedure ?? '');
      if (side && dossier.ready !== null) answers[side].dossiers += 1;
      if (!response) return;
      const honest = drawAnswerWay(random, response.proof, habits);
      const way = done?.manipulation.answered
        ? done.manipulation.answered(honest, side === 'easy', done.doing)
        : honest;
      if (!way) return;
      count(way, response.day);
      if (side && way.proof !== 'open') answers[side].answers += 1;
    },
    end(dossiers: number): void {
      const own = done?.manipulation.aside ? { ...habits, presses: Math.max(habits.presses, 20) } : habits;
      const aside = done?.manipulation.aside?.(own.aside, done.doing) ?? own.aside;
      Object.assign(answers, drawPresses(random, own, dossiers, aside));
    },
  };
}

/** The sums of the dossiers and answers of one simulated unit, as a close would have them. */
export function unitSums(
  simulation: Simulation,
  unit: SimulatedUnit,
  { seed, doings, context }: Study,
): { readonly sums: UnitSums; readonly tally: UnitGathered } {
  const place = simulation.province.units.indexOf(unit);
  const scoring = scoringContext(context.period, context.office, context.choices, false);
  const sums = emptyUnit(unit.unit);
  const stored = { unit: unit.unit, name: unit.name, level: unit.level, parent: null, from: '2018-01-01', to: null };
  const gathered: UnitGathered = { unit: stored, tally: emptyTally(), officers: new Map() };
  const { tally, officers } = gathered;
  const confirmed = confirming(seed, place, unit, doings);
  const answered = answering(simulation, seed, place, doings, sums);
  for (const record of simulation.recordsOf(unit, doings)) {
    answered.add(record);
    const scored = scoreRecord({ ...record, dossier: asKept(record) }, scoring);
    if (!scored.counted.timeliness && !scored.counted.rest) continue;
    const owners = ownersOf(scored, context.choices);
    addRecord(scored, owners, { unit: tally.sums, officer: (code) => officerIn(officers, code) });
    tally.n.dossiers += 1;
    const points = { computed: given(scored.points.computed), self: given(scored.points.self) };
    // The list is read when the office opens, so the day on which a date was changed is known.
    const changes = record.changes.map((change) => ({ ...change, seenBefore: `${dateOf(change.at)}T07:30` as const }));
    const sunk = { scored, owners, ...points, score: confirmed(record), changes, course: undefined };
    const checked = checkedDossier(unit.unit, sunk, context);
    if (checked) addDossier(sums, checked, hashOf);
  }
  answered.end(tally.n.dossiers);
  settleUnit(sums);
  return { sums, tally: gathered };
}
