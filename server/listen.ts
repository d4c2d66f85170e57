import type { IncomingMessage, Server, ServerResponse } from 'node:http';
import { serve } from '@hono/node-server';
import type { Hono } from 'hono';
import { baseUrlOf, type Env } from './env.ts';

const LAST_ANSWERS_MS = 10_000;
/** A large file is read as slowly as it is taken in; every other body is bounded in bytes and time where it is read. */
const WHOLE_REQUEST_MS = 4 * 3_600_000;
/** Whoever sends its headers piece by piece only wants to hold the connection. */
const HEADERS_MS = 15_000;
const LOOK_FOR_SLOW_MS = 2_000;
const KEPT_ALIVE_MS = 10_000;
/** Address and headers together; the longest link a portal seals is below two kilobytes. */
const MOST_HEADER_BYTES = 16_384;
const MOST_HEADERS = 100;
/** More than an office, or the proxy before us, opens; each costs memory for what it may send. */
const MOST_CONNECTIONS = 4_000;
/** For what is left of a body nobody read once the answer is out. */
const REST_OF_BODY_MS = 5_000;

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

/** A body that still drips in after the answer holds the connection no longer. */
function cutDrips(request: IncomingMessage, response: ServerResponse): void {
  response.once('finish', () => {
    if (!request.complete) setTimeout(() => request.complete || request.socket.destroy(), REST_OF_BODY_MS).unref();
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
    const serverOptions = {
      maxHeaderSize: MOST_HEADER_BYTES,
      connectionsCheckingInterval: LOOK_FOR_SLOW_MS,
      headersTimeout: HEADERS_MS,
      requestTimeout: WHOLE_REQUEST_MS,
      keepAliveTimeout: KEPT_ALIVE_MS,
    };
    const server = serve({ fetch: app.fetch, hostname: env.host, port: env.port, serverOptions }, ({ port }) =>
      resolve({ url: baseUrlOf({ ...env, port }), port, close: closer(server) }),
    ) as Server;
    server.maxHeadersCount = MOST_HEADERS;
    server.maxConnections = MOST_CONNECTIONS;
    server.on('request', cutDrips);
    server.once('error', (error) => reject(new Error(refusalText(error, env))));
  });
}
