import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Invitation } from '#wire/invitation.ts';
import type { Problem } from '#wire/problem.ts';
import { claimsOf, portalToken } from './portal-token.ts';
import { type As, type TestServer, testServer } from './test-server.ts';

let server: TestServer;
beforeAll(async () => {
  server = await testServer();
});
afterAll(() => server.close());

async function link(dossier: string, more: object = {}, as: As = server.credentials.mau.portal): Promise<string> {
  const body = { dossier, unit: 'so-a', stage: 'returned', ...more };
  return (await server.request<Invitation>('POST', '/v1/invitations', body, as)).body.token;
}

describe('the code printed on a slip', () => {
  const qr = (token: string, as: As) =>
    server.request<Problem>('GET', `/v1/invitations/${token}/qr.svg`, undefined, as);

  test('is an SVG of the address for who may make links of the unit, and not to be kept', async () => {
    const token = await link('H99.01-261102-0001');
    const { portal, officer, device } = server.credentials.mau;
    const { status, headers, text } = await qr(token, portal);
    expect([status, headers.get('content-type')]).toEqual([200, 'image/svg+xml; charset=utf-8']);
    expect(headers.get('cache-control')).toBe('no-store');
    // 51 bytes at level M: version 4, 33 modules, and 4 blank ones on each side.
    expect(`http://127.0.0.1:8787/k/${token}?via=qr`).toHaveLength(51);
    expect(text).toMatch(/^<svg xmlns="http:\/\/www.w3.org\/2000\/svg" viewBox="0 0 41 41" role="img"/);
    // The three corner marks: 7 dark modules in a row from the blank edge on.
    for (const place of ['M4 4h', 'M10 4h', 'M30 4h', 'M36 4h', 'M4 36h']) expect(text).toContain(place);
    expect(text).not.toContain(token);
    expect((await qr(token, officer)).status).toBe(200);
    expect((await qr(token, {})).status).toBe(401);
    expect((await qr(token, device)).status).toBe(403);
  });

  test('is not made for other provinces, other units or links that are none', async () => {
    const token = await link('H99.01-261102-0002', { unit: 'so-b' });
    expect((await qr(token, server.credentials.mau.officer)).body.code).toBe('scope.denied');
    for (const [name, as] of [
      [token, server.credentials.kia.portal],
      ['mau.K7M29QXD4TWZ8R3F', server.credentials.mau.portal],
    ] as const) {
      const { status, body } = await qr(name, as);
      expect([status, body.code]).toEqual([404, 'token.bad']);
    }
  });

  test('holds a token a portal made itself as well', async () => {
    const admin = server.credentials.mau['province-admin'];
    const { body } = await server.request<{ id: string; key: string; tokenKey: string }>(
      'POST',
      '/v1/portal-keys',
      { label: 'Cổng', units: [] },
      admin,
    );
    const token = portalToken(claimsOf('H99.01-261102-0003'), {
      kid: body.id,
      key: Buffer.from(body.tokenKey, 'base64url'),
    });
    expect((await qr(token, { authorization: `Bearer ${body.key}` })).status).toBe(200);
  });

  test('opens a page that says it was opened so, through language and faults to what is stored', async () => {
    const token = await link('H99.01-261102-0004', { printed: true });
    const { text } = await server.request('GET', `/k/${token}?via=qr`);
    expect(text).toContain('href="?lang=en&amp;via=qr"');
    expect(text).toContain('action="?lang=vi&amp;via=qr"');
    const id = /name="id" value="([^"]+)"/.exec(text)?.[1] ?? '';
    const fields = new URLSearchParams({ id, overall: 's4' }).toString();
    expect((await server.request('POST', `/k/${token}?lang=vi&via=qr`, fields)).status).toBe(201);
    const [row] = await server.db.all("select channel, proof from responses where tenant = 'mau' order by seq desc");
    // The dossier is not on record: whatever was printed, the answer is an open one.
    expect(row).toEqual({ channel: 'qr', proof: 'open' });
  });
});

describe('the page of a link', () => {
  const admin = () => server.credentials.mau['province-admin'];
  const put = (origins: readonly string[], as = admin()) =>
    server.request<Problem>('PUT', '/v1/portal-origins', { origins }, as);
  const ancestors = async (path: string) =>
    /frame-ancestors ([^;]*)/.exec(
      (await server.request('GET', path)).headers.get('content-security-policy') ?? '',
    )?.[1];

  test('is kept by nobody, told to nobody and found by no search engine', async () => {
    const token = await link('H99.01-261102-0005');
    for (const path of [`/k/${token}`, '/k/mau/so-a', '/k/mau.K7M29QXD4TWZ8R3F', '/k/mau/khong-co']) {
      const { headers, text } = await server.request('GET', path);
      expect([path, headers.get('referrer-policy'), headers.get('cache-control')]).toEqual([
        path,
        'no-referrer',
        'no-store',
      ]);
      expect(headers.get('x-robots-tag')).toBe('noindex, nofollow');
      // Nothing is loaded but the own style sheet.
      const loaded = [...text.matchAll(/(?:src|href|action)="([^"]*)"/g)].map(([, address]) => address ?? '');
      expect(loaded.filter((address) => /^(?:https?:)?\/\//.test(address))).toEqual([]);
      expect(text).not.toMatch(/<script|<img|@import|url\(/);
    }
  });

  test('is framed by nobody until the province lists a site, then by that one alone, on refusals as well', async () => {
    const token = await link('H99.01-261102-0006');
    expect(await ancestors(`/k/${token}`)).toBe("'none'");
    const sites = ['https://dichvucong.example.gov.vn', 'http://127.0.0.1:8080'];
    expect((await put(sites)).status).toBe(200);
    for (const path of [`/k/${token}`, '/k/mau/so-a', '/k/mau.K7M29QXD4TWZ8R3F'])
      expect([path, await ancestors(path)]).toEqual([path, sites.toSorted().join(' ')]);
    for (const path of ['/k/kia/so-a', '/cong-khai/mau', '/cong-khai/mau/phieu'])
      expect([path, await ancestors(path)]).toEqual([path, "'none'"]);
    const log = await server.db.all<{ detail: string }>(
      "select detail from audit where tenant = 'mau' and action = 'portal-origins.put'",
    );
    expect(log.map(({ detail }) => JSON.parse(detail))).toEqual([{ origins: sites }]);
    expect((await put([])).body).toEqual({ origins: [] });
    expect(await ancestors(`/k/${token}`)).toBe("'none'");
  });

  test('takes no site that would say more to a browser than where it is', async () => {
    for (const wrong of [
      'https://a.gov.vn/',
      'https://a.gov.vn; script-src *',
      "'self'",
      '*',
      'https://*',
      'https://*.gov.vn',
      'http://a.gov.vn',
      'https://a.gov.vn\n',
      'HTTPS://A.GOV.VN',
      'https://a.gov.vn:99999',
      'javascript:alert(1)',
    ]) {
      const { status, body } = await put([wrong]);
      expect([wrong, status, body.issues?.[0]?.path]).toEqual([wrong, 422, 'origins.0']);
    }
    expect((await put(Array(21).fill('https://a.gov.vn'))).status).toBe(422);
    expect((await put(['https://a.gov.vn'], server.credentials.mau['unit-admin'])).status).toBe(403);
  });
});
