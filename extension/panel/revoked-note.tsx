import { formatCount } from '#rules/format.ts';

/** Said as soon as the server no longer knows this browser; nothing of the officer's work is lost by it. */
export function RevokedNote({ unsent }: { unsent: number }) {
  return (
    <p class="problem">
      Máy này không còn được đăng ký. Xin mã mới từ quản trị đơn vị; {formatCount(unsent)} việc chưa gửi vẫn còn.
    </p>
  );
}
