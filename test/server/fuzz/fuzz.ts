import { once } from 'node:events';
import { connect } from 'node:net';
import fc from 'fast-check';
import { createApp } from '../../../server/app.ts';
import { listen } from '../../../server/listen.ts';
import { answerFaults } from '../documented/answer-faults.ts';
import { KIA } from '../provinces/own-of-kia.ts';
import { MARK } from '../provinces/planted-copy.ts';
import { showing } from '../route-calls.ts';
import type { TestServer } from '../test-server.ts';
import { UNLIMITED } from '../unlimited.ts';
import { type Call, calls } from './call.ts';
import type { Known } from './schema-values.ts';

/** Beside what its own province has: names only the other one has. */
const withOthers = (own: Known): Known =>
  Object.fromEntries(
    Object.entries(own).map(([key, names]) => {
      const other = key === 'code' ? KIA.dossier : KIA[key as keyof typeof KIA];
      return [key, other ? [...names, other] : key === 'tenant' ? ['mau', 'kia'] : names];
    }),
  );

async function headersOf(server: TestServer, { who, headers, body }: Call): Promise<Record<string, string>> {
  const length: Record<string, string> = body === null ? {} : { 'content-length': String(Buffer.byteLength(body)) };
  return { ...length, ...(await showing(server, 'mau', who)), ...headers };
}

type Session = Readonly<Record<string, string | null>>;

const sessionsOf = ({ db }: TestServer) => db.all<Session>('select * from sessions where tenant = ?', ['mau']);

/** What earlier calls took away from the callers: keys revoked, accounts closed, tablets gone, sessions ended. */
async function restore({ db }: TestServer, sessions: readonly Session[]): Promise<void> {
  const of = ['mau'] as const;
  await db.batch([
    {
      sql: "update users set active = 1 where tenant = ? and login in ('province-admin', 'reviewer', 'viewer', 'inspector')",
      params: of,
    },
    {
      sql: "update users set active = 1, role = 'unit-admin', unit = 'so-a' where tenant = ? and login = 'unit-admin.so-a'",
      params: of,
    },
    { sql: 'update devices set revoked_at = null where tenant = ?', params: of },
    { sql: 'update portal_keys set revoked_at = null where tenant = ?', params: of },
    { sql: 'update kiosks set revoked_at = null, wipe = null where tenant = ?', params: of },
    { sql: 'update officers set active = 1 where tenant = ?', params: of },
    ...sessions.map((session) => {
      const columns = Object.keys(session);
      const sql = `insert into sessions (${columns.join(', ')}) values (${columns.map(() => '?').join(', ')}) on conflict do nothing`;
      return { sql, params: Object.values(session) };
    }),
  ]);
}

/** The call as bytes on a socket, in pieces, the way a program that is not a browser may send it. @returns what came back, read as HTTP. */
async function overSocket(port: number, { route, address, body }: Call, headers: Record<string, string>) {
  const socket = connect(port, '127.0.0.1');
  await once(socket, 'connect');
  const { 'content-length': _, ...rest } = headers;
  const lines = Object.entries(rest).map(([name, value]) => `${name}: ${value}`);
  const piece = Buffer.from(body ?? '');
  const chunked = [Buffer.from(`${piece.length.toString(16)}\r\n`), piece, Buffer.from('\r\n0\r\n\r\n')];
  const head = `${route.method} ${address.replace(/[^\x21-\x7e]/g, '')} HTTP/1.1\r\nhost: x\r\nconnection: close\r\n${lines.join('\r\n')}${lines.length ? '\r\n' : ''}`;
  socket.write(`${head}${body === null ? '\r\n' : 'transfer-encoding: chunked\r\n\r\n'}`, 'latin1');
  if (body !== null) socket.write(piece.length ? Buffer.concat(chunked) : '0\r\n\r\n');
  const got: Buffer[] = [];
  socket.on('data', (data: Buffer) => got.push(data));
  socket.on('error', () => {});
  await once(socket, 'close');
  const text = Buffer.concat(got).toString('utf8');
  return { status: Number(/^HTTP\/1\.1 (\d+)/.exec(text)?.[1] ?? 0), text };
}

export interface Fuzzed {
  readonly calls: number;
  readonly bodies: number;
  /** Calls that did as asked, were refused, and of those went over a socket. */
  readonly done: number;
  readonly refused: number;
  readonly overSockets: number;
  /** `method path` of each operation that was asked. */
  readonly operations: ReadonlySet<string>;
  /** Of those, the ones that did as asked at least once. */
  readonly succeeded: ReadonlySet<string>;
}

/**
 * Asks `runs` calls one after the other, as callers of `mau`; every twentieth over a socket of the listening server.
 * @throws Error with seed, path and the smallest call found, for one answer that is not as it must be.
 */
export async function fuzz(
  server: TestServer,
  own: Known,
  named: (example: unknown) => unknown,
  seed: number,
  runs: number,
): Promise<Fuzzed> {
  const app = createApp({ ...server.services, ...UNLIMITED });
  const listening = await listen(app, { host: '127.0.0.1', port: 0, baseUrl: '' } as Parameters<typeof listen>[1]);
  const sessions = await sessionsOf(server);
  const seen = { calls: 0, bodies: 0, done: 0, refused: 0, overSockets: 0 };
  const [operations, succeeded] = [new Set<string>(), new Set<string>()];
  const others = withOthers(own);
  const known = (route: Call['route'], who: Call['who']) =>
    who === 'anyone' || route.scope === 'public' || route.scope === 'token' ? own : others;

  async function holds(call: Call): Promise<void> {
    const { route, address, body } = call;
    const name = `${route.method} ${route.path}`;
    if (seen.calls % 25 === 0) await restore(server, sessions);
    seen.calls += 1;
    if (body !== null) seen.bodies += 1;
    operations.add(name);
    const headers = await headersOf(server, call);
    const faults: string[] = [];
    if (seen.calls % 20 === 0) {
      seen.overSockets += 1;
      const { status, text } = await overSocket(listening.port, call, headers);
      if (status === 0 || status >= 500) faults.push(`${status} over a socket`);
      if (text.includes(MARK)) faults.push('shows what is of another province');
    } else {
      const response = await app.request(address, { method: route.method, headers, body: body as BodyInit | null });
      const { status } = response;
      const text = await response.text();
      // All is built, and one call comes after the other: there is nothing to wait for either.
      if (status >= 500) faults.push(`${status}: ${text.slice(0, 300)}`);
      if (status < 300) {
        seen.done += 1;
        if (!text.includes('"refused"')) succeeded.add(name);
      } else seen.refused += 1;
      // An address with a slash or nothing in one of its parts is served by another route, or by none.
      const same =
        address.split('?')[0]?.split('/').length === route.path.split('/').length &&
        !/\/(\?|$|\/)|\.\.?(\/|\?|$)|%/.test(address);
      faults.push(
        ...answerFaults(same ? route : null, { status, headers: response.headers, text }).filter(
          (each) => same || !each.includes('nothing is served'),
        ),
      );
      if (text.includes(MARK)) faults.push('shows what is of another province');
    }
    if (faults.length) throw new Error(`${name} as ${call.who}: ${faults.join('; ')}`);
  }

  try {
    await fc.assert(fc.asyncProperty(calls(known, named), holds), {
      ...{ seed, numRuns: runs, interruptAfterTimeLimit: 1_500_000, markInterruptAsFailure: false },
      reporter(details) {
        if (!details.failed) return;
        const call = details.counterexample?.[0];
        const body = typeof call?.body === 'string' ? call.body.slice(0, 2000) : call?.body;
        const error = details.errorInstance;
        throw new Error(
          `SEED=${details.seed} (${details.numRuns} calls, ${details.numShrinks} times made smaller): ${error instanceof Error ? error.message : error}\n` +
            `${call?.route.method} ${call?.address.slice(0, 500)}\n${JSON.stringify(call?.headers)}\n${body}`,
        );
      },
    });
    await restore(server, sessions);
  } finally {
    await listening.close();
  }
  return { ...seen, operations, succeeded };
}
