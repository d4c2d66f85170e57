import { lastDay, type Period } from '#rules/period.ts';
import { type UnitSpan, unitsOn, unitTree } from '#rules/units/unit-tree.ts';
import { drawCourse } from '../simulate/course.ts';
import { PROVINCE, type SimulatedUnit } from '../simulate/province.ts';
import type { Simulation, SimulationPlan } from '../simulate/simulate.ts';
import type { SimulatedRecord } from '../simulate/simulate-record.ts';

/** One line: what it is, that it is invented, and a body as the server takes it; what the server is not told stands beside it. */
export interface SimulatedRow {
  readonly kind:
    | 'province'
    | 'procedure'
    | 'unit'
    | 'officer'
    | 'dossier'
    | 'selfScore'
    | 'response'
    | 'petition'
    | 'unitFacts';
  readonly invented: true;
  readonly body: object;
  readonly [beside: string]: unknown;
}

const row = (kind: SimulatedRow['kind'], body: object, beside: object = {}): SimulatedRow => ({
  kind,
  invented: true,
  body,
  ...beside,
});

function unitRow({ unit, name, level, parent, from, to, successors }: UnitSpan, { from: on }: Period): SimulatedRow {
  const current = parent.findLast((each) => each.from <= on) ?? parent[0];
  return row('unit', { unit, name, parent: current?.value ?? null, level, from, to }, { parents: parent, successors });
}

function* recordRows({ dossier, acts, changes, ...record }: SimulatedRecord): Iterable<SimulatedRow> {
  const { verifiedPetition, fault, selfValues, response } = record;
  const course = drawCourse(dossier);
  yield row('dossier', { ...dossier, ...(course && { course }) }, { acts, changes, verifiedPetition, fault });
  if (selfValues) yield row('selfScore', { dossier: dossier.code, values: selfValues }, { officer: dossier.officer });
  if (!response) return;
  const { day, proof, ...answered } = response;
  const { unit, procedure } = dossier;
  yield row('response', { unit, procedure, ...answered }, { dossier: dossier.code, day, proof });
}

function* unitRows(simulation: Simulation, unit: SimulatedUnit, period: Period): Iterable<SimulatedRow> {
  for (const officer of unit.officers) yield row('officer', { officer, unit: unit.unit, label: `Cán bộ ${officer}` });
  const counted = { dossiers: 0, online: 0 };
  for (const record of simulation.recordsOf(unit)) {
    counted.dossiers += 1;
    if (record.dossier.channel === 'online') counted.online += 1;
    yield* recordRows(record);
  }
  for (const petition of simulation.petitionsOf(unit)) yield row('petition', petition);
  yield row('unitFacts', { unit: unit.unit, period: period.id, facts: simulation.factsOf(unit, counted) });
}

/** Every row of the province, one by one: the province, its procedures, its units with their history, then unit by unit. */
export function* simulatedRows(simulation: Simulation, { seed, period }: SimulationPlan): Iterable<SimulatedRow> {
  const { province } = simulation;
  yield row('province', PROVINCE, {
    seed,
    period,
    note: 'Dữ liệu giả định: tỉnh, đơn vị, cán bộ và hồ sơ không có thật.',
  });
  for (const { procedure, name, sector, limitDays } of province.procedures)
    yield row('procedure', { procedure, name, sector, limitDays });
  const tree = unitTree(province.spans);
  const shown = new Set([...unitsOn(tree, period.from), ...unitsOn(tree, lastDay(period))]);
  for (const span of shown) yield unitRow(span, period);
  for (const unit of province.units) yield* unitRows(simulation, unit, period);
}
