import type { IsoDate } from '#rules/law.ts';
import type { Petition } from '#wire/petition.ts';
import { bodyHash } from '../body-hash.ts';
import { localDay } from '../clock.ts';
import { Refusal } from '../refusal.ts';
import type { Db, Statement } from './db.ts';
import { dossiersByCode } from './dossiers.ts';
import { putPetition } from './petitions.ts';
import type { Putter } from './plan-dossiers.ts';

/** @throws Refusal 422 `date.future`: nothing can have been received or answered on a day to come. */
function checkDays(item: Petition, today: IsoDate): void {
  for (const path of ['received', 'answered'] as const) {
    const day = item[path];
    if (day !== null && day > today)
      throw new Refusal(422, 'date.future', `Ngày ${day} ở tương lai. Kiểm tra lại ngày của phản ánh.`, {
        issues: [{ path, message: 'ngày ở tương lai' }],
      });
  }
}

/** @throws Refusal 422 `dossier.unknown`, and those of `mayTouch`. */
async function requireDossier(db: Db, tenant: string, code: string, { mayTouch }: Putter): Promise<void> {
  const [dossier] = await dossiersByCode(db, tenant, [code]);
  if (!dossier)
    throw new Refusal(422, 'dossier.unknown', `Chưa có hồ sơ ${code} trên máy chủ. Gửi hồ sơ trước.`, {
      issues: [{ path: 'dossier', message: 'hồ sơ chưa có' }],
    });
  await mayTouch(dossier.unit);
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
  if (item.dossier !== null) await requireDossier(db, tenant, item.dossier, putter);
  checkDays(item, localDay(at));
  if (before && bodyHash(before) === bodyHash(item)) return { outcome: 'repeated', statements: [] };
  return { outcome: before ? 'updated' : 'created', statements: [putPetition(tenant, item, putter.actor, at)] };
}
