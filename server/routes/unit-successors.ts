import type { IsoDate } from '#rules/law.ts';
import { outcomes } from '#wire/problem.ts';
import {
  type EndedUnits,
  endedUnits as endedUnitsBody,
  type UnitSuccessors,
  unitSuccessors,
} from '#wire/unit-successors.ts';
import { treeFault } from '../figures/province-tree.ts';
import { actorOf } from '../principal.ts';
import { Refusal } from '../refusal.ts';
import { requireUser } from '../require-user.ts';
import { changedUnits } from '../store/unit-spans.ts';
import { endedUnits, putSuccessors } from '../store/unit-successors.ts';
import { type StoredUnit, unitsOf } from '../store/units.ts';
import { putBatch } from './put-batch.ts';
import { readBatch } from './read-batch.ts';
import { READERS, type Route } from './route.ts';

const wrong = (path: string, message: string) =>
  new Refusal(422, 'unit.successors', `Chưa ghi được: ${message}. Sửa lại đơn vị kế tục.`, {
    issues: [{ path, message }],
  });

/** The unit that ended, and every one that takes over is there on that day. @throws Refusal 422 `unit.successors`. */
function endedUnit(units: readonly StoredUnit[], { unit, successors }: UnitSuccessors): StoredUnit & { to: IsoDate } {
  const found = units.find((each) => each.unit === unit);
  if (!found) throw wrong('unit', `không có đơn vị ${unit}`);
  const { to } = found;
  if (to === null) throw wrong('unit', `${unit} chưa thôi hoạt động nên chưa có đơn vị kế tục`);
  successors.forEach((heir, i) => {
    const next = units.find((each) => each.unit === heir.unit);
    if (!next || next.from > to || (next.to !== null && next.to <= to))
      throw wrong(`successors.${i}.unit`, `không có đơn vị ${heir.unit} vào ngày ${unit} thôi hoạt động`);
  });
  return { ...found, to };
}

export const unitSuccessorRoutes: readonly Route[] = [
  {
    method: 'GET',
    path: '/v1/unit-successors',
    who: READERS,
    scope: 'tenant',
    summary: 'Units that ended, each with who continues its work.',
    answer: endedUnitsBody,
    async handle(c, { db }, principal) {
      const { tenant } = requireUser(principal);
      const body: EndedUnits = { units: await endedUnits(db, tenant) };
      return c.json(body, 200, { 'cache-control': 'private, no-store' });
    },
  },
  {
    method: 'POST',
    path: '/v1/unit-successors',
    who: ['province-admin'],
    scope: 'tenant',
    summary: 'Who took over the work of units that ended; each list replaces what is on record. An outcome per item.',
    body: unitSuccessors.array(),
    example: [{ unit: 'phuong-cu', successors: [{ unit: 'so-xay-dung', share: null }] }],
    answer: outcomes,
    async handle(c, { db, now }, principal) {
      const { tenant } = requireUser(principal);
      const outcomes = await putBatch(
        db,
        tenant,
        now(),
        await readBatch(c, unitSuccessors, 'unit'),
        (item) => item.unit,
        async () => {
          const units = await unitsOf(db, tenant);
          const heirs = new Map<string, readonly string[]>(
            (await endedUnits(db, tenant)).map((each) => [each.unit, each.successors.map(({ unit }) => unit)]),
          );
          const changed = await changedUnits(db, tenant);
          const faulty = treeFault(units, changed, heirs) !== null;
          return async (item) => {
            const ended = endedUnit(units, item);
            const after = new Map(heirs).set(
              item.unit,
              item.successors.map(({ unit }) => unit),
            );
            // What contradicted itself before is not this item's to set right.
            const fault = faulty ? null : treeFault(units, changed, after);
            if (fault) throw wrong('successors', fault.replace(/\.$/, ''));
            heirs.set(item.unit, after.get(item.unit) ?? []);
            return { outcome: 'updated', statements: putSuccessors(tenant, ended, item.successors), logged: item };
          };
        },
        { actor: actorOf(principal), action: 'unit-successors.put', subject: 'unit-successors' },
      );
      return c.json({ outcomes });
    },
  },
];
