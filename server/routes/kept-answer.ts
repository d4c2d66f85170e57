import { createHash } from 'node:crypto';
import type { Context } from 'hono';
import type { Services } from '../services.ts';
import type { Db } from '../store/db.ts';
import { publicStamp } from '../store/public-stamp.ts';

/** One answer as it was made, of one state of what is published. */
interface Kept {
  readonly stamp: string;
  readonly etag: string;
  readonly headers: readonly (readonly [string, string])[];
  readonly body: ArrayBuffer;
}

/** Bytes kept of all provinces together, and of one answer: a larger one is made each time. */
export const MOST_BYTES = 32 * 1024 * 1024;
const MOST_OF_ONE = MOST_BYTES / 8;

/** The answers of one server, the one asked for longest ago first. */
class KeptAnswers {
  readonly #kept = new Map<string, Kept>();
  #bytes = 0;

  get bytes(): number {
    return this.#bytes;
  }

  get(key: string, stamp: string): Kept | null {
    const found = this.#kept.get(key);
    if (!found) return null;
    this.#drop(key);
    if (found.stamp !== stamp) return null;
    this.put(key, found);
    return found;
  }

  put(key: string, kept: Kept): void {
    this.#drop(key);
    this.#kept.set(key, kept);
    this.#bytes += kept.body.byteLength;
    for (const oldest of this.#kept.keys()) {
      if (this.#bytes <= MOST_BYTES) break;
      this.#drop(oldest);
    }
  }

  #drop(key: string): void {
    this.#bytes -= this.#kept.get(key)?.body.byteLength ?? 0;
    this.#kept.delete(key);
  }
}

/** Apart for each database a process has open: tests and the demo have several. */
const SERVERS = new WeakMap<Db, KeptAnswers>();

export function keptOf(db: Db): KeptAnswers {
  const kept = SERVERS.get(db) ?? new KeptAnswers();
  SERVERS.set(db, kept);
  return kept;
}

/** `If-None-Match` with this tag in it. */
const hasIt = (c: Context, etag: string) =>
  (c.req.header('if-none-match') ?? '').split(',').some((each) => each.trim().replace(/^W\//, '') === etag);

/**
 * A public answer, made once for each state of what is published (`publicStamp`) and given from memory until the next: a publication, a
 * correction, a withdrawal or the end of an embargo shows at once. Whoever has it already is told so without it. Refusals are not kept.
 * @param tenant whose figures it is made of; answers are kept by tenant and address.
 * @param procedures whether it names the procedures of the province.
 */
export async function keptAnswer(
  c: Context,
  { db, now }: Pick<Services, 'db' | 'now'>,
  tenant: string,
  make: () => Promise<Response>,
  procedures = false,
): Promise<Response> {
  // Read before the answer is made: what changes meanwhile makes the next request ask again, never keeps what is gone.
  const stamp = await publicStamp(db, tenant, now(), procedures);
  const { pathname, search } = new URL(c.req.url);
  const key = JSON.stringify([tenant, pathname, search]);
  const kept = keptOf(db);
  let answer = kept.get(key, stamp);
  if (!answer) {
    const response = await make();
    if (response.status !== 200) return response;
    const body = await response.arrayBuffer();
    const etag = `"${createHash('sha256').update(new Uint8Array(body)).digest('base64url').slice(0, 27)}"`;
    answer = { stamp, etag, headers: [...response.headers], body };
    if (body.byteLength <= MOST_OF_ONE) kept.put(key, answer);
  }
  const { body, etag, headers } = answer;
  const unchanged = hasIt(c, etag);
  const response = new Response(unchanged ? null : body, {
    status: unchanged ? 304 : 200,
    headers: [...headers.map(([name, value]): [string, string] => [name, value])],
  });
  response.headers.set('etag', etag);
  return response;
}
