import { localDay } from '../clock.ts';
import { withAudit } from './audit.ts';
import { type Db, oneOrNull } from './db.ts';
import { markGone } from './gone-dossiers.ts';
import { dropLease, renewLease, takeLease } from './leases.ts';
import { limitsAt, RETENTION_RULES, type RetentionRule } from './retention-rules.ts';
import { retentionSettings } from './retention-settings.ts';

const JOB = 'retention';
/** Rows gone in one transaction: writers wait for no more than that. */
const CHUNK = 1000;

/** Rule → rows it would take away now. */
export interface Due {
  readonly rule: RetentionRule;
  readonly n: number;
}

/** What a run at `now` would take away, rule by rule, without touching it; those of dossiers that go with it are not counted yet. */
export async function retentionDue(db: Db, tenant: string, now: Date): Promise<Due[]> {
  const limits = limitsAt(now, await retentionSettings(db, tenant));
  const due: Due[] = [];
  for (const rule of RETENTION_RULES) {
    const sql = `select count(*) as n from ${rule.table} where tenant = ? and ${rule.where}`;
    const row = await oneOrNull<{ n: number }>(db, sql, [tenant, ...rule.params(limits)]);
    due.push({ rule, n: row?.n ?? 0 });
  }
  return due;
}

/** The day in Viet Nam of the last run, or `null`. */
async function lastDay(db: Db, tenant: string): Promise<string | null> {
  const row = await oneOrNull<{ day: string }>(
    db,
    'select last_day as day from daily_jobs where tenant = ? and job = ?',
    [tenant, JOB],
  );
  return row?.day ?? null;
}

export interface RetentionRun {
  readonly actor: string;
  /** Random text that names this process in the lease. */
  readonly holder: string;
  readonly now: () => Date;
  /** Asked between transactions: a run stopped so is taken up by the next. */
  readonly stopped?: () => boolean;
  /** Leaves a tenant alone whose run of the day was done. */
  readonly oncePerDay?: boolean;
}

/**
 * Takes away what is kept no longer: one entry in the log with the counts, then a thousand rows at a time under a lease, then out of the
 * file's log as well. `null` = another process is at it, or the run of the day was done.
 */
export async function runRetention(db: Db, tenant: string, run: RetentionRun): Promise<readonly Due[] | null> {
  const { actor, holder, now, stopped = () => false } = run;
  const wasDone = async () => run.oncePerDay === true && (await lastDay(db, tenant)) === localDay(now());
  if (await wasDone()) return null;
  if (!(await takeLease(db, tenant, JOB, holder, now()))) return null;
  try {
    // Another may have done it all between that look and the lease.
    if (await wasDone()) return null;
    const due = await retentionDue(db, tenant, now());
    const counts = Object.fromEntries(due.filter(({ n }) => n > 0).map(({ rule, n }) => [rule.id, n]));
    const limits = limitsAt(now(), await retentionSettings(db, tenant));
    await withAudit(db, tenant, now(), { actor, action: 'retention.run', subject: tenant, detail: counts }, [
      ...(counts.dossiers ? [markGone(tenant, limits.dossiers)] : []),
      {
        sql: `insert into daily_jobs (tenant, job, last_day) values (?, ?, ?)
          on conflict (tenant, job) do update set last_day = excluded.last_day`,
        params: [tenant, JOB, localDay(now())],
      },
    ]);
    let taken = 0;
    for (const rule of RETENTION_RULES) {
      const key = rule.key.join(', ');
      const rows = `tenant = ? and (${key}) in (
        select ${key} from ${rule.table} where tenant = ? and ${rule.where} order by ${key} limit ${CHUNK})`;
      const sql = rule.clears
        ? `update ${rule.table} set ${rule.clears} = null where ${rows}`
        : `delete from ${rule.table} where ${rows}`;
      for (let gone = CHUNK; gone === CHUNK && !stopped(); taken += gone) {
        const change = { sql, params: [tenant, tenant, ...rule.params(limits)] };
        [, gone = 0] = await db.batch([renewLease(tenant, JOB, holder, now()), change]);
      }
    }
    if (taken > 0) await db.settle('log');
    return due;
  } finally {
    await db.batch([dropLease(tenant, JOB, holder)]);
  }
}
