import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { createApp } from '../../server/app.ts';
import { routes } from '../../server/routes/index.ts';
import type { Route } from '../../server/routes/route.ts';
import { CALLERS, pathNaming, showing } from './route-calls.ts';
import { type As, type TestServer, testServer } from './test-server.ts';

const NAMES = {
  ...{ unit: 'so-a', officer: 'khong-co', dossier: 'H99.01-261110-0001', period: '2026-q4', device: 'khong-co' },
  ...{ login: 'khong-co', id: 'khong-co', kiosk: 'mau.0000000009' },
};
const nameOf = (route: Route) => `${route.method} ${route.path}`;
const LEAN = ['POST /v1/responses'];
let server: TestServer;
let app: ReturnType<typeof createApp>;

beforeAll(async () => {
  server = await testServer();
  app = createApp({ ...server.services, baseUrl: 'https://danhgia.tinh.gov.vn' });
});
afterAll(() => server.close());

const ask = async (method: string, path: string, as: As = {}) =>
  (await app.request(path, { method, headers: as })).headers;

/** What every answer carries. */
function expectBase(headers: Headers): void {
  expect(headers.get('x-content-type-options')).toBe('nosniff');
  expect(headers.get('strict-transport-security')).toBe('max-age=31536000');
  expect(headers.get('cache-control')).toMatch(/no-store|no-cache|max-age/);
}

/** What every answer carries but the leanest. */
function expectFull(headers: Headers): void {
  expectBase(headers);
  const policy = headers.get('content-security-policy') ?? '';
  expect(policy).toMatch(/default-src '(none|self)'/);
  expect(policy).toMatch(/frame-ancestors 'none'/);
  expect(policy).toMatch(/base-uri 'none'/);
  expect(policy).not.toMatch(/unsafe|\*|http:/);
  expect(headers.get('referrer-policy')).toBe('no-referrer');
  expect(headers.get('cross-origin-opener-policy')).toBe('same-origin');
  expect(headers.get('permissions-policy')).toContain('camera=()');
  // What runs beside a policy without scripts is no page, or has no script.
  if (headers.get('content-type')?.includes('text/html')) expect(policy).toMatch(/form-action '(self|none)'/);
}

describe('every answer says how it may be used', () => {
  for (const route of routes)
    test(nameOf(route), async () => {
      const path = pathNaming(route.path, NAMES).replace('khong-co-file', 'widget-khong-co.js');
      const who = CALLERS.find((caller) => route.who.includes(caller));
      const asked = who ? await showing(server, 'mau', who) : {};
      // Whoever may, and nobody: answers and refusals alike.
      for (const as of [asked, {}]) {
        const headers = await ask(route.method, path, as);
        if (LEAN.includes(nameOf(route))) expectBase(headers);
        else {
          expectFull(headers);
          const shared = route.cors !== undefined || /^\/(k|cong-khai|v1\/public)\//.test(route.path);
          expect(headers.get('cross-origin-resource-policy')).toBe(shared ? 'cross-origin' : 'same-origin');
        }
        // What somebody's key or session opened is kept by nobody.
        if (!route.who.includes('anyone') || route.scope === 'token')
          expect(headers.get('cache-control')).toMatch(/no-store/);
      }
    });

  test('an address nobody serves, as data and as a page', async () => {
    expectFull(await ask('GET', '/khong-co'));
    expectFull(await ask('GET', '/khong-co', { accept: 'text/html' }));
    expectFull(await ask('PATCH', '/v1/responses'));
  });

  test('what a browser asks before it sends, granted or not', async () => {
    for (const origin of ['https://cong.example.gov.vn', 'null'])
      expectBase(await ask('OPTIONS', '/v1/responses', { origin, 'access-control-request-method': 'POST' }));
    expectFull(await ask('OPTIONS', '/v1/packs', { origin: 'https://x.vn', 'access-control-request-method': 'GET' }));
  });
});

test('without HTTPS nobody is told to ask for it alone, nor what browsers heed over it alone', async () => {
  const { headers } = await server.request('GET', '/healthz');
  expect(headers.get('strict-transport-security')).toBeNull();
  expect(headers.get('cross-origin-opener-policy')).toBeNull();
});
