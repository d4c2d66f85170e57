import type { IsoDate } from '#rules/law.ts';
import type { PointsRulesetId } from '#rules/rulesets/ruleset.ts';
import { type Db, oneOrNull, type Statement } from './db.ts';

export interface StoredPeriod {
  readonly period: string;
  readonly kind: 'quarter' | 'year' | 'custom';
  readonly from: IsoDate;
  /** Day after the last day. */
  readonly to: IsoDate;
  readonly ruleset: PointsRulesetId;
  readonly decision: string | null;
  /** JSON of the named choices, frozen when the period was opened. */
  readonly choices: string;
  /** JSON of the office hours working time is counted with, frozen like the choices. */
  readonly hours: string;
  readonly state: 'open' | 'closed' | 'sealed';
  readonly closedAt: string | null;
  readonly sealedAt: string | null;
  readonly publishedAt: string | null;
  readonly snapshot: string | null;
}

const SELECT = `select period, kind, from_day as "from", to_day as "to", ruleset, decision, choices, hours, state,
  closed_at as "closedAt", sealed_at as "sealedAt", published_at as "publishedAt", snapshot from periods`;

/** Newest first. */
export function periodsOf(db: Db, tenant: string): Promise<StoredPeriod[]> {
  return db.all(`${SELECT} where tenant = ? order by from_day desc, to_day desc`, [tenant]);
}

export function periodOrNull(db: Db, tenant: string, period: string): Promise<StoredPeriod | null> {
  return oneOrNull(db, `${SELECT} where tenant = ? and period = ?`, [tenant, period]);
}

/** The shortest open period that contains `day`; a response belongs to it. */
export async function openPeriodOn(db: Db, tenant: string, day: IsoDate): Promise<StoredPeriod | null> {
  const rows = await db.all<StoredPeriod>(
    `${SELECT} where tenant = ? and state = 'open' and from_day <= ? and to_day > ?`,
    [tenant, day, day],
  );
  const days = (p: StoredPeriod) => Date.parse(p.to) - Date.parse(p.from);
  return rows.sort((a, b) => days(a) - days(b))[0] ?? null;
}

/** An open period; the tenant's office hours of this moment become its own. */
export function insertPeriod(
  tenant: string,
  p: Omit<StoredPeriod, 'hours' | 'closedAt' | 'sealedAt' | 'publishedAt' | 'snapshot' | 'state'>,
): Statement {
  return {
    sql: `insert into periods (tenant, period, kind, from_day, to_day, ruleset, decision, choices, hours, state)
      select tenant, ?, ?, ?, ?, ?, ?, ?, hours, 'open' from tenants where tenant = ?`,
    params: [p.period, p.kind, p.from, p.to, p.ruleset, p.decision, p.choices, tenant],
  };
}
