import type { Context } from 'hono';
import type { ZodType } from 'zod';
import { MAX_BATCH, type Outcome } from '#wire/problem.ts';
import { Refusal } from '../refusal.ts';
import { readAs } from './read-as.ts';
import { readJson } from './read-json.ts';

/** Items that passed the schema, with their place in the request; `outcomes` already holds the refusals. */
export interface Batch<T> {
  readonly valid: readonly { readonly index: number; readonly item: T }[];
  readonly outcomes: Outcome[];
}

/** The outcome of an item refused for `refusal`'s reason. */
export function refused(id: string | null, refusal: Pick<Refusal, 'status' | 'problem' | 'headers'>): Outcome {
  const after = Number(refusal.headers['retry-after']);
  const again = after > 0 ? { retryAfter: after } : {};
  return { outcome: 'refused', id, status: refusal.status, problem: refusal.problem(), ...again };
}

function idOf(item: unknown, key: string): string | null {
  const value = typeof item === 'object' && item !== null ? (item as Record<string, unknown>)[key] : null;
  return typeof value === 'string' ? value.slice(0, 80) : null;
}

/**
 * The body as an array of at most 500 items, each read alone: one bad item spoils no other.
 * `idKey` names the field by which an outcome is recognised.
 * @throws Refusal 422 `body.invalid` when the body is not an array, 413 `batch.large`.
 */
export async function readBatch<T>(c: Context, schema: ZodType<T>, idKey: string): Promise<Batch<T>> {
  const body = await readJson(c, 1_048_576);
  if (!Array.isArray(body))
    throw new Refusal(422, 'body.invalid', 'Cần một danh sách (mảng JSON). Đặt các mục trong dấu [ ].', {
      issues: [{ path: '(nội dung)', message: 'không phải danh sách' }],
    });
  if (body.length > MAX_BATCH)
    throw new Refusal(413, 'batch.large', `Mỗi lần gửi tối đa ${MAX_BATCH} mục. Chia nhỏ rồi gửi lại.`, {
      issues: [{ path: '(nội dung)', message: `có ${body.length} mục` }],
    });
  const valid: { index: number; item: T }[] = [];
  const outcomes: Outcome[] = [];
  body.forEach((raw, index) => {
    const read = readAs(schema, raw);
    if ('data' in read) {
      valid.push({ index, item: read.data });
      return;
    }
    const { issues } = read;
    const [first] = issues;
    outcomes[index] = refused(
      idOf(raw, idKey),
      new Refusal(422, 'body.invalid', `Mục ${index + 1}, trường ${first?.path}: ${first?.message}. Sửa rồi gửi lại.`, {
        issues,
      }),
    );
  });
  return { valid, outcomes };
}
