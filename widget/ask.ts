const TIMEOUT_MS = 20_000;

/** One answer over HTTP. `status: null` = none, or one that is not ours: a hotel's sign-in page answers 200 with HTML. */
export interface Answer {
  readonly status: number | null;
  readonly retryAfter: number | null;
  readonly body: unknown;
}

/** GET, or `method` with `body` as JSON. Never throws; no cookies, no cache of what people wrote. */
export async function ask(
  url: string,
  method = 'GET',
  body?: unknown,
  headers: Readonly<Record<string, string>> = {},
): Promise<Answer> {
  const text = body === undefined ? undefined : JSON.stringify(body);
  try {
    const response = await fetch(url, {
      method,
      credentials: 'omit',
      signal: AbortSignal.timeout(TIMEOUT_MS),
      ...(text && {
        body: text,
        headers: { 'content-type': 'application/json', ...headers },
        // Outlives the page. Browsers allow 64 KiB; 40 answers and 1,000 characters are below 6.
        keepalive: true,
      }),
    });
    const read: unknown = await response.json().catch(() => null);
    const { status } = response;
    return {
      status: status < 300 && read === null ? null : status,
      retryAfter: Number(response.headers.get('retry-after')) || null,
      body: read,
    };
  } catch {
    return { status: null, retryAfter: null, body: null };
  }
}
