import { addDays } from '#rules/calendar/date.ts';
import { formatCount, formatDate } from '#rules/format.ts';
import { localDay } from '../clock.ts';
import { Refusal } from '../refusal.ts';
import type { Services } from '../services.ts';
import { invitationsOn } from '../store/invitations.ts';

/** A large province finishes a few thousand dossiers on a working day; more than this from one key is a fault or a theft. */
const LINKS_PER_DAY = 5000;

/**
 * Links this server made for `issuer` and answers through those the issuer made itself are counted together.
 * @throws Refusal 429 `busy` until the next day in Viet Nam when `issuer` has had its number of the day.
 */
export async function requireLinkQuota({ db, now }: Services, tenant: string, issuer: string): Promise<void> {
  const today = localDay(now());
  if ((await invitationsOn(db, tenant, issuer, today)) < LINKS_PER_DAY) return;
  const midnight = Date.parse(`${addDays(today, 1)}T00:00+07:00`);
  const seconds = Math.max(1, Math.ceil((midnight - now().getTime()) / 1000));
  throw new Refusal(
    429,
    'busy',
    `Khóa này đã cấp đủ ${formatCount(LINKS_PER_DAY)} đường dẫn trong ngày ${formatDate(today)}. Gửi lại từ ngày mai, hoặc dùng khóa khác.`,
    { headers: { 'retry-after': String(seconds) }, values: { s: String(seconds) } },
  );
}
