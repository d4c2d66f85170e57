import { Refusal } from '../refusal.ts';
import { type Db, oneOrNull } from './db.ts';
import type { PeriodKeys } from './period-keys.ts';

/** Whether something of `period` is stored under a key that is not there; every link has its receipt, so receipts tell. */
export async function keyLost(db: Db, keys: PeriodKeys, tenant: string, period: string): Promise<boolean> {
  if (keys.exists(tenant, period)) return false;
  const stored = await oneOrNull(
    db,
    'select 1 as yes from receipts where tenant = ? and period = ? and seq is not null limit 1',
    [tenant, period],
  );
  return stored !== null;
}

/** Whether the key of `period` is there, and is the one its receipts were hidden under, where there are any. */
export async function keyFits(db: Db, keys: PeriodKeys, tenant: string, period: string): Promise<boolean> {
  const stored = await oneOrNull<{ idHash: string; hidden: string }>(
    db,
    `select id_hash as "idHash", hidden from receipts where tenant = ? and period = ? and seq is not null
     and hidden is not null limit 1`,
    [tenant, period],
  );
  if (!stored) return !(await keyLost(db, keys, tenant, period));
  if (!keys.exists(tenant, period)) return false;
  try {
    keys.reveal(tenant, period, stored.idHash, stored.hidden);
    return true;
  } catch {
    return false;
  }
}

/** 503 `key.lost`: a new key would cut every answer so far loose from its dossier, so none is made. */
export function keyLostRefusal(): Refusal {
  return new Refusal(
    503,
    'key.lost',
    'Máy chủ thiếu khóa của kỳ đánh giá này nên chưa nhận được phiếu. Quản trị máy chủ khôi phục thư mục khóa (KEY_DIR), rồi gửi lại.',
    { headers: { 'retry-after': '300' } },
  );
}
