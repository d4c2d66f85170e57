import { formatDate } from '#rules/format.ts';
import type { IsoDate } from '#rules/law.ts';
import type { Petition } from '#wire/petition.ts';
import { bodyHash } from '../body-hash.ts';
import { localDay } from '../clock.ts';
import { Refusal } from '../refusal.ts';
import type { Db, Statement } from './db.ts';
import { putPetition } from './petitions.ts';
import type { Putter } from './plan-dossiers.ts';
import { requireDossier } from './require-dossier.ts';

/** @throws Refusal 422 `date.future`: nothing can have been received or answered on a day to come. */
function checkDays(item: Petition, today: IsoDate): void {
  for (const path of ['received', 'answered'] as const) {
    const day = item[path];
    if (day !== null && day > today)
      throw new Refusal(
        422,
        'date.future',
        `Ngày ${formatDate(day)} ở tương lai. Kiểm tra lại ngày của phản ánh ${item.id}.`,
        {
          issues: [{ path, message: 'ngày ở tương lai' }],
        },
      );
  }
}

/**
 * What puts one petition on record. It stands against the dossier it names, so both must be the putter's.
 * @throws Refusal 403 `scope.denied`, 422 `unit.unknown` `dossier.unknown` `date.future`.
 */
export async function planPetition(
  db: Db,
  tenant: string,
  item: Petition,
  before: Petition | undefined,
  putter: Putter,
  at: Date,
): Promise<{ readonly outcome: 'created' | 'updated' | 'repeated'; readonly statements: readonly Statement[] }> {
  await putter.mayTouch(item.unit);
  if (before && before.unit !== item.unit) await putter.mayTouch(before.unit);
  if (item.dossier !== null) await requireDossier(db, tenant, item.dossier, putter.mayTouch);
  checkDays(item, localDay(at));
  if (before && bodyHash(before) === bodyHash(item)) return { outcome: 'repeated', statements: [] };
  return { outcome: before ? 'updated' : 'created', statements: [putPetition(tenant, item, putter.actor, at)] };
}
