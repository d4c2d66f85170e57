import { type Context, Hono } from 'hono';
import { admit } from './admit.ts';
import { answerLogged } from './answer-logged.ts';
import { authenticate } from './authenticate.ts';
import { callerName, rateOf } from './rate.ts';
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

/** Of a question for the headers alone nobody takes the body: what still makes it is told to stop. */
async function headOnly(c: Context, response: Response): Promise<Response> {
  if (c.req.method !== 'HEAD' || !response.body) return response;
  await response.body.cancel();
  return new Response(null, { status: response.status, headers: response.headers });
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
    const rate = rateOf(route);
    const slots = rate === 'costly' || rate === 'upload' ? services.slots[rate] : null;
    app.on(route.method, route.path, (c) => {
      if (route.cors) {
        c.header('access-control-allow-origin', '*');
        // A page of another origin must know how long to wait.
        c.header('access-control-expose-headers', 'retry-after');
      }
      return answerLogged(c, route, async (seen) => {
        // Before anything is looked up; what citizens send is counted by its handler alone.
        if (rate !== 'counted') await services.calls.network(c, rate);
        const principal = await authenticate(c, services, route.who.includes('anyone'));
        seen(principal);
        admit(route, principal, c.req.header('x-dvc-csrf'));
        if (rate !== 'counted') await services.calls.caller(c, principal, rate);
        if (!slots) return route.handle(c, services, principal);
        const caller = callerName(principal) ?? services.calls.nameOf(c);
        return slots.run(caller, async () => headOnly(c, await route.handle(c, services, principal)));
      });
    });
  }
  for (const [path, methods] of corsMethods) app.options(path, (c) => preflight(c, methods.join(', ')));
  app.onError((error, c) => answerLogged(c, NO_ROUTE, () => Promise.reject(error)));
  app.notFound((c) => answerLogged(c, NO_ROUTE, () => notFound(c, services)));
  return app;
}
