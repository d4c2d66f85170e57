import { Refusal } from '../refusal.ts';

/** A code of the second step that is not the one of now, or was taken before. 401 at the door, 422 within. */
export function codeWrong(status: 401 | 422): Refusal {
  return new Refusal(
    status,
    'code.wrong',
    'Mã không đúng, đã dùng hoặc đã hết hạn. Đợi mã mới trên điện thoại rồi nhập; vẫn sai thì chỉnh giờ điện thoại về tự động.',
    { issues: [{ path: 'code', message: 'mã không đúng hoặc đã dùng' }] },
  );
}
