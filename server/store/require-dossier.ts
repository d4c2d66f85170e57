import type { Dossier } from '#rules/dossier.ts';
import { Refusal } from '../refusal.ts';
import type { Db } from './db.ts';
import { dossiersByCode } from './dossiers.ts';

/**
 * The dossier `code`, of a unit the caller may act on.
 * @param mayTouch throws a Refusal when the unit is not the caller's. @throws Refusal 422 `dossier.unknown`, and those of `mayTouch`.
 */
export async function requireDossier(
  db: Db,
  tenant: string,
  code: string,
  mayTouch: (unit: string) => Promise<void>,
): Promise<Dossier> {
  const [dossier] = await dossiersByCode(db, tenant, [code]);
  if (!dossier)
    throw new Refusal(422, 'dossier.unknown', `Chưa có hồ sơ ${code} trên máy chủ. Gửi hồ sơ trước.`, {
      issues: [{ path: 'dossier', message: 'hồ sơ chưa có' }],
    });
  await mayTouch(dossier.unit);
  return dossier;
}

/** @throws Refusal 422 `dossier.unit`: the dossier is another unit's. */
export function requireDossierOf({ code, unit: own }: Dossier, unit: string): void {
  if (own === unit) return;
  throw new Refusal(422, 'dossier.unit', `Hồ sơ ${code} không thuộc đơn vị ${unit}. Kiểm tra lại mã hồ sơ.`, {
    issues: [{ path: 'dossier', message: 'hồ sơ thuộc đơn vị khác' }],
  });
}
