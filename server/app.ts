import { type Context, Hono } from 'hono';
import { admit } from './admit.ts';
import { authenticate } from './authenticate.ts';
import { Refusal } from './refusal.ts';
import { routes } from './routes/index.ts';
import { notFound } from './routes/not-found.ts';
import type { Route } from './routes/route.ts';
import type { Services } from './services.ts';

function preflight(c: Context, methods: string): Response {
  return c.body(null, 204, {
    'access-control-allow-origin': '*',
    'access-control-allow-methods': methods,
    'access-control-allow-headers': 'content-type, authorization, x-dvc-person, x-dvc-receipt',
    'access-control-max-age': '86400',
  });
}

function problemResponse(c: Context, error: Error): Response {
  const refusal =
    error instanceof Refusal
      ? error
      : new Refusal(500, 'server.fault', 'Máy chủ chưa xử lý được yêu cầu này. Thử lại sau ít phút.');
  // The text of a fault may hold what a person typed; only its kind and place go to the log.
  if (refusal.status >= 500) console.error(refusal.code, error.name, error.stack?.split('\n').slice(1, 4).join(' '));
  return c.json(refusal.problem(), refusal.status as 400, { ...refusal.headers, 'cache-control': 'no-store' });
}

/**
 * The HTTP program: every route of the list, and of `more`, behind its own declaration of who may call it. No socket, no
 * clock of its own.
 */
export function createApp(services: Services, more: readonly Route[] = []): Hono {
  const app = new Hono();
  const corsMethods = new Map<string, string[]>();
  for (const route of [...routes, ...more]) {
    if (route.cors) corsMethods.set(route.path, [...(corsMethods.get(route.path) ?? []), route.method]);
    app.on(route.method, route.path, async (c) => {
      if (route.cors) {
        c.header('access-control-allow-origin', '*');
        // A page of another origin must know how long to wait.
        c.header('access-control-expose-headers', 'retry-after');
      }
      const principal = await authenticate(c, services, route.who.includes('anyone'));
      admit(route, principal, c.req.header('x-dvc-csrf'));
      return route.handle(c, services, principal);
    });
  }
  for (const [path, methods] of corsMethods) app.options(path, (c) => preflight(c, methods.join(', ')));
  app.onError((error, c) => problemResponse(c, error));
  app.notFound((c) => notFound(c, services));
  return app;
}
