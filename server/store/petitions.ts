import type { UnitFacts } from '#rules/facts.ts';
import type { IsoDate } from '#rules/law.ts';
import type { Petition } from '#wire/petition.ts';
import type { Db, Statement } from './db.ts';
import { hasAny } from './has-any.ts';
import { inList } from './in-list.ts';
import { recordedAmong } from './recorded-among.ts';
import { withinScope } from './units.ts';

type Row = Omit<Petition, 'prolonged'> & { prolonged: number | null };

const COLUMNS = 'id, unit, dossier, procedure, about, received, due, answered, prolonged, verdict';
const toPetition = (row: Row): Petition => ({ ...row, prolonged: row.prolonged === null ? null : row.prolonged === 1 });

/** Petitions about harassment or a broken rule on `codes`. */
async function grave(
  db: Db,
  tenant: string,
  codes: readonly string[],
): Promise<{ dossier: string; verdict: Petition['verdict'] }[]> {
  // Most provinces have none on any dossier, and a close asks for a thousand dossiers at a time.
  if (!(await hasAny(db, "select 1 from petitions where tenant = ? and dossier > ''", [tenant]))) return [];
  const list = inList(codes);
  return db.all(
    `select dossier, verdict from petitions where tenant = ? and dossier ${list.sql} and about <> 'other' and verdict <> 'withdrawn'`,
    [tenant, ...list.params],
  );
}

/**
 * Whether a petition about harassment or a broken rule on each of `codes` was found true; `null` = one still waits for its verdict. A
 * dossier is absent when nothing is known: its unit does not put every petition on record since before it was received.
 */
export async function verifiedPetitions(
  db: Db,
  tenant: string,
  codes: readonly string[],
): Promise<Map<string, boolean | null>> {
  const recorded = await recordedAmong(db, tenant, 'petitions', codes);
  const known = new Map<string, boolean | null>(recorded.map((code) => [code, false]));
  for (const { dossier, verdict } of await grave(db, tenant, codes)) {
    if (verdict === 'verified') known.set(dossier, true);
    else if (verdict === 'pending' && !known.get(dossier)) known.set(dossier, null);
  }
  return known;
}

/** One page of the petitions of `scope` by id, after the id `after`; with `unit` those of this unit alone. */
export async function petitionsPage(
  db: Db,
  tenant: string,
  scope: string | null,
  unit: string | null,
  after: string,
  limit: number,
): Promise<Petition[]> {
  const within = withinScope(tenant, scope);
  const only = unit === null ? { sql: '', params: [] } : { sql: ' and unit = ?', params: [unit] };
  const rows = await db.all<Row>(
    `select ${COLUMNS} from petitions where tenant = ? and id > ?${only.sql}${within.sql} order by id limit ?`,
    [tenant, after, ...only.params, ...within.params, limit],
  );
  return rows.map(toPetition);
}

/** Days of the petitions received in [from, to) that were not withdrawn. @param unit of this one alone; `null` = the province. */
export function petitionDays(
  db: Db,
  tenant: string,
  { from, to }: { readonly from: IsoDate; readonly to: IsoDate },
  unit: string | null,
): Promise<{ received: IsoDate; answered: IsoDate | null }[]> {
  return db.all(
    `select received, answered from petitions where tenant = ? and received >= ? and received < ?
     and verdict <> 'withdrawn'${unit === null ? '' : ' and unit = ?'} order by received`,
    [tenant, from, to, ...(unit === null ? [] : [unit])],
  );
}

/** Those of `ids` that are on record, by id. */
export async function petitionsById(db: Db, tenant: string, ids: readonly string[]): Promise<Map<string, Petition>> {
  const list = inList(ids);
  const rows = await db.all<Row>(`select ${COLUMNS} from petitions where tenant = ? and id ${list.sql}`, [
    tenant,
    ...list.params,
  ]);
  return new Map(rows.map((row) => [row.id, toPetition(row)]));
}

/** Creates the petition or replaces all that is known of it: the system that took it in keeps its history. */
export function putPetition(tenant: string, p: Petition, by: string, at: Date): Statement {
  return {
    sql: `insert into petitions (tenant, ${COLUMNS}, updated_by, updated_at) values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
      on conflict (tenant, id) do update set unit = excluded.unit, dossier = excluded.dossier,
        procedure = excluded.procedure, about = excluded.about, received = excluded.received, due = excluded.due,
        answered = excluded.answered, prolonged = excluded.prolonged, verdict = excluded.verdict,
        updated_by = excluded.updated_by, updated_at = excluded.updated_at`,
    params: [
      tenant,
      p.id,
      p.unit,
      p.dossier,
      p.procedure,
      p.about,
      p.received,
      p.due,
      p.answered,
      p.prolonged === null ? null : Number(p.prolonged),
      p.verdict,
      by,
      at.toISOString(),
    ],
  };
}

/** Petitions due in a period, answered on time, and dragged on, as they are on record. */
export type PetitionCounts = NonNullable<UnitFacts['petitions']>;

/**
 * Counts of the petitions due in [from, to), by unit, of those units alone that put every petition on record all that time, as far as
 * the unit was there; a unit of which one petition lacks its due day, or whether it dragged on, has no counts: they would be guesses.
 * `unit`: of this one alone.
 */
export async function recordedPetitions(
  db: Db,
  tenant: string,
  { from, to }: { readonly from: IsoDate; readonly to: IsoDate },
  unit: string | null = null,
): Promise<Map<string, PetitionCounts>> {
  const only = unit === null ? { sql: '', params: [] } : { sql: ' and r.unit = ?', params: [unit] };
  const rows = await db.all<PetitionCounts & { unit: string; unclear: number }>(
    `select r.unit, count(p.id) as received,
       coalesce(sum(case when p.answered <= p.due then 1 else 0 end), 0) as "onTime",
       coalesce(sum(p.prolonged), 0) as prolonged,
       coalesce(sum(case when p.id is not null and (p.due is null or p.prolonged is null) then 1 else 0 end), 0) as unclear
     from recordings r join units u on u.tenant = r.tenant and u.unit = r.unit
     left join petitions p on p.tenant = r.tenant and p.unit = r.unit and p.verdict <> 'withdrawn' and ((p.due >= ? and p.due < ?) or (p.due is null and p.received >= ? and p.received < ?))
     where r.tenant = ? and r.kind = 'petitions' and (r.from_day <= ? or r.from_day <= u.from_day)
       and (r.to_day is null or r.to_day >= ? or r.to_day >= u.to_day)${only.sql}
     group by r.unit order by r.unit`,
    [from, to, from, to, tenant, from, to, ...only.params],
  );
  return new Map(
    rows.filter((row) => row.unclear === 0).map(({ unit, unclear: _, ...counts }) => [unit, counts] as const),
  );
}

/** Petitions about harassment or a broken rule on a dossier, received by the end of the period, that have no verdict yet. */
export async function pendingPetitions(db: Db, tenant: string, { to }: { readonly to: IsoDate }): Promise<number> {
  const rows = await db.all<{ n: number }>(
    `select count(*) as n from petitions where tenant = ? and received < ? and verdict = 'pending' and about <> 'other'
     and dossier is not null`,
    [tenant, to],
  );
  return rows[0]?.n ?? 0;
}
