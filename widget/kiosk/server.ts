import type { Problem } from '#wire/problem.ts';

const TIMEOUT_MS = 20_000;

/** What came back. `status: null` = nothing did, or not from our server. */
export interface Answer<T> {
  readonly status: number | null;
  readonly retryAfter: number | null;
  readonly body: T | null;
  readonly problem: Partial<Problem>;
}

/** Asks the server this page came from, with the tablet's key where there is one. Never throws. */
export async function ask<T>(method: string, path: string, key: string | null, body?: unknown): Promise<Answer<T>> {
  try {
    const response = await fetch(path, {
      method,
      credentials: 'omit',
      cache: 'no-store',
      signal: AbortSignal.timeout(TIMEOUT_MS),
      headers: {
        ...(key === null ? {} : { authorization: `Bearer ${key}` }),
        ...(body === undefined ? {} : { 'content-type': 'application/json' }),
      },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    });
    const read: unknown = response.status === 204 ? {} : await response.json().catch(() => null);
    // A sign-in page of the building's network answers 200 with HTML.
    if (read === null) return { status: null, retryAfter: null, body: null, problem: {} };
    const retryAfter = Number(response.headers.get('retry-after')) || null;
    const { status, ok } = response;
    return ok
      ? { status, retryAfter, body: read as T, problem: {} }
      : { status, retryAfter, body: null, problem: read as Partial<Problem> };
  } catch {
    return { status: null, retryAfter: null, body: null, problem: {} };
  }
}
