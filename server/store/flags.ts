import type { CheckId } from '#rules/checks/check.ts';
import type { Flag, Judged, JudgedCheck } from '#rules/checks/flag.ts';
import type { Db, Statement, Value } from './db.ts';
import { withinScope } from './units.ts';

interface Row {
  readonly body: string;
  /** `null` = the dossiers are kept no longer. */
  readonly hits: string | null;
}

const flagOf = ({ body, hits }: Row): Flag => ({
  ...(JSON.parse(body) as Omit<Flag, 'hits'>),
  hits: JSON.parse(hits ?? '[]') as string[],
});

/** How many each check of the snapshot had enough of, by check; empty = it was made before there were checks. */
export async function judgedChecks(db: Db, tenant: string, snapshot: string): Promise<JudgedCheck[]> {
  const rows = await db.all<{ body: string }>(
    'select body from snapshot_judged where tenant = ? and snapshot = ? order by check_id',
    [tenant, snapshot],
  );
  return rows.map(({ body }) => JSON.parse(body) as JudgedCheck);
}

/** All a snapshot asks, by flag. */
export async function judgedOf(db: Db, tenant: string, snapshot: string): Promise<Judged> {
  const rows = await db.all<Row>(
    'select body, hits from snapshot_flags where tenant = ? and snapshot = ? order by flag',
    [tenant, snapshot],
  );
  return { flags: rows.map(flagOf), judged: await judgedChecks(db, tenant, snapshot) };
}

/** Which flags are asked for: those of `scope` and the units below it, of these all when the rest is `null`. */
export interface FlagsOf {
  readonly scope: string | null;
  readonly unit: string | null;
  readonly officer: string | null;
  readonly check: CheckId | null;
}

/** One page by id, after the id `after`. */
export async function flagsPage(
  db: Db,
  tenant: string,
  snapshot: string,
  { scope, unit, officer, check }: FlagsOf,
  after: string,
  limit: number,
): Promise<Flag[]> {
  const within = withinScope(tenant, scope);
  const asked: readonly (readonly [column: string, value: Value])[] = [
    ['unit', unit],
    ['officer', officer],
    ['check_id', check],
  ];
  const only = asked.filter(([, value]) => value !== null);
  const rows = await db.all<Row>(
    `select body, hits from snapshot_flags where tenant = ? and snapshot = ? and flag > ?
     ${only.map(([column]) => `and ${column} = ?`).join(' ')}${within.sql} order by flag limit ?`,
    [tenant, snapshot, after, ...only.map(([, value]) => value), ...within.params, limit],
  );
  return rows.map(flagOf);
}

export function insertJudged(tenant: string, snapshot: string, { flags, judged }: Judged): Statement[] {
  return [
    ...flags.map(({ hits, ...flag }) => ({
      sql: `insert into snapshot_flags (tenant, snapshot, flag, check_id, family, unit, officer, body, hits)
        values (?, ?, ?, ?, ?, ?, ?, ?, ?)`,
      params: [
        ...[tenant, snapshot, flag.id, flag.check, flag.family, flag.about.unit, flag.about.officer ?? ''],
        ...[JSON.stringify(flag), hits.length > 0 ? JSON.stringify(hits) : null],
      ],
    })),
    ...judged.map((each) => ({
      sql: 'insert into snapshot_judged (tenant, snapshot, check_id, body) values (?, ?, ?, ?)',
      params: [tenant, snapshot, each.check, JSON.stringify(each)],
    })),
  ];
}
