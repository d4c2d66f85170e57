import type { IsoDate } from '#rules/law.ts';
import { judgedDay, type SpanStart, spanAt } from '#rules/units/unit-life.ts';
import type { Db, Statement } from './db.ts';
import { type StoredUnit, unitsOf } from './units.ts';

/** The units that changed, each with its spans by day; a unit that is not among them has one span, itself. */
export async function changedUnits(db: Db, tenant: string): Promise<Map<string, SpanStart[]>> {
  const rows = await db.all<SpanStart & { unit: string }>(
    'select unit, from_day as "from", name, parent, level from unit_spans where tenant = ? order by unit, from_day',
    [tenant],
  );
  const changed = new Map<string, SpanStart[]>();
  for (const { unit, ...span } of rows) {
    const known = changed.get(unit);
    if (known) known.push(span);
    else changed.set(unit, [span]);
  }
  return changed;
}

/** Every span of `unit` by day: those on record, the first one from the unit's own first day, or the unit as its only one. */
export function spansOf(unit: StoredUnit, changed: ReadonlyMap<string, readonly SpanStart[]>): readonly SpanStart[] {
  const { from, name, level, parent } = unit;
  const [first, ...rest] = changed.get(unit.unit) ?? [{ from, name, level, parent }];
  return first ? [{ ...first, from }, ...rest] : [];
}

/** `unit` with the name, level and parent it has on the day it is judged by in `period` (`judgedDay`); its own days stay. */
export function unitThen(
  unit: StoredUnit,
  changed: ReadonlyMap<string, readonly SpanStart[]>,
  period: { readonly from: IsoDate; readonly to: IsoDate },
): StoredUnit {
  const span = spanAt(spansOf(unit, changed), judgedDay(unit, period));
  return span ? { ...unit, name: span.name, level: span.level, parent: span.parent } : unit;
}

/**
 * The units that exist on some day of the period, by code, each as it is judged in it.
 * @param scope whoever reads sees the units that are below `scope` today; `null` = the whole province.
 */
export async function unitsIn(
  db: Db,
  tenant: string,
  period: { readonly from: IsoDate; readonly to: IsoDate },
  scope: string | null = null,
): Promise<StoredUnit[]> {
  const changed = await changedUnits(db, tenant);
  return (await unitsOf(db, tenant, scope))
    .filter(({ from, to }) => from < period.to && (to === null || to > period.from))
    .map((unit) => unitThen(unit, changed, period));
}

/** Names of all units, those that were there or not, as they are in `period`. */
export async function unitNames(
  db: Db,
  tenant: string,
  period: { readonly from: IsoDate; readonly to: IsoDate },
): Promise<Map<string, string>> {
  const changed = await changedUnits(db, tenant);
  return new Map((await unitsOf(db, tenant)).map((unit) => [unit.unit, unitThen(unit, changed, period).name]));
}

/** What is so on `today` is what the unit's own row says: who may read what, and every list of today, goes by it. */
const TODAY = `update units set (name, parent, level) = (
    select s.name, s.parent, s.level from unit_spans s where s.tenant = units.tenant and s.unit = units.unit
      order by s.from_day <= ? desc, case when s.from_day <= ? then s.from_day end desc, s.from_day limit 1)
  where tenant = ? and exists (select 1 from unit_spans s where s.tenant = units.tenant and s.unit = units.unit)`;

/** Brings the row of each changed unit to the span that is in force on `today`. */
export function renewUnits(tenant: string, today: IsoDate): Statement {
  return { sql: TODAY, params: [today, today, tenant] };
}

/** Replaces every span of `unit`; one alone is the unit's own row again. */
export function putSpans(tenant: string, unit: string, spans: readonly SpanStart[], today: IsoDate): Statement[] {
  const drop: Statement = { sql: 'delete from unit_spans where tenant = ? and unit = ?', params: [tenant, unit] };
  return [
    drop,
    ...spans.map(({ from, name, parent, level }) => ({
      sql: 'insert into unit_spans (tenant, unit, from_day, name, parent, level) values (?, ?, ?, ?, ?, ?)',
      params: [tenant, unit, from, name, parent, level],
    })),
    { sql: `${TODAY} and unit = ?`, params: [today, today, tenant, unit] },
    ...(spans.length === 1 ? [drop] : []),
  ];
}

type Told = SpanStart & { readonly unit: string };

/** A unit with one span alone is the unit's own row. */
const dropLone = (tenant: string, unit: string): Statement => ({
  sql: `delete from unit_spans where tenant = ? and unit = ?
    and (select count(*) from unit_spans s where s.tenant = unit_spans.tenant and s.unit = unit_spans.unit) = 1`,
  params: [tenant, unit],
});

/** Takes one span of a unit away; the one before it goes on. */
export function dropSpan(tenant: string, { unit, from }: Told, today: IsoDate): Statement[] {
  return [
    { sql: 'delete from unit_spans where tenant = ? and unit = ? and from_day = ?', params: [tenant, unit, from] },
    { sql: `${TODAY} and unit = ?`, params: [today, today, tenant, unit] },
    dropLone(tenant, unit),
  ];
}

/** Gives a span of a unit these words again, the unit's own row where it has no other. */
export function setSpan(tenant: string, { unit, from, name, parent, level }: Told, today: IsoDate): Statement[] {
  const set = 'set name = ?, parent = ?, level = ? where tenant = ? and unit = ?';
  const words = [name, parent, level, tenant, unit];
  return [
    {
      sql: `update units ${set} and not exists (select 1 from unit_spans s where s.tenant = units.tenant and s.unit = units.unit)`,
      params: words,
    },
    { sql: `update unit_spans ${set} and from_day = ?`, params: [...words, from] },
    { sql: `${TODAY} and unit = ?`, params: [today, today, tenant, unit] },
  ];
}
