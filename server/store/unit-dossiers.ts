import type { Dossier, DossierState } from '#rules/dossier.ts';
import type { IsoDate } from '#rules/law.ts';
import type { Db } from './db.ts';
import { COLUMNS, type DossierRow, toDossier } from './dossiers.ts';

const PAGE = 500;
const RUNNING = [
  'new',
  'received',
  'processing',
  'waitingSupplement',
  'waitingPayment',
] as const satisfies readonly DossierState[];

/** Where a walk stands: the day the last dossier ended on, or the state of one that runs, and its code. */
export interface Place {
  readonly key: string;
  readonly code: string;
}

const isDay = (key: string) => /^\d/.test(key);

/**
 * Pages of the dossiers of `unit` that ended on `from` or later, then of those that run, as far as they were received before `to` or it
 * is not known when: all that an office had in hand in the period. A walk goes on after the place where another stopped.
 */
export async function* unitDossiers(
  db: Db,
  tenant: string,
  unit: string,
  { from, to }: { readonly from: IsoDate; readonly to: IsoDate },
  after: Place | null,
): AsyncGenerator<readonly Dossier[]> {
  const received = 'and (received is null or received < ?)';
  if (after === null || isDay(after.key))
    for (let { key, code } = after ?? { key: from, code: '' }; ; ) {
      const rows = await db.all<DossierRow & { ended: string }>(
        `select ${COLUMNS}, ended_day as ended from dossiers
         where tenant = ? and unit = ? and (ended_day, code) > (?, ?) ${received} order by ended_day, code limit ?`,
        [tenant, unit, key, code, to, PAGE],
      );
      if (rows.length) yield rows.map(toDossier);
      const last = rows.at(-1);
      if (!last || rows.length < PAGE) break;
      [key, code] = [last.ended, last.code];
    }
  const first = after === null || isDay(after.key) ? 0 : (RUNNING as readonly string[]).indexOf(after.key);
  for (const state of RUNNING.slice(Math.max(first, 0)))
    for (let code = state === after?.key ? after.code : ''; ; ) {
      const rows = await db.all<DossierRow>(
        `select ${COLUMNS} from dossiers where tenant = ? and unit = ? and state = ? and ended_day is null and code > ?
         ${received} order by code limit ?`,
        [tenant, unit, state, code, to, PAGE],
      );
      if (rows.length) yield rows.map(toDossier);
      const last = rows.at(-1);
      if (!last || rows.length < PAGE) break;
      code = last.code;
    }
}
