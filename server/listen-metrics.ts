import { createHash, timingSafeEqual } from 'node:crypto';
import { Hono } from 'hono';
import type { Env } from './env.ts';
import { type Listening, listen } from './listen.ts';
import type { Metrics } from './metrics.ts';

const hash = (text: string) => createHash('sha256').update(text).digest();

/** `/metrics` alone, for `token` where there is one. */
export function metricsApp(metrics: Metrics, token: string | null): Hono {
  const app = new Hono();
  app.get('/metrics', async (c) => {
    const shown = /^Bearer (\S+)$/i.exec(c.req.header('authorization') ?? '')?.[1] ?? '';
    if (token !== null && !timingSafeEqual(hash(shown), hash(token)))
      return c.text('Cần METRICS_TOKEN trong tiêu đề Authorization.\n', 401, {
        'www-authenticate': 'Bearer',
        'cache-control': 'no-store',
      });
    return c.body(await metrics.text(), 200, {
      'content-type': metrics.contentType,
      'cache-control': 'no-store',
      'x-content-type-options': 'nosniff',
    });
  });
  return app;
}

/** Serves the figures on an address of their own; `null` when none is set. @throws Error in Vietnamese when it cannot be had. */
export async function listenMetrics(
  metrics: Metrics | null,
  { metricsPort, metricsHost, metricsToken }: Pick<Env, 'metricsPort' | 'metricsHost' | 'metricsToken'>,
): Promise<Listening | null> {
  if (metrics === null || metricsPort === null) return null;
  return listen(metricsApp(metrics, metricsToken), { host: metricsHost, port: metricsPort, baseUrl: null });
}
