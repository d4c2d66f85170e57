import { randomUUID } from 'node:crypto';
import type { Context } from 'hono';
import { faultPlace, log } from './log.ts';
import type { Metrics } from './metrics.ts';
import { refusalIn } from './pages/refusal-in.ts';
import { type Principal, whoOf } from './principal.ts';
import { Refusal } from './refusal.ts';
import type { Route } from './routes/route.ts';

/** Asked every few seconds by whoever supervises the server. */
const ASKED_ALL_THE_TIME = ['/healthz', '/readyz'];

function refusalOf(error: unknown): Refusal {
  return error instanceof Refusal
    ? error
    : new Refusal(500, 'server.fault', 'Máy chủ chưa xử lý được yêu cầu này. Thử lại sau ít phút.');
}

type Asked = { readonly method: Route['method'] | 'OPTIONS' } & Pick<Route, 'path'> &
  Partial<Pick<Route, 'cors' | 'who'>>;

/**
 * The language a refusal is said in: of what citizens call from a portal's page, the first of `accept-language`. Officers and
 * administrators read Vietnamese, whatever their browser speaks.
 */
function langOf(c: Context, { cors, who }: Asked): 'vi' | 'en' {
  if (!cors || !who?.includes('anyone')) return 'vi';
  return /^\s*en\b/i.test(c.req.header('accept-language') ?? '') ? 'en' : 'vi';
}

function levelOf(status: number, path: string): 'error' | 'info' | 'debug' {
  if (status >= 500) return 'error';
  return ASKED_ALL_THE_TIME.includes(path) ? 'debug' : 'info';
}

/**
 * Answers with what `handle` returns, or with the refusal it throws as a problem body in the caller's language, and logs one line: the route as it is
 * declared, never the address asked for, since tokens and receipts stand there; who asked by kind; nothing of the body. The
 * line's id goes out as `x-request-id`. `handle` calls `seen` once it knows who asks.
 */
export async function answerLogged(
  c: Context,
  asked: Asked,
  handle: (seen: (principal: Principal) => void) => Promise<Response> | Response,
  metrics: Metrics | null,
): Promise<Response> {
  const { method, path } = asked;
  const start = performance.now();
  const requestId = randomUUID();
  c.header('x-request-id', requestId);
  let principal = { kind: 'anyone' } as Principal;
  let response: Response;
  let refused: { code: string; fault?: ReturnType<typeof faultPlace> } | undefined;
  try {
    response = await handle((found) => {
      principal = found;
    });
  } catch (error) {
    const refusal = refusalOf(error);
    refused = { code: refusal.code, ...(refusal.status >= 500 ? { fault: faultPlace(error) } : {}) };
    const { text: message, lang } = refusalIn(refusal, langOf(c, asked));
    response = c.json({ ...refusal.problem(), message }, refusal.status as 400, {
      ...refusal.headers,
      'cache-control': 'no-store',
      'content-language': lang,
    });
  }
  const { status } = response;
  const ms = performance.now() - start;
  metrics?.answered({ method, route: path, status, seconds: ms / 1000, code: refused?.code });
  const tenant = principal.kind === 'anyone' ? undefined : principal.tenant;
  log[levelOf(status, path)](
    {
      requestId,
      method,
      route: path,
      status,
      ms: Math.round(ms),
      tenant,
      who: whoOf(principal),
      ...refused,
    },
    'request',
  );
  return response;
}
