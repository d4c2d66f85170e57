import { type Context, Hono } from 'hono';
import { admit } from './admit.ts';
import { answerLogged } from './answer-logged.ts';
import { authenticate } from './authenticate.ts';
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

/** Stands in the log for addresses nobody serves, which may hold anything. */
const NO_ROUTE = { method: 'GET', path: '(không có)' } as const;

/**
 * The HTTP program: every route of the list, and of `more`, behind its own declaration of who may call it. No socket, no
 * clock of its own.
 */
export function createApp(services: Services, more: readonly Route[] = []): Hono {
  const app = new Hono();
  const corsMethods = new Map<string, string[]>();
  for (const route of [...routes, ...more]) {
    if (route.cors) corsMethods.set(route.path, [...(corsMethods.get(route.path) ?? []), route.method]);
    app.on(route.method, route.path, (c) => {
      if (route.cors) {
        c.header('access-control-allow-origin', '*');
        // A page of another origin must know how long to wait.
        c.header('access-control-expose-headers', 'retry-after');
      }
      return answerLogged(c, route, async (seen) => {
        const principal = await authenticate(c, services, route.who.includes('anyone'));
        seen(principal);
        admit(route, principal, c.req.header('x-dvc-csrf'));
        return route.handle(c, services, principal);
      });
    });
  }
  for (const [path, methods] of corsMethods) app.options(path, (c) => preflight(c, methods.join(', ')));
  app.onError((error, c) => answerLogged(c, NO_ROUTE, () => Promise.reject(error)));
  app.notFound((c) => answerLogged(c, NO_ROUTE, () => notFound(c, services)));
  return app;
}
