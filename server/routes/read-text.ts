import type { Context } from 'hono';
import { Refusal } from '../refusal.ts';

/**
 * The body as text, at most `limit` bytes. The length header is demanded so that a body is refused before it is read.
 * @throws Refusal 411 `body.length`, 413 `body.large`.
 */
export async function readText(c: Context, limit: number): Promise<string> {
  const length = Number(c.req.header('content-length'));
  if (!Number.isInteger(length))
    throw new Refusal(411, 'body.length', 'Thiếu tiêu đề Content-Length. Gửi lại kèm độ dài nội dung.');
  if (length > limit)
    throw new Refusal(
      413,
      'body.large',
      `Nội dung gửi quá lớn (tối đa ${limit} byte). Chưa lưu gì; chia nhỏ rồi gửi lại.`,
      { issues: [{ path: '(nội dung)', message: `lớn hơn ${limit} byte` }] },
    );
  return c.req.text();
}
