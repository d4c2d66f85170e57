import type { Problem } from '#wire/problem.ts';

/** An answer, or `status: null` when there was none. */
export interface Answer {
  readonly status: number | null;
  readonly body: unknown;
  readonly retryAfter: number | null;
}

interface Ask {
  readonly server: string;
  readonly path: string;
  readonly key?: string;
  readonly person?: string;
  readonly body?: unknown;
  readonly method?: 'DELETE';
}

const NO_ANSWER: Answer = { status: null, body: null, retryAfter: null };
const PATIENCE_MS = 20_000;

/** The only request function of the extension. Never follows a redirect, sends no cookie. */
export async function askServer({ server, path, key, person, body, method }: Ask): Promise<Answer> {
  try {
    const response = await fetch(new URL(path, server), {
      method: method ?? (body === undefined ? 'GET' : 'POST'),
      headers: {
        accept: 'application/json',
        ...(body === undefined ? {} : { 'content-type': 'application/json' }),
        ...(key ? { authorization: `Bearer ${key}` } : {}),
        ...(person ? { 'x-dvc-person': person } : {}),
      },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
      redirect: 'error',
      credentials: 'omit',
      cache: 'no-store',
      signal: AbortSignal.timeout(PATIENCE_MS),
    });
    const after = Number(response.headers.get('retry-after'));
    return {
      status: response.status,
      body: await response.json().catch(() => null),
      retryAfter: Number.isFinite(after) && after > 0 ? after : null,
    };
  } catch {
    return NO_ANSWER;
  }
}

/** The refusal in an answer's body, or `null`. */
export function problemOf(body: unknown): Problem | null {
  if (typeof body !== 'object' || body === null) return null;
  const { code, message } = body as Record<string, unknown>;
  return typeof code === 'string' && typeof message === 'string' ? { code, message } : null;
}

const LOST: ReadonlySet<string> = new Set(['key.revoked', 'key.bad']);

/** Whether the server turned this browser away for good: its key was revoked, or is not known there at all, as after an older copy was put back. */
export const isKeyLost = (problem: Problem | null | undefined): boolean => !!problem && LOST.has(problem.code);
