import { formatCount } from '#rules/format.ts';
import { language, texts } from '../language.ts';

const say = texts(
  { revoked: 'Máy này không còn được đăng ký. Xin mã mới từ quản trị đơn vị; {n} việc chưa gửi vẫn còn.' },
  { revoked: 'This browser is no longer enrolled. Ask your unit admin for a code; {n} unsent items are kept.' },
);

/** Said as soon as the server no longer knows this browser; nothing of the officer's work is lost by it. */
export function RevokedNote({ unsent }: { unsent: number }) {
  return <p class="problem">{say('revoked', { n: formatCount(unsent, language()) })}</p>;
}
