import type { ParCriterionItem } from '#wire/par-criteria.ts';
import type { Db, Statement } from './db.ts';

/** One criterion as it stands; its year is beside it. */
type Changed = Omit<ParCriterionItem, 'year'>;

/** What was put in or changed by itself in one revision of a list; `criterion` null = taken away. */
export interface StoredChange {
  readonly id: string;
  /** '' = from the beginning. */
  readonly from: string;
  readonly criterion: Changed | null;
}

/** The last revision of each criterion changed in `list`. */
export async function changesOfList(db: Db, tenant: string, year: number, list: number): Promise<StoredChange[]> {
  const rows = await db.all<{ id: string; from: string; body: string | null }>(
    `select id, from_day as "from", body from par_changes c
     where tenant = ? and year = ? and list = ? and revision = (select max(revision) from par_changes l
       where l.tenant = c.tenant and l.year = c.year and l.list = c.list and l.id = c.id and l.from_day = c.from_day)
     order by id, from_day`,
    [tenant, year, list],
  );
  return rows.map(({ body, ...row }) => ({ ...row, criterion: body === null ? null : (JSON.parse(body) as Changed) }));
}

/** Puts a criterion into the newest list of its year, which must be there. @param criterion `null` = takes it away. */
export function putChange(
  tenant: string,
  { year, id, from }: Pick<ParCriterionItem, 'year' | 'id' | 'from'>,
  criterion: Changed | null,
  { actor, at }: { readonly actor: string; readonly at: string },
): Statement {
  return {
    sql: `insert into par_changes (tenant, year, list, id, from_day, revision, body, actor, at)
      select ?, ?, l.list, ?, ?, 1 + (select coalesce(max(revision), 0) from par_changes c
        where c.tenant = ? and c.year = ? and c.list = l.list and c.id = ? and c.from_day = ?), ?, ?, ?
      from (select max(revision) as list from par_criteria where tenant = ? and year = ?) l where l.list is not null`,
    params: [
      ...[tenant, year, id, from ?? '', tenant, year, id, from ?? ''],
      ...[criterion === null ? null : JSON.stringify(criterion), actor, at, tenant, year],
    ],
  };
}
