import { formatDate } from '#rules/format.ts';
import { Refusal } from '../refusal.ts';
import type { Answered } from './links.ts';

/** Refusal 409: the dossier has its answer at this stage; the receipt opens it. */
export function tokenUsed({ day, editableUntil }: Answered): Refusal {
  const until = formatDate(editableUntil);
  return new Refusal(
    409,
    'token.used',
    `Hồ sơ này đã được đánh giá ngày ${formatDate(day)}. Có mã phiếu, Ông/Bà sửa được đến hết ngày ${until}.`,
    { issues: [{ path: 'token', message: 'hồ sơ này đã được đánh giá ở bước này' }] },
  );
}
