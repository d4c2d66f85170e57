import { afterEach, beforeEach, expect, test } from 'vitest';
import type { Problem } from '#wire/problem.ts';
import { routes } from '../../server/routes/index.ts';
import { pathNaming } from './route-calls.ts';
import { idOf, responseOf, type TestServer, testServer } from './test-server.ts';

const LISTED = 'https://cong.example.gov.vn';
const OTHER = 'https://khac.example.com';
const NAMES = {
  ...{ unit: 'so-a', officer: 'CB-01', dossier: 'H99.01-261110-0001', period: '2026-q4', device: 'khong-co' },
  ...{ login: 'khong-co', id: 'mau.khong-co', kiosk: 'mau.0000000009' },
};
let server: TestServer;
beforeEach(async () => {
  server = await testServer();
});
afterEach(() => server.close());

const list = (origins: readonly string[], tenant: 'mau' | 'kia' = 'mau') =>
  server.request('PUT', '/v1/portal-origins', { origins }, server.credentials[tenant]['province-admin']);
const preflight = (path: string, origin: string) =>
  server.request<Problem>('OPTIONS', path, undefined, {
    origin,
    'access-control-request-method': 'POST',
    'access-control-request-headers': 'content-type',
  });
const send = (n: number, origin: string, tenant = 'mau') =>
  server.request<Problem>('POST', '/v1/responses', { ...responseOf(n), id: idOf(n, tenant) }, { origin });
const allowed = ({ headers }: { headers: Headers }) => headers.get('access-control-allow-origin');

test('without a list any page may send, and reads its own address back', async () => {
  const asked = await preflight('/v1/responses', OTHER);
  expect([asked.status, allowed(asked), asked.headers.get('vary')]).toEqual([204, OTHER, 'origin']);
  expect(asked.headers.get('access-control-max-age')).toBe('600');
  const sent = await send(1, OTHER);
  expect([sent.status, allowed(sent), sent.headers.get('vary')]).toEqual([201, OTHER, 'origin']);
});

test('with a list only its pages may, before and when they send', async () => {
  await list([LISTED]);
  await list([LISTED], 'kia');
  expect([(await send(1, LISTED)).status, allowed(await preflight('/v1/responses', LISTED))]).toEqual([201, LISTED]);
  const asked = await preflight('/v1/responses', OTHER);
  expect([asked.status, asked.body.code, allowed(asked)]).toEqual([403, 'origin.denied', null]);
  const sent = await send(2, OTHER);
  expect([sent.status, sent.body.code, allowed(sent)]).toEqual([403, 'origin.denied', null]);
  expect(sent.headers.get('vary')).toBe('origin');
  expect((await server.db.all('select seq from responses')).length).toBe(1);
  // A site taken off the list is out at once here.
  await list([]);
  expect((await send(2, OTHER)).status).toBe(201);
});

test('a page on the list of one province sends nothing for another that has a list of its own', async () => {
  await list([LISTED]);
  await list([OTHER], 'kia');
  expect((await send(1, OTHER)).body.code).toBe('origin.denied');
  const batch = await server.request<Problem>('POST', '/v1/responses', [responseOf(1)], { origin: OTHER });
  expect(batch.body.code).toBe('origin.denied');
  expect((await send(1, OTHER, 'kia')).status).toBe(201);
  const opened = await server.request<Problem>('GET', '/v1/invitations/mau.K7M29QXD4TWZ8R3F', undefined, {
    origin: OTHER,
  });
  expect(opened.body.code).toBe('origin.denied');
});

test('a page without an address of its own stands on no list: it may while there is none', async () => {
  const asked = await preflight('/v1/responses', 'null');
  expect([asked.status, allowed(asked)]).toEqual([204, 'null']);
  const sent = await send(1, 'null');
  expect([sent.status, allowed(sent)]).toEqual([201, 'null']);
  await list([LISTED]);
  await list([LISTED], 'kia');
  const refused = await preflight('/v1/responses', 'null');
  expect([refused.status, allowed(refused)]).toEqual([403, null]);
  const late = await send(2, 'null');
  expect([late.status, late.body.code, allowed(late)]).toEqual([403, 'origin.denied', null]);
});

test('pages of this server and callers that are no pages are not asked for a list', async () => {
  await list([LISTED]);
  await list([LISTED], 'kia');
  const own = await send(1, 'http://127.0.0.1:8787');
  expect([own.status, allowed(own)]).toEqual([201, null]);
  expect((await server.request('POST', '/v1/responses', responseOf(2))).status).toBe(201);
});

test('no route of the list answers a page of another site with its cookie, and only shared ones at all', async () => {
  for (const route of routes) {
    const path = pathNaming(route.path, NAMES).replace('khong-co-file', 'widget-khong-co.js');
    const asked = await preflight(path, OTHER);
    const answer = await server.request(route.method, path, undefined, { origin: OTHER });
    for (const { headers } of [asked, answer]) {
      expect(headers.get('access-control-allow-credentials'), route.path).toBeNull();
      if (route.cors === undefined && headers === answer.headers)
        expect(headers.get('access-control-allow-origin'), `${route.method} ${route.path}`).toBeNull();
    }
    if (route.cors) expect(allowed(asked), route.path).toBe(route.cors === 'any' ? '*' : OTHER);
  }
});
