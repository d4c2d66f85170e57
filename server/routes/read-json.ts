import type { Context } from 'hono';
import type { ZodType } from 'zod';
import * as z from 'zod';
import { vietnameseError } from '#wire/vietnamese-error.ts';
import { Refusal } from '../refusal.ts';
import { readAs } from './read-as.ts';
import { readText } from './read-text.ts';

z.config({ localeError: vietnameseError });

/** Checks `value` against `schema`. @throws Refusal 422 `body.invalid` naming each field. */
export function check<T>(schema: ZodType<T>, value: unknown): T {
  const read = readAs(schema, value);
  if ('data' in read) return read.data;
  const [first] = read.issues;
  throw new Refusal(422, 'body.invalid', `Trường ${first?.path}: ${first?.message}. Sửa rồi gửi lại.`, read);
}

/**
 * The JSON body, at most `limit` bytes.
 * @throws Refusal 411 `body.length`, 413 `body.large`, 400 `body.bad`.
 */
export async function readJson(c: Context, limit = 262_144): Promise<unknown> {
  const text = await readText(c, limit);
  try {
    return JSON.parse(text);
  } catch {
    throw new Refusal(
      400,
      'body.bad',
      'Không đọc được nội dung gửi (cần JSON đúng mẫu). Chưa lưu gì; xem ví dụ tại /openapi.json.',
      { issues: [{ path: '(nội dung)', message: 'không phải JSON' }] },
    );
  }
}
