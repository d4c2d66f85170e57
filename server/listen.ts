import type { Server } from 'node:http';
import { serve } from '@hono/node-server';
import type { Hono } from 'hono';
import { baseUrlOf, type Env } from './env.ts';

const LAST_ANSWERS_MS = 10_000;
/** A large file is read as slowly as it is taken in; every other body is bounded in bytes where it is read. */
const WHOLE_REQUEST_MS = 4 * 3_600_000;

export interface Listening {
  readonly url: string;
  readonly port: number;
  /** Takes no new request, lets those under way be answered (10 s at most), then resolves. */
  close(): Promise<void>;
}

function closer(server: Server): () => Promise<void> {
  return () =>
    new Promise((resolve) => {
      // A kept-alive connection would hold the server open until its next request.
      const idle = setInterval(() => server.closeIdleConnections(), 50);
      const late = setTimeout(() => server.closeAllConnections(), LAST_ANSWERS_MS);
      server.close(() => {
        clearInterval(idle);
        clearTimeout(late);
        resolve();
      });
    });
}

function refusalText(error: NodeJS.ErrnoException, env: Pick<Env, 'host' | 'port'>): string {
  if (error.code === 'EADDRINUSE')
    return `Cổng ${env.port} đang có chương trình khác dùng. Dừng chương trình đó, hoặc đặt PORT thành cổng khác.`;
  return `Không mở được ${env.host}:${env.port} (${error.code}). Kiểm tra HOST và PORT.`;
}

/** Serves `app` over HTTP. @throws Error in Vietnamese when the address cannot be had. */
export function listen(app: Hono, env: Pick<Env, 'host' | 'port' | 'baseUrl'>): Promise<Listening> {
  return new Promise((resolve, reject) => {
    const server = serve({ fetch: app.fetch, hostname: env.host, port: env.port }, ({ port }) =>
      resolve({ url: baseUrlOf({ ...env, port }), port, close: closer(server) }),
    ) as Server;
    server.requestTimeout = WHOLE_REQUEST_MS;
    server.once('error', (error) => reject(new Error(refusalText(error, env))));
  });
}
