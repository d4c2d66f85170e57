import type { UnitFacts } from '#rules/facts.ts';
import { labelKey } from '#rules/labels.ts';
import { unitFacts as schema, type UnitFactsBody } from '#wire/unit-facts.ts';
import { bodyHash } from '../../body-hash.ts';
import type { Db } from '../../store/db.ts';
import { holdSettled } from '../../store/period-hold.ts';
import { periodsOf } from '../../store/periods.ts';
import { planUnitFacts } from '../../store/plan-unit-facts.ts';
import { putUnitFacts, unitFactsOrNull } from '../../store/unit-facts.ts';
import { changedUnits, unitThen } from '../../store/unit-spans.ts';
import { unitsOf } from '../../store/units.ts';
import type { ImportKindOf, Taking } from '../kind.ts';
import { planItems } from '../plan-items.ts';
import type { ReadRow } from '../read-row.ts';
import { unitFactsColumns } from './unit-facts-columns.ts';
import { unitFinder } from './unit-finder.ts';

const DISCLOSURE: ReadonlyMap<string, 'both' | 'one' | 'faulty'> = new Map(
  (
    [
      ['both', ['both', 'Đủ hai hình thức', 'Đầy đủ', 'Cả hai']],
      ['one', ['one', 'Một hình thức', 'Một trong hai']],
      ['faulty', ['faulty', 'Thiếu hoặc sai', 'Không đúng', 'Không đầy đủ']],
    ] as const
  ).flatMap(([value, words]) => words.map((word) => [labelKey(word), value] as const)),
);

/** The counts of one group; `undefined` when the row states none of them, so that what was not told stays unknown. */
function countsOf(
  row: ReadRow,
  group: string,
  fields: readonly string[],
): Record<string, number | undefined> | undefined {
  const counts = fields.map((field) => [field, row.count(`facts.${group}.${field}`) ?? undefined] as const);
  return counts.some(([, n]) => n !== undefined) ? Object.fromEntries(counts) : undefined;
}

const keyOf = ({ period, unit }: UnitFactsBody) => `${period}/${unit}`;
const placeOf = (key: string) => {
  const cut = key.indexOf('/');
  return { period: key.slice(0, cut), unit: key.slice(cut + 1) };
};

async function open({ db, tenant, options, actor, mayTouch }: Taking) {
  const units = await unitsOf(db, tenant);
  const changed = await changedUnits(db, tenant);
  const periods = new Map((await periodsOf(db, tenant)).map((each) => [each.period, each]));
  const levelIn = (code: string | null | undefined, id: string | null | undefined) => {
    const [unit, period] = [units.find((each) => each.unit === code), periods.get(id ?? '')];
    return unit && period ? unitThen(unit, changed, period).level : unit?.level;
  };
  const unitOf = unitFinder(units, options.unit);
  function toItem(row: ReadRow): unknown {
    const unit = unitOf(row);
    const period = row.text('period') ?? options.period;
    const oneStop = countsOf(row, 'oneStop', ['listed', 'receivedAndReturned', 'wholeCycle']);
    const groups = {
      // The level is the unit's own in the period.
      oneStop: oneStop && { ...oneStop, level: levelIn(unit, period) },
      disclosure: row.word(
        'facts.disclosure',
        DISCLOSURE,
        'Ghi «đủ hai hình thức», «một hình thức» hoặc «thiếu hoặc sai».',
      ),
      petitions: countsOf(row, 'petitions', ['received', 'onTime', 'prolonged']),
      online: countsOf(row, 'online', [
        'eligibleProcedures',
        'onlineProcedures',
        'dossiers',
        'onlineDossiers',
        'abandonedOrOverdue',
        'wholeProcedures',
        'wholeDossiers',
      ]),
    };
    const told = Object.entries(groups).filter(([, value]) => value !== undefined && value !== null);
    return { unit, period, facts: Object.fromEntries(told) };
  }
  return {
    toItem,
    async plan(items: readonly UnitFactsBody[], at: Date) {
      return planItems(items, 'unit-facts.put', async (item) => {
        const { before, statements } = await planUnitFacts(db, tenant, item, { actor, mayTouch }, false, at);
        if (before && bodyHash(before) === bodyHash(item.facts))
          return { outcome: 'repeated', before: null, after: null, statements: [] };
        return { outcome: before ? 'updated' : 'created', before, after: item.facts, statements };
      });
    },
  };
}

async function current(db: Db, tenant: string, keys: readonly string[]): Promise<Map<string, unknown>> {
  const now = new Map<string, unknown>();
  for (const key of keys) {
    const { period, unit } = placeOf(key);
    const facts = await unitFactsOrNull(db, tenant, period, unit);
    if (facts) now.set(key, facts);
  }
  return now;
}

/** Facts of a sealed period were published as they are; they are corrected, not taken back. */
async function held(db: Db, tenant: string, keys: readonly string[]): Promise<Map<string, string>> {
  const sealed = new Set((await periodsOf(db, tenant)).filter((p) => p.state === 'sealed').map((p) => p.period));
  const kept = keys.filter((key) => sealed.has(placeOf(key).period));
  return new Map(
    kept.map((key) => [key, `Kỳ ${placeOf(key).period} đã khóa sổ. Đính chính ở màn hình Số liệu đơn vị.`]),
  );
}

/** What units declare for a period (indicators 5, 6, 8, 9). */
export const unitFacts: ImportKindOf<UnitFactsBody> = {
  kind: 'unit-facts',
  title: 'Số liệu đơn vị',
  who: ['province-admin', 'unit-admin'],
  columns: unitFactsColumns,
  schema,
  keyOf,
  open,
  undo: {
    current,
    held,
    back(tenant, key, before, actor, at) {
      const { period, unit } = placeOf(key);
      if (before !== null) return putUnitFacts(tenant, period, unit, before as UnitFacts, actor, at);
      return ['unit_facts', 'unit_facts_revisions'].map((table) => ({
        sql: `delete from ${table} where tenant = ? and period = ? and unit = ?`,
        params: [tenant, period, unit],
      }));
    },
    guard: async (_, tenant, at) => holdSettled(tenant, at),
  },
};
