import type { Choices } from '#rules/choices.ts';
import type { Dossier, DossierState } from '#rules/dossier.ts';
import type { IsoDate } from '#rules/law.ts';
import type { Db, Value } from './db.ts';
import { COLUMNS, type DossierRow, toDossier } from './dossiers.ts';

/** Column with the day, or the local time, by which a dossier belongs to a period (choice `period.membership`). */
export const MEMBER_COLUMN = { ended: 'ended_day', received: 'received', returned: 'returned' } as const;
type MemberColumn = (typeof MEMBER_COLUMN)[keyof typeof MEMBER_COLUMN];

const PAGE = 1000;
/** After every day that is accepted. */
const LAST_DAY = '9999-12-31';
const ENDED: readonly DossierState[] = ['ready', 'returned', 'refused', 'withdrawn', 'stopped'];
const RUNNING: readonly DossierState[] = ['new', 'received', 'processing', 'waitingSupplement', 'waitingPayment'];

/** Pages of the dossiers of `unit` whose `column` is in [from, to), by it and by code: constant memory however many there are. */
async function* dossiersBy(
  column: MemberColumn,
  db: Db,
  [tenant, unit, from, to]: readonly [tenant: string, unit: string, from: IsoDate, to: IsoDate],
  only = '',
  more: readonly Value[] = [],
): AsyncGenerator<readonly Dossier[]> {
  // A row comparison reads on from the last row alone; no code is smaller than ''.
  for (let [place, code] = [from, '']; ; ) {
    const rows = await db.all<DossierRow & { place: string }>(
      `select ${COLUMNS}, ${column} as place from dossiers
       where tenant = ? and unit = ? and (${column}, code) > (?, ?) and ${column} < ? ${only} order by ${column}, code limit ?`,
      [tenant, unit, place, code, to, ...more, PAGE],
    );
    if (rows.length) yield rows.map(toDossier);
    const last = rows.at(-1);
    if (!last || rows.length < PAGE) return;
    [place, code] = [last.place, last.code];
  }
}

/** Pages of the dossiers of `unit` that ended in [from, to). */
export function endedDossiers(
  db: Db,
  tenant: string,
  unit: string,
  from: IsoDate,
  to: IsoDate,
): AsyncGenerator<readonly Dossier[]> {
  return dossiersBy('ended_day', db, [tenant, unit, from, to]);
}

async function* runningDossiers(db: Db, tenant: string, unit: string, to: IsoDate): AsyncGenerator<readonly Dossier[]> {
  for (const state of RUNNING)
    for (let after = ''; ; ) {
      const rows = await db.all<DossierRow>(
        `select ${COLUMNS} from dossiers where tenant = ? and unit = ? and state = ? and ended_day is null and code > ?
         and (received is null or received < ?) order by code limit ?`,
        [tenant, unit, state, after, to, PAGE],
      );
      if (rows.length) yield rows.map(toDossier);
      const last = rows.at(-1);
      if (!last || rows.length < PAGE) break;
      after = last.code;
    }
}

/**
 * Pages of the dossiers of `unit` whose processing had not ended by `to`: those that may have fallen due, unfinished, in a
 * period that ends there. Which did is for the rules to say: by the promise, the legal limit and the pauses. What has ended
 * on an unknown day is not among them.
 */
export async function* unendedDossiers(
  db: Db,
  tenant: string,
  unit: string,
  to: IsoDate,
): AsyncGenerator<readonly Dossier[]> {
  yield* runningDossiers(db, tenant, unit, to);
  yield* endedDossiers(db, tenant, unit, to, LAST_DAY);
}

/**
 * Pages of every dossier of `unit` of which a part may count in [from, to) under `membership`, each dossier once. `countsIn` says
 * which does: one that belongs where it was received counts there alone; any other may also have fallen due here, unfinished.
 */
export async function* periodDossiers(
  db: Db,
  tenant: string,
  unit: string,
  { from, to }: { readonly from: IsoDate; readonly to: IsoDate },
  membership: Choices['period.membership'],
): AsyncGenerator<readonly Dossier[]> {
  if (membership === 'received') {
    yield* dossiersBy('received', db, [tenant, unit, from, to]);
    return;
  }
  yield* endedDossiers(db, tenant, unit, from, to);
  yield* unendedDossiers(db, tenant, unit, to);
  // Handed over in the period, of those above none: they had ended before it.
  if (membership === 'returned')
    yield* dossiersBy('returned', db, [tenant, unit, from, to], 'and ended_day < ?', [from]);
}

/** Ended, nobody wrote on which day. */
async function* undatedDossiers(db: Db, tenant: string, unit: string): AsyncGenerator<readonly Dossier[]> {
  for (const state of ENDED)
    for (let after = ''; ; ) {
      const rows = await db.all<DossierRow>(
        `select ${COLUMNS} from dossiers where tenant = ? and unit = ? and state = ? and ended_day is null and code > ?
         order by code limit ?`,
        [tenant, unit, state, after, PAGE],
      );
      if (rows.length) yield rows.map(toDossier);
      const last = rows.at(-1);
      if (!last || rows.length < PAGE) break;
      after = last.code;
    }
}

/**
 * Pages of the dossiers of `unit` that a table of all that was in hand in [from, to) holds and `periodDossiers` leaves out: no part of
 * them counts in the period.
 */
export async function* besideDossiers(
  db: Db,
  tenant: string,
  unit: string,
  { from, to }: { readonly from: IsoDate; readonly to: IsoDate },
  membership: Choices['period.membership'],
): AsyncGenerator<readonly Dossier[]> {
  const isBeside = ({ received }: Dossier) => membership !== 'received' || received === null || received < from;
  const beside = (page: readonly Dossier[]) => page.filter(isBeside);
  for await (const page of undatedDossiers(db, tenant, unit)) yield beside(page);
  if (membership !== 'received') return;
  for await (const page of endedDossiers(db, tenant, unit, from, to)) yield beside(page);
  for await (const page of unendedDossiers(db, tenant, unit, to)) yield beside(page);
}
