import { type Context, Hono } from 'hono';
import { admit } from './admit.ts';
import { answerLogged } from './answer-logged.ts';
import { authenticate } from './authenticate.ts';
import { preflight, shareAnswer } from './cross-origin.ts';
import { callerName, rateOf } from './rate.ts';
import { routes } from './routes/index.ts';
import { notFound } from './routes/not-found.ts';
import type { Route } from './routes/route.ts';
import { OVER_HTTPS, securityHeaders } from './security-headers.ts';
import type { Services } from './services.ts';

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
  const dress = (c: Context, headers: ReturnType<typeof securityHeaders>) => {
    for (const [name, value] of headers) c.header(name, value);
    if (services.baseUrl.startsWith('https:')) for (const [name, value] of OVER_HTTPS) c.header(name, value);
  };

  function serve(route: Route): (c: Context) => Promise<Response> {
    const rate = rateOf(route);
    const headers = securityHeaders(route);
    const slots = rate === 'costly' || rate === 'upload' ? services.slots[rate] : null;
    return (c) => {
      dress(c, headers);
      return answerLogged(
        c,
        route,
        async (seen) => {
          if (route.cors) await shareAnswer(c, route.cors, services);
          // Before anything is looked up; what citizens send is counted by its handler alone.
          if (rate !== 'counted') await services.calls.network(c, rate);
          const principal = await authenticate(c, services, route.who.includes('anyone'));
          seen(principal);
          admit(route, principal, c.req.header('x-dvc-csrf'));
          if (rate !== 'counted') await services.calls.caller(c, principal, rate);
          if (!slots) return route.handle(c, services, principal);
          const caller = callerName(principal) ?? services.calls.nameOf(c);
          return slots.run(caller, async () => headOnly(c, await route.handle(c, services, principal)));
        },
        services.metrics,
      );
    };
  }

  const all = [...routes, ...more];
  for (const route of all) app.on(route.method, route.path, serve(route));
  const shared = new Map(all.flatMap((route) => (route.cors ? [[route.path, route] as const] : [])));
  for (const [path, route] of shared) {
    const methods = all.filter((each) => each.cors && each.path === path).map(({ method }) => method);
    const headers = securityHeaders(route);
    app.options(path, (c) => {
      dress(c, headers);
      return answerLogged(
        c,
        { ...route, method: 'OPTIONS' },
        async () => {
          await services.calls.network(c, 'open');
          return preflight(c, route.cors ?? 'any', methods, services);
        },
        services.metrics,
      );
    });
  }

  const stray = securityHeaders(null);
  app.onError((error, c) => {
    dress(c, stray);
    return answerLogged(c, NO_ROUTE, () => Promise.reject(error), services.metrics);
  });
  app.notFound((c) => {
    dress(c, stray);
    return answerLogged(
      c,
      NO_ROUTE,
      async () => {
        await services.calls.network(c, 'open');
        return notFound(c, services);
      },
      services.metrics,
    );
  });
  return app;
}
