import type * as z from 'zod';
import type { ZodType } from 'zod';
import type { Problem } from '#wire/problem.ts';

type Issues = NonNullable<Problem['issues']>;

/** Zod's issues as `{ path: 'answers.q3', message }`. */
function issuesOf(error: z.ZodError): Issues {
  return error.issues.map((issue) => {
    const keys = issue.code === 'unrecognized_keys' ? issue.keys : [];
    return { path: [...issue.path, ...keys].join('.') || '(nội dung)', message: issue.message };
  });
}

/** Where a text holds U+0000, as `answers.q3`; `null` = nowhere. */
function nulIn(value: unknown, path = ''): string | null {
  if (typeof value === 'string') return value.includes('\0') ? path : null;
  if (typeof value !== 'object' || value === null) return null;
  for (const [key, each] of Object.entries(value)) {
    const own = path ? `${path}.${key}` : key;
    const found = key.includes('\0') ? path : nulIn(each, own);
    if (found !== null) return found;
  }
  return null;
}

/** What was sent as `schema` reads it, or what is wrong with each field. No text holds U+0000: PostgreSQL keeps none. */
export function readAs<T>(schema: ZodType<T>, value: unknown): { readonly data: T } | { readonly issues: Issues } {
  const result = schema.safeParse(value);
  if (!result.success) return { issues: issuesOf(result.error) };
  const path = nulIn(result.data);
  if (path === null) return { data: result.data };
  return { issues: [{ path: path || '(nội dung)', message: 'có ký tự rỗng (U+0000), gõ lại chữ ấy' }] };
}
