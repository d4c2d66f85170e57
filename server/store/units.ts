import type { IsoDate } from '#rules/law.ts';
import { type Db, oneOrNull, type Statement, type Value } from './db.ts';

export interface StoredUnit {
  readonly unit: string;
  readonly name: string;
  readonly parent: string | null;
  readonly level: 'province' | 'district' | 'commune';
  readonly from: IsoDate;
  /** Day after the last day, or `null`. */
  readonly to: IsoDate | null;
}

const SELECT = 'select unit, name, parent, level, from_day as "from", to_day as "to" from units';

/**
 * Ends a `where` so that only rows of `scope` and the units below it remain; `null` = the whole province.
 * `column` holds a unit code.
 */
export function withinScope(tenant: string, scope: string | null, column = 'unit'): { sql: string; params: Value[] } {
  if (scope === null) return { sql: '', params: [] };
  return {
    sql: ` and ${column} in (select u.unit from units u where u.tenant = ? and (u.unit = ? or u.parent = ?))`,
    params: [tenant, scope, scope],
  };
}

/** The units of `scope`, by code. */
export function unitsOf(db: Db, tenant: string, scope: string | null = null): Promise<StoredUnit[]> {
  const within = withinScope(tenant, scope);
  return db.all(`${SELECT} where tenant = ?${within.sql} order by unit`, [tenant, ...within.params]);
}

export function unitOrNull(db: Db, tenant: string, unit: string): Promise<StoredUnit | null> {
  return oneOrNull(db, `${SELECT} where tenant = ? and unit = ?`, [tenant, unit]);
}

export function insertUnit(tenant: string, unit: StoredUnit): Statement {
  return {
    sql: 'insert into units (tenant, unit, name, parent, level, from_day, to_day) values (?, ?, ?, ?, ?, ?, ?)',
    params: [tenant, unit.unit, unit.name, unit.parent, unit.level, unit.from, unit.to],
  };
}

/** Creates the unit or replaces what is known of it as it is on `today`: of a unit that changed, the span in force then. */
export function putUnit(tenant: string, unit: StoredUnit, today: IsoDate): Statement[] {
  const { sql, params = [] } = insertUnit(tenant, unit);
  return [
    {
      sql: `${sql} on conflict (tenant, unit) do update set name = excluded.name, parent = excluded.parent,
        level = excluded.level, from_day = excluded.from_day, to_day = excluded.to_day`,
      params,
    },
    {
      sql: `update unit_spans set name = ?, parent = ?, level = ? where tenant = ? and unit = ? and from_day =
        (select s.from_day from unit_spans s where s.tenant = unit_spans.tenant and s.unit = unit_spans.unit
          order by s.from_day <= ? desc, case when s.from_day <= ? then s.from_day end desc, s.from_day limit 1)`,
      params: [unit.name, unit.parent, unit.level, tenant, unit.unit, today, today],
    },
  ];
}
