import type { UnitFacts } from '#rules/facts.ts';
import { type Db, oneOrNull, type Statement } from './db.ts';
import { withinScope } from './units.ts';

export interface DeclaredFacts {
  readonly unit: string;
  readonly facts: UnitFacts;
  readonly declaredBy: string;
  readonly declaredAt: string;
}

/** What the units of `scope` declared for the period, by unit; a unit that declared nothing is not there. */
export async function unitFactsOf(
  db: Db,
  tenant: string,
  period: string,
  scope: string | null,
): Promise<DeclaredFacts[]> {
  const within = withinScope(tenant, scope);
  const rows = await db.all<Omit<DeclaredFacts, 'facts'> & { facts: string }>(
    `select unit, facts, declared_by as "declaredBy", declared_at as "declaredAt" from unit_facts
     where tenant = ? and period = ?${within.sql} order by unit`,
    [tenant, period, ...within.params],
  );
  return rows.map((row) => ({ ...row, facts: JSON.parse(row.facts) as UnitFacts }));
}

/** The units that declared at least one fact for the period. */
export async function declaredUnits(db: Db, tenant: string, period: string): Promise<Set<string>> {
  const rows = await db.all<{ unit: string }>(
    "select unit from unit_facts where tenant = ? and period = ? and facts <> '{}'",
    [tenant, period],
  );
  return new Set(rows.map((row) => row.unit));
}

/** What the unit declared for the period, or `null` when it declared nothing. */
export async function unitFactsOrNull(db: Db, tenant: string, period: string, unit: string): Promise<UnitFacts | null> {
  const row = await oneOrNull<{ facts: string }>(
    db,
    'select facts from unit_facts where tenant = ? and period = ? and unit = ?',
    [tenant, period, unit],
  );
  return row ? (JSON.parse(row.facts) as UnitFacts) : null;
}

/** Every declaration of the unit for the period, the newest first. */
export async function unitFactsHistory(db: Db, tenant: string, period: string, unit: string): Promise<DeclaredFacts[]> {
  const rows = await db.all<Omit<DeclaredFacts, 'facts'> & { facts: string }>(
    `select unit, facts, declared_by as "declaredBy", declared_at as "declaredAt" from unit_facts_revisions
     where tenant = ? and period = ? and unit = ? order by revision desc`,
    [tenant, period, unit],
  );
  return rows.map((row) => ({ ...row, facts: JSON.parse(row.facts) as UnitFacts }));
}

/** The declaration that holds from now on, and its place in the history; for one transaction. */
export function putUnitFacts(
  tenant: string,
  period: string,
  unit: string,
  facts: UnitFacts,
  by: string,
  at: Date,
): Statement[] {
  const told = [JSON.stringify(facts), by, at.toISOString()];
  return [
    {
      sql: `insert into unit_facts_revisions (tenant, period, unit, revision, facts, declared_by, declared_at)
        select ?, ?, ?, coalesce(max(revision), 0) + 1, ?, ?, ? from unit_facts_revisions
        where tenant = ? and period = ? and unit = ?`,
      params: [tenant, period, unit, ...told, tenant, period, unit],
    },
    {
      sql: `insert into unit_facts (tenant, period, unit, facts, declared_by, declared_at) values (?, ?, ?, ?, ?, ?)
        on conflict (tenant, period, unit) do update set facts = excluded.facts, declared_by = excluded.declared_by,
          declared_at = excluded.declared_at`,
      params: [tenant, period, unit, ...told],
    },
  ];
}
