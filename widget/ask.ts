import type { Lang } from '#rules/surveys/survey.ts';
import type { Problem } from '#wire/problem.ts';

const TIMEOUT_MS = 20_000;

/** What the server says when it refuses, and in which language; only the code `load` where nothing came. */
export type Refused = Pick<Problem, 'code'> & Partial<Problem> & { readonly lang?: Lang };

/** One answer over HTTP. `status: null` = none, or one that is not ours: a hotel's sign-in page answers 200 with HTML. */
export interface Answer {
  readonly status: number | null;
  readonly retryAfter: number | null;
  /** A `Refused` from status 400 on. */
  readonly body: unknown;
}

/**
 * GET, or `method` with `body` as JSON. Never throws; no cookies, no cache of what people wrote. Only headers that browsers
 * let through without asking the server first, where nothing is sent.
 */
export async function ask(
  url: string,
  lang: Lang,
  method = 'GET',
  body?: object,
  headers: Readonly<Record<string, string>> = {},
): Promise<Answer> {
  try {
    const response = await fetch(url, {
      method,
      credentials: 'omit',
      signal: AbortSignal.timeout(TIMEOUT_MS),
      headers: { 'accept-language': lang, ...(body && { 'content-type': 'application/json', ...headers }) },
      ...(body && {
        body: JSON.stringify(body),
        // Outlives the page. Browsers allow 64 KiB; 40 answers and 1,000 characters are below 6.
        keepalive: true,
      }),
    });
    const { status, headers: told } = response;
    const read = await response.json().catch(() => null);
    const ours = read && (status < 400 || read.code);
    if (ours && status >= 400) read.lang = told.get('content-language') ?? 'vi';
    return {
      // A server that is down or too busy may be spoken for by what stands before it; a refusal must be its own.
      status: ours || status === 429 || status >= 500 ? status : null,
      retryAfter: Number(told.get('retry-after')) || null,
      body: read,
    };
  } catch {
    return { status: null, retryAfter: null, body: null };
  }
}

/** What was asked for, or why it is not there. */
export const refusedOr = <T extends object>({ status, body }: Answer): T | Refused =>
  status === 200 ? (body as T) : status && status < 429 ? (body as Refused) : { code: 'load' };
