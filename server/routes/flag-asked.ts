import { type Principal, requireUnit } from '../principal.ts';
import { Refusal } from '../refusal.ts';
import type { Db } from '../store/db.ts';
import { type FlagAsked, flagsAsked } from '../store/flag-asked.ts';
import { periodNamed } from './period-named.ts';

/**
 * Whom the flag a request names asks. Of flags that are not his an officer does not even learn that there are any.
 * @throws Refusal 403 `scope.denied`, 409 `period.open`, 422 `period.unknown` `flag.unknown`.
 */
export async function flagAsked(
  db: Db,
  principal: Principal,
  tenant: string,
  { period, flag }: { readonly period: string; readonly flag: string },
): Promise<FlagAsked> {
  const { snapshot } = await periodNamed(db, tenant, period);
  if (snapshot === null)
    throw new Refusal(409, 'period.open', 'Kỳ này chưa chốt nên chưa có dấu hiệu cần xem lại. Đợi chốt kỳ.');
  const asked = (await flagsAsked(db, tenant, snapshot, [flag])).get(flag);
  if (!asked || (principal.kind === 'officer' && asked.officer !== principal.officer))
    throw new Refusal(422, 'flag.unknown', 'Bản chốt của kỳ không có dấu hiệu này. Tải lại danh sách.', {
      issues: [{ path: 'flag', message: 'không có dấu hiệu này' }],
    });
  if (principal.kind !== 'officer' && asked.unit !== '') await requireUnit(db, principal, tenant, asked.unit);
  return asked;
}
