import type { IsoDate } from '#rules/law.ts';
import type { SecondLook, SecondLookAnswer, SecondLookCount } from '#wire/second-look.ts';
import type { Db, Statement } from './db.ts';
import { inList } from './in-list.ts';
import type { StoredPeriod } from './periods.ts';
import { withinScope } from './units.ts';

export interface StoredSecondLook extends SecondLook {
  readonly officer: string;
}

/** The offers already stored under `ids`, keyed by id. */
export async function secondLooksById(
  db: Db,
  tenant: string,
  ids: readonly string[],
): Promise<Map<string, StoredSecondLook>> {
  if (ids.length === 0) return new Map();
  const list = inList(ids);
  const rows = await db.all<StoredSecondLook>(
    `select id, officer, confirmed, seconds, answer, opened from second_looks where tenant = ? and id ${list.sql}`,
    [tenant, ...list.params],
  );
  return new Map(rows.map((row) => [row.id, row]));
}

/** The offer, made on `day`, or what came of one that is stored. */
export function putSecondLook(
  tenant: string,
  unit: string,
  { id, officer, confirmed, seconds, answer, opened }: StoredSecondLook,
  day: IsoDate,
): Statement {
  return {
    sql: `insert into second_looks (tenant, id, officer, unit, confirmed, seconds, answer, opened, offered_day)
      values (?, ?, ?, ?, ?, ?, ?, ?, ?)
      on conflict (tenant, id) do update set answer = excluded.answer, opened = excluded.opened`,
    params: [tenant, id, officer, unit, confirmed, seconds, answer, opened, day],
  };
}

const counted = (answer: SecondLookAnswer): string => `sum(case when answer = '${answer}' then 1 else 0 end)`;

/** What was offered in the days of `period` to officers of `scope` and the units below it, by unit and officer. */
export function secondLookCounts(
  db: Db,
  tenant: string,
  { from, to }: Pick<StoredPeriod, 'from' | 'to'>,
  scope: string | null,
): Promise<SecondLookCount[]> {
  const within = withinScope(tenant, scope);
  return db.all(
    `select unit, officer, count(*) as offered, ${counted('kept')} as kept, ${counted('looked')} as looked,
       ${counted('none')} as unanswered, sum(confirmed) as confirmed, sum(opened) as opened
     from second_looks where tenant = ? and offered_day >= ? and offered_day < ?${within.sql}
     group by unit, officer order by unit, officer`,
    [tenant, from, to, ...within.params],
  );
}
