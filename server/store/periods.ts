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
  /** JSON of the named choices, frozen when the period was opened; only a re-score before the seal changes them. */
  readonly choices: string;
  /** JSON of the office hours working time is counted with, frozen like the choices. */
  readonly hours: string;
  /** `waiting`: made of its quarters, which has not been done yet. */
  readonly state: 'open' | 'waiting' | 'closed' | 'sealed';
  readonly closedAt: string | null;
  readonly sealedAt: string | null;
  /** From then on answers are being cut loose from dossiers; a seal cut short is taken up again. */
  readonly sealBegunAt: string | null;
  /** From when the public sees it; may lie ahead. */
  readonly publishedAt: string | null;
  readonly withdrawnAt: string | null;
  readonly withdrawnReason: string | null;
  readonly snapshot: string | null;
  /** JSON list of the quarters the period is made of, or `null` = of its own answers. */
  readonly parts: string | null;
  /** 1 = one of its quarters has another snapshot than the one it was made of. */
  readonly outdated: 0 | 1;
}

const SELECT = `select period, kind, from_day as "from", to_day as "to", ruleset, decision, choices, hours, state,
  closed_at as "closedAt", sealed_at as "sealedAt", seal_begun_at as "sealBegunAt", published_at as "publishedAt", withdrawn_at as "withdrawnAt",
  withdrawn_reason as "withdrawnReason", snapshot, parts,
  case when parts is not null and exists (
    select 1 from snapshot_parts s join periods q on q.tenant = s.tenant and q.period = s.part
    where s.tenant = periods.tenant and s.snapshot = periods.snapshot
      and (q.snapshot is null or q.snapshot <> s.part_snapshot)
  ) then 1 else 0 end as outdated from periods`;

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

type Opened = Pick<StoredPeriod, 'period' | 'kind' | 'from' | 'to' | 'ruleset' | 'decision' | 'choices'>;

/** An open period, or one that waits for its quarters (`parts`); the tenant's office hours of this moment become its own. */
export function insertPeriod(tenant: string, p: Opened, parts: readonly string[] = []): Statement {
  const made = parts.length > 0;
  return {
    sql: `insert into periods (tenant, period, kind, from_day, to_day, ruleset, decision, choices, hours, state, parts)
      select tenant, ?, ?, ?, ?, ?, ?, ?, hours, ?, ? from tenants where tenant = ?`,
    params: [
      p.period,
      p.kind,
      p.from,
      p.to,
      p.ruleset,
      p.decision,
      p.choices,
      made ? 'waiting' : 'open',
      made ? JSON.stringify(parts) : null,
      tenant,
    ],
  };
}

/** The quarters a period is made of, in order; none = it takes its own answers. */
export function partsOf({ parts }: Pick<StoredPeriod, 'parts'>): readonly string[] {
  return parts === null ? [] : (JSON.parse(parts) as string[]);
}
