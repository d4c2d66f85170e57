import type { Choices } from '#rules/choices.ts';
import { type Db, oneOrNull } from './db.ts';
import { movedUnits } from './moved-units.ts';
import { MEMBER_COLUMN } from './period-dossiers.ts';
import type { StoredPeriod } from './periods.ts';

/** How many records of each kind changed since a snapshot was made of them. */
export interface MovedRecords {
  /** New or changed, and counted in the snapshot or in the period by their days. */
  readonly dossiers: number;
  /** Counted in the snapshot and taken away by the undoing of an import since. */
  readonly gone: number;
  readonly petitions: number;
  /** Units that declared facts anew. */
  readonly facts: number;
  readonly appraisals: number;
  /** Units that told anew since when they put every petition on record. */
  readonly recordings: number;
  /** Units whose name, level or days were told anew. */
  readonly units: number;
}

interface Made {
  /** The snapshot whose findings are compared. */
  readonly findingsOf: string;
  /** UTC instant it was made at. */
  readonly at: string;
}

async function count(db: Db, sql: string, params: readonly string[]): Promise<number> {
  return (await oneOrNull<{ n: number }>(db, sql, params))?.n ?? 0;
}

/** The province is given, not taken from the dossier: however it is looked up, only its own findings are read. */
const COUNTED = `exists (select 1 from dossier_findings f
  where f.tenant = ? and f.snapshot = ? and f.unit = d.unit and f.dossier = d.code)`;

/** Reads what was changed since alone; all dossiers of the snapshot only where an import was undone since. */
export async function movedRecords(
  db: Db,
  tenant: string,
  stored: StoredPeriod,
  membership: Choices['period.membership'],
  { findingsOf, at }: Made,
): Promise<MovedRecords> {
  const { period, from, to } = stored;
  const column = MEMBER_COLUMN[membership];
  // Unfinished and promised for the period, it counts there as late, unless it belongs where it was received.
  const late =
    membership === 'received'
      ? { sql: '', params: [] }
      : {
          sql: 'or (d.promised >= ? and d.promised < ? and (d.ended_day is null or d.ended_day >= ?))',
          params: [from, to, to],
        };
  const undone = await count(
    db,
    "select count(*) as n from imports where tenant = ? and kind = 'dossiers' and state in ('undoing', 'undone') and updated_at > ?",
    [tenant, at],
  );
  return {
    dossiers: await count(
      db,
      `select count(*) as n from dossiers d where d.tenant = ? and d.updated_at > ?
         and ((d.${column} >= ? and d.${column} < ?) or ${COUNTED} ${late.sql})`,
      [tenant, at, from, to, tenant, findingsOf, ...late.params],
    ),
    gone:
      undone === 0
        ? 0
        : await count(
            db,
            `select count(distinct f.dossier) as n from dossier_findings f where f.tenant = ? and f.snapshot = ? and f.dossier <> ''
               and not exists (select 1 from dossiers d where d.tenant = f.tenant and d.code = f.dossier)`,
            [tenant, findingsOf],
          ),
    petitions:
      (await count(
        db,
        `select count(*) as n from petitions p where p.tenant = ? and p.updated_at > ? and ((p.due >= ? and p.due < ?)
           or (p.due is null and p.received >= ? and p.received < ?)
           or (p.about <> 'other' and exists (select 1 from dossiers d where d.tenant = ? and d.code = p.dossier and ${COUNTED})))`,
        [tenant, at, from, to, from, to, tenant, tenant, findingsOf],
      )) +
      (await count(
        db,
        `select coalesce(sum(taken_back), 0) as n from imports
         where tenant = ? and kind = 'petitions' and state in ('undoing', 'undone') and updated_at > ?`,
        [tenant, at],
      )),
    facts: await count(
      db,
      'select count(distinct unit) as n from unit_facts_revisions where tenant = ? and period = ? and declared_at > ?',
      [tenant, period, at],
    ),
    // Those of single dossiers stand beside and change nothing.
    appraisals: await count(
      db,
      "select count(*) as n from appraisals where tenant = ? and period = ? and at > ? and dossier = ''",
      [tenant, period, at],
    ),
    recordings: await count(
      db,
      "select count(*) as n from recordings where tenant = ? and kind = 'petitions' and declared_at > ? and from_day < ?",
      [tenant, at, to],
    ),
    units: await movedUnits(db, tenant, stored, findingsOf),
  };
}
