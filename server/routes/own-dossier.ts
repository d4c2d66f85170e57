import type { Dossier } from '#rules/dossier.ts';
import { type Principal, requireUnit } from '../principal.ts';
import { Refusal } from '../refusal.ts';
import type { Db } from '../store/db.ts';
import { dossiersByCode } from '../store/dossiers.ts';

/**
 * The dossier `code`, of a unit the caller may act on.
 * @throws Refusal 422 `dossier.unknown`, 403 `scope.denied`.
 */
export async function ownDossier(db: Db, principal: Principal, tenant: string, code: string): Promise<Dossier> {
  const [dossier] = await dossiersByCode(db, tenant, [code]);
  if (!dossier)
    throw new Refusal(422, 'dossier.unknown', `Chưa có hồ sơ ${code} trên máy chủ. Gửi hồ sơ trước.`, {
      issues: [{ path: 'dossier', message: 'hồ sơ chưa có' }],
    });
  await requireUnit(db, principal, tenant, dossier.unit);
  return dossier;
}
