import { formatDate } from '#rules/format.ts';
import type { IsoDate } from '#rules/law.ts';
import type { Problem } from '#wire/problem.ts';
import { Refusal } from '../refusal.ts';
import type { Answered } from './links.ts';

const NO_SUCH_LINK: Problem['issues'] = [{ path: 'token', message: 'không có đường dẫn này' }];

/** `token.bad`: 404 where the link itself is asked for, 422 where it is a field of a response. */
export function tokenBad(status: 404 | 422, issues = NO_SUCH_LINK): Refusal {
  return new Refusal(status, 'token.bad', 'Đường dẫn không đúng. Hãy mở lại từ giấy hẹn hoặc tin nhắn của cơ quan.', {
    issues,
  });
}

/**
 * 410 `token.revoked`: the portal made it with a key that was taken back.
 * @param unit the office it was about, where an opinion can still be given without it.
 */
export function tokenRevoked(unit: string | undefined): Refusal {
  return new Refusal(410, 'token.revoked', 'Đường dẫn này đã bị thu hồi. Ông/Bà vẫn có thể góp ý không kèm mã hồ sơ.', {
    issues: [{ path: 'token', message: 'khóa cổng làm ra đường dẫn này đã bị thu hồi' }],
    values: unit === undefined ? {} : { unit },
  });
}

/** 410 `token.expired`: the link is out of time. */
export function tokenExpired(expires: IsoDate): Refusal {
  return new Refusal(
    410,
    'token.expired',
    `Đường dẫn này hết hạn ngày ${formatDate(expires)}. Ông/Bà vẫn có thể góp ý không kèm mã hồ sơ.`,
    { issues: [{ path: 'token', message: 'đường dẫn đã hết hạn' }], values: { date: formatDate(expires) } },
  );
}

/** 409 `token.used`: the dossier has its answer at this stage; the receipt opens it, for changes until its period closes. */
export function tokenUsed({ day, editableUntil, open }: Answered): Refusal {
  const [date, until] = [formatDate(day), formatDate(editableUntil)];
  const more = open
    ? `Có mã phiếu, Ông/Bà sửa được đến hết ngày ${until}.`
    : 'Có mã phiếu, Ông/Bà xem lại được câu trả lời.';
  return new Refusal(409, 'token.used', `Hồ sơ này đã được đánh giá ngày ${date}. ${more}`, {
    issues: [{ path: 'token', message: 'hồ sơ này đã được đánh giá ở bước này' }],
    values: open ? { date, until } : { date },
  });
}
