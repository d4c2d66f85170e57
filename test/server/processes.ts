import type { Hono } from 'hono';
import { expect } from 'vitest';
import { createApp } from '../../server/app.ts';
import { openServices } from '../../server/open-services.ts';
import type { Db } from '../../server/store/db.ts';
import { type As, type TestServer, testServer } from './test-server.ts';

export interface Asked<Body> {
  readonly status: number;
  readonly body: Body;
  readonly headers: Headers;
}

/** `body`: text is sent as it is, anything else as JSON. */
export async function ask<Body = Record<string, unknown>>(
  app: Hono,
  method: string,
  path: string,
  body?: unknown,
  as: As = {},
): Promise<Asked<Body>> {
  const text = typeof body === 'string' || body === undefined ? body : JSON.stringify(body);
  const length: As = text === undefined ? {} : { 'content-length': String(Buffer.byteLength(text)) };
  const headers = { ...length, 'content-type': 'application/json', ...as };
  const answer = await app.request(path, { method, body: text ?? null, headers });
  const told = await answer.text();
  return { status: answer.status, body: (told ? JSON.parse(told) : null) as Body, headers: answer.headers };
}

/**
 * `n` processes on one database and one folder of keys, as behind a balancer: each with connections, caches and lines of its own. The
 * first is `server`.
 */
export async function processes(n: number) {
  const server = await testServer();
  const beside: Awaited<ReturnType<typeof openServices>>[] = [];
  for (let i = 1; i < n; i += 1) beside.push(await openServices(server.env, () => server.clock.now));
  const apps = [server.services, ...beside].map((services) => createApp(services));
  const dbs: Db[] = [server.db, ...beside.map(({ db }) => db)];
  return {
    server,
    apps,
    dbs,
    /** The same asked of every process at once. */
    askAll: <Body = Record<string, unknown>>(method: string, path: string, body?: unknown, as?: As) =>
      Promise.all(apps.map((app) => ask<Body>(app, method, path, body, as))),
    /** The only value of the only row. */
    async one(sql: string): Promise<unknown> {
      return Object.values((await server.db.all<object>(sql))[0] ?? {})[0];
    },
    async close() {
      for (const services of beside) {
        services.stop();
        await services.close();
      }
      await server.close();
    },
  };
}
export type Processes = Awaited<ReturnType<typeof processes>> & { readonly server: TestServer };

/** How many did as asked; every other one was refused with a code among `codes`. */
export function won(answers: readonly Asked<object>[], ...codes: readonly string[]): number {
  const done = answers.filter(({ status }) => status < 300);
  for (const { status, body } of answers.filter((each) => !done.includes(each)))
    expect(codes, `${status}: ${JSON.stringify(body)}`).toContain((body as { code?: string }).code);
  return done.length;
}
