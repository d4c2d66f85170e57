import type { Dossier } from '#rules/dossier.ts';
import type { LocalTime } from '#rules/law.ts';
import type { Db } from './db.ts';
import { COLUMNS, type DossierRow, toDossier } from './dossiers.ts';

const PAGE = 1000;

/**
 * Pages of the dossiers of `unit` that have not ended and were promised for before `before`, the earliest promise first. Those that
 * ended on an unknown day are among them; whether one is late is for the rules to say.
 */
export async function* promisedBefore(
  db: Db,
  tenant: string,
  unit: string,
  before: LocalTime,
): AsyncGenerator<readonly Dossier[]> {
  for (let [promised, code] = ['', '']; ; ) {
    const rows = await db.all<DossierRow>(
      `select ${COLUMNS} from dossiers where tenant = ? and unit = ? and ended_day is null and (promised, code) > (?, ?)
       and promised < ? order by promised, code limit ?`,
      [tenant, unit, promised, code, before, PAGE],
    );
    if (rows.length) yield rows.map(toDossier);
    const last = rows.at(-1);
    if (!last || rows.length < PAGE) return;
    [promised, code] = [last.promised ?? '', last.code];
  }
}
