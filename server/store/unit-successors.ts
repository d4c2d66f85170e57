import type { IsoDate } from '#rules/law.ts';
import type { EndedUnits, UnitSuccessors } from '#wire/unit-successors.ts';
import type { Db, Statement } from './db.ts';
import type { StoredUnit } from './units.ts';

type Ended = EndedUnits['units'][number];

/** Who continues the work of each unit that has an end, by unit; none = nobody is on record. */
export async function endedUnits(db: Db, tenant: string): Promise<Ended[]> {
  const rows = await db.all<
    Omit<Ended, 'successors'> & { heir: string | null; heirName: string | null; share: number | null }
  >(
    `select u.unit, u.name, u.to_day as "to", s.successor as heir, h.name as "heirName", s.share from units u
     left join unit_successors s on s.tenant = u.tenant and s.unit = u.unit
     left join units h on h.tenant = s.tenant and h.unit = s.successor
     where u.tenant = ? and u.to_day is not null order by u.unit, s.successor`,
    [tenant],
  );
  const ended = new Map<string, Ended>();
  for (const { unit, name, to, heir, heirName, share } of rows) {
    const known = ended.get(unit) ?? { unit, name, to, successors: [] };
    if (heir !== null) known.successors.push({ unit: heir, name: heirName ?? heir, share });
    ended.set(unit, known);
  }
  return [...ended.values()];
}

/** A unit that ended before `to` with dossiers still open and nobody on record who continues them. */
export interface Stranded {
  readonly unit: string;
  readonly name: string;
  readonly to: IsoDate;
  readonly dossiers: number;
}

/** The units that had ended by `to` (the day after a period's last), have no successor, and left dossiers unfinished. */
export async function strandedUnits(db: Db, tenant: string, to: IsoDate): Promise<Stranded[]> {
  const rows = await db.all<Stranded>(
    `select u.unit, u.name, u.to_day as "to",
       (select count(*) from dossiers d where d.tenant = u.tenant and d.unit = u.unit and d.ended_day is null
         and d.state in ('new', 'received', 'processing', 'waitingSupplement', 'waitingPayment')) as dossiers
     from units u where u.tenant = ? and u.to_day <= ?
       and not exists (select 1 from unit_successors s where s.tenant = u.tenant and s.unit = u.unit) order by u.unit`,
    [tenant, to],
  );
  return rows.filter(({ dossiers }) => dossiers > 0);
}

/** Replaces who continues the work of `unit`, from the day it ended on. */
export function putSuccessors(
  tenant: string,
  { unit, to }: StoredUnit & { readonly to: IsoDate },
  successors: UnitSuccessors['successors'],
): Statement[] {
  return [
    { sql: 'delete from unit_successors where tenant = ? and unit = ?', params: [tenant, unit] },
    ...successors.map((heir) => ({
      sql: 'insert into unit_successors (tenant, unit, successor, from_day, share) values (?, ?, ?, ?, ?)',
      params: [tenant, unit, heir.unit, to, heir.share],
    })),
  ];
}
