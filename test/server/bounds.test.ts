import { connect } from 'node:net';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { createApp } from '../../server/app.ts';
import { createCallLimit } from '../../server/call-limit.ts';
import { type Listening, listen } from '../../server/listen.ts';
import type { Principal } from '../../server/principal.ts';
import { PER_MINUTE, rateOf } from '../../server/rate.ts';
import { routes } from '../../server/routes/index.ts';
import type { Route } from '../../server/routes/route.ts';
import { CALLERS, pathNaming, showing } from './route-calls.ts';
import { type As, type Caller, type TestServer, testServer } from './test-server.ts';

const NAMES = {
  ...{ unit: 'so-a', officer: 'khong-co', dossier: 'H99.01-261110-0001', period: '2026-q4', device: 'khong-co' },
  ...{ login: 'khong-co', id: 'khong-co', kiosk: 'mau.0000000009' },
};
/** One that only the name of a built file fits. */
const pathOf = (route: Route) => pathNaming(route.path, NAMES).replace('khong-co-file', 'widget-khong-co.js');
const nameOf = (route: Route) => `${route.method} ${route.path}`;
let server: TestServer;
let listening: Listening;

beforeAll(async () => {
  server = await testServer();
  listening = await listen(createApp(server.services), { host: '127.0.0.1', port: 0, baseUrl: null });
});
afterAll(async () => {
  await listening.close();
  await server.close();
});

/** Sends a request's head and `begin` of its body and no more; resolves with the status and code of the answer that comes all the same. */
function beginOnly(method: string, path: string, headers: As, begin: string) {
  return new Promise<{ status: number; code: string | undefined }>((resolve, reject) => {
    const socket = connect(listening.port, '127.0.0.1');
    let text = '';
    socket.on('data', (piece) => {
      text += piece;
      const [head = '', body] = text.split('\r\n\r\n');
      const length = Number(/content-length: (\d+)/i.exec(head)?.[1] ?? 0);
      if (body === undefined || Buffer.byteLength(body) < length) return;
      socket.destroy();
      resolve({ status: Number(head.split(' ')[1]), code: /"code":"([^"]+)"/.exec(body)?.[1] });
    });
    socket.on('error', reject);
    const lines = Object.entries({ host: 'x', 'content-type': 'application/json', ...headers });
    socket.write(`${method} ${path} HTTP/1.1\r\n${lines.map(([k, v]) => `${k}: ${v}\r\n`).join('')}\r\n${begin}`);
  });
}

async function asOneWhoMay(route: Route): Promise<As> {
  const who = CALLERS.find((caller) => route.who.includes(caller));
  return who ? showing(server, 'mau', who) : {};
}

describe('a body is bounded before it is read', () => {
  /** Refused for what their address names before anybody asks for the body. */
  const BEFORE = ['token.bad', 'case.unknown', 'receipt.bad', 'import.unknown', 'period.unknown', 'period.sealing'];

  /** Declares that it takes an empty object and reads none. */
  const UNREAD = ['POST /v1/periods/:period/timeliness/renewal'];

  for (const route of routes.filter(({ method }) => method !== 'GET'))
    test(nameOf(route), async () => {
      const path = pathOf(route);
      const large = await beginOnly(
        ...([route.method, path] as const),
        { 'content-length': String(3 * 1024 ** 3), ...(await asOneWhoMay(route)) },
        '[{"id":',
      );
      const chunked = await beginOnly(
        ...([route.method, path] as const),
        { 'transfer-encoding': 'chunked', ...(await asOneWhoMay(route)) },
        '7\r\n[{"id":\r\n',
      );
      // That an answer came at all says that nobody waited for the rest.
      for (const { status } of [large, chunked]) expect(status).toBeLessThan(500);
      if (!route.body || UNREAD.includes(nameOf(route)) || BEFORE.includes(large.code ?? '')) return;
      expect([large.status, large.code]).toEqual([413, 'body.large']);
      expect([chunked.status, chunked.code]).toEqual([411, 'body.length']);
    });

  test('address and headers too', async () => {
    const long = await fetch(`${listening.url}/healthz?${'x'.repeat(20_000)}`);
    expect(long.status).toBe(431);
    const many = await fetch(`${listening.url}/healthz`, { headers: { 'x-long': 'x'.repeat(20_000) } });
    expect(many.status).toBe(431);
  });
});

describe('calls of every route are bounded', () => {
  const calls = createCallLimit({ behindProxy: true });
  const from = (address: string) =>
    ({ env: undefined, req: { header: () => address } }) as unknown as Parameters<typeof calls.network>[0];
  const WHO: Readonly<Record<Caller, Principal>> = {
    portal: { kind: 'portal', tenant: 'mau', keyId: 'cong', units: [] },
    device: { kind: 'device', tenant: 'mau', device: 'may-1', unit: 'so-a' },
    officer: { kind: 'officer', tenant: 'mau', device: 'may-1', unit: 'so-a', officer: 'CB-01' },
    kiosk: { kind: 'kiosk', tenant: 'mau', kiosk: 'mau.0000000001', unit: 'so-a' },
    ...(Object.fromEntries(
      (['province-admin', 'unit-admin', 'reviewer', 'viewer', 'inspector'] as const).map((role) => [
        role,
        {
          kind: 'user',
          tenant: 'mau',
          login: role === 'unit-admin' ? 'unit-admin.so-a' : role,
          role,
          unit: null,
          csrf: '',
          owesSecondStep: false,
        },
      ]),
    ) as Record<'province-admin' | 'unit-admin' | 'reviewer' | 'viewer' | 'inspector', Principal>),
  };
  let ask: (route: Route, address: string, as: As) => Promise<Response>;

  beforeAll(async () => {
    const app = createApp({ ...server.services, calls });
    ask = async (route, address, as) =>
      app.request(pathOf(route), {
        method: route.method,
        headers: { 'x-forwarded-for': address, ...as },
      });
    for (const [rate, { network, caller }] of Object.entries(PER_MINUTE) as [
      ReturnType<typeof rateOf>,
      { network: number | null; caller: number | null },
    ][]) {
      for (let n = 0; n < (network ?? 0); n += 1) await calls.network(from(`203.0.113.${rate.length}`), rate);
      for (const principal of Object.values(WHO))
        for (let n = 0; n < (caller ?? 0); n += 1)
          await calls.caller(from('192.0.2.1'), principal, rate).catch(() => {});
    }
  });

  test('only what citizens send is counted by its handler alone', () => {
    expect(routes.filter((route) => rateOf(route) === 'counted').map(nameOf)).toEqual(['POST /v1/responses']);
  });

  for (const route of routes.filter((each) => PER_MINUTE[rateOf(each)].network !== null))
    test(`${nameOf(route)} for one network`, async () => {
      const answer = await ask(route, `203.0.113.${rateOf(route).length}`, {});
      expect([answer.status, ((await answer.json()) as { code: string }).code]).toEqual([429, 'busy']);
      expect(Number(answer.headers.get('retry-after'))).toBeGreaterThan(0);
    });

  for (const route of routes.filter((each) => PER_MINUTE[rateOf(each)].caller !== null && !each.who.includes('anyone')))
    test(`${nameOf(route)} for one caller, wherever he calls from`, async () => {
      const caller = CALLERS.find((each) => route.who.includes(each)) as Caller;
      const answer = await ask(route, '198.51.100.1', await showing(server, 'mau', caller));
      expect([answer.status, ((await answer.json()) as { code: string }).code]).toEqual([429, 'busy']);
    });

  test('another network and another caller go on', async () => {
    const session = routes.find((route) => nameOf(route) === 'GET /v1/session') as Route;
    const answer = await ask(session, '198.51.100.2', server.credentials.kia['province-admin']);
    expect(answer.status).toBe(200);
  });
});
