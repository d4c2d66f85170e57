import type { IsoDate } from '#rules/law.ts';
import type { Stage } from '#rules/surveys/survey.ts';
import type { Db } from './db.ts';
import { inList } from './in-list.ts';
import { periodLate } from './period-late.ts';
import { periodsOf, type StoredPeriod } from './periods.ts';
import { settledChoices } from './settled-choices.ts';

interface Days {
  readonly code: string;
  readonly ended: IsoDate | null;
  readonly received: IsoDate | null;
  readonly returned: IsoDate | null;
}

/**
 * Those of `codes` that belong to a sealed period, each with it. The seal destroyed what tells whether they were answered, so
 * none of them may be answered, or invited to, a second time; nothing is stored of who was. A dossier not on record belongs
 * to no period.
 */
export async function sealedDossiers(
  db: Db,
  tenant: string,
  codes: readonly string[],
): Promise<ReadonlyMap<string, StoredPeriod>> {
  const sealed = (await periodsOf(db, tenant)).filter(({ state }) => state === 'sealed');
  if (sealed.length === 0 || codes.length === 0) return new Map();
  const list = inList(codes);
  const dossiers = await db.all<Days>(
    `select code, ended_day as ended, substr(received, 1, 10) as received, substr(returned, 1, 10) as returned
     from dossiers where tenant = ? and code ${list.sql}`,
    [tenant, ...list.params],
  );
  return new Map(
    dossiers.flatMap((dossier) => {
      const period = sealed.find(({ choices, from, to }) => {
        const day = dossier[settledChoices(choices)['period.membership']];
        return day !== null && from <= day && day < to;
      });
      return period ? [[dossier.code, period] as const] : [];
    }),
  );
}

/**
 * The seal removes the links made before its period ended; one that is stored nowhere is told by its day.
 * @throws Refusal 410 `period.late`.
 */
export async function requireIssuedAfterSeals(db: Db, tenant: string, issued: IsoDate): Promise<void> {
  const period = (await periodsOf(db, tenant)).find(({ state, to }) => state === 'sealed' && issued < to);
  if (period) throw periodLate(period);
}

/** @throws Refusal 410 `period.late` for an answer about the result of a dossier that belongs to a sealed period. */
export async function requireUnsealed(db: Db, tenant: string, dossier: string, stage: Stage): Promise<void> {
  if (stage !== 'returned') return;
  const period = (await sealedDossiers(db, tenant, [dossier])).get(dossier);
  if (period) throw periodLate(period);
}
