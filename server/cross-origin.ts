import type { Context } from 'hono';
import { tenantOf } from '#wire/ids.ts';
import type { Route } from './routes/route.ts';
import type { Services } from './services.ts';

/** So long a browser need not ask again: where any page may, nothing changes; a list may. */
const MAX_AGE = { any: '86400', portals: '600' } as const;

/** The province an address names, by itself or by an id or token in it. */
function tenantIn(c: Context): string | null {
  const { tenant, id, token } = c.req.param() as Readonly<Record<string, string>>;
  const named = id ?? token;
  return tenant ?? (named?.includes('.') ? tenantOf(named) : null);
}

/**
 * Lets the page that asks read the answer, refusals too, when it may ask at all.
 * @throws Refusal 403 `origin.denied`.
 */
export async function shareAnswer(c: Context, cors: NonNullable<Route['cors']>, services: Services): Promise<void> {
  // A page of another origin must know how long to wait.
  c.header('access-control-expose-headers', 'retry-after');
  if (cors === 'any') {
    c.header('access-control-allow-origin', '*');
    return;
  }
  c.header('vary', 'origin');
  const origin = await services.portals.require(c, tenantIn(c));
  if (origin !== null) c.header('access-control-allow-origin', origin);
}

/**
 * What a browser asks before it sends what no form could.
 * @throws Refusal 403 `origin.denied`.
 */
export async function preflight(
  c: Context,
  cors: NonNullable<Route['cors']>,
  methods: readonly string[],
  services: Services,
): Promise<Response> {
  await shareAnswer(c, cors, services);
  return c.body(null, 204, {
    'access-control-allow-methods': methods.join(', '),
    'access-control-allow-headers': 'content-type, authorization, x-dvc-person, x-dvc-receipt',
    'access-control-max-age': MAX_AGE[cors],
  });
}
