import { Refusal } from '../refusal.ts';
import type { Services } from '../services.ts';
import { keyFits } from '../store/key-lost.ts';

/** What cannot be done without the key of a period, and what is done once it is back. */
const WITHOUT = {
  score: ['không nối được phiếu với hồ sơ, chưa tính gì', 'làm lại'],
  seal: ['chưa khóa sổ: khóa còn ở nơi khác thì vẫn nối được phiếu với hồ sơ', 'khóa sổ lại'],
} as const;

/**
 * Scored without its key, or with another in its place, no answer would be joined to its dossier; sealed without, the key would
 * outlive the seal that is to destroy it. A period nobody answered in has none and needs none.
 * @throws Refusal 503 `key.lost`.
 */
export async function requireKey(
  { db, keys }: Pick<Services, 'db' | 'keys'>,
  tenant: string,
  period: string,
  work: keyof typeof WITHOUT,
): Promise<void> {
  if (await keyFits(db, keys, tenant, period)) return;
  const [what, then] = WITHOUT[work];
  throw new Refusal(
    503,
    'key.lost',
    `Máy chủ không có đúng khóa của kỳ ${period} nên ${what}. Quản trị máy chủ khôi phục thư mục khóa (KEY_DIR), rồi ${then}.`,
    { headers: { 'retry-after': '300' } },
  );
}
