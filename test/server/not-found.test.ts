import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type TestServer, testServer } from './test-server.ts';

let server: TestServer;
beforeAll(async () => {
  server = await testServer();
});
afterAll(() => server.close());

/** What Chromium sends when an address is typed. */
const BROWSER = { accept: 'text/html,application/xhtml+xml,application/xml;q=0.9,image/webp,*/*;q=0.8' };
const linksIn = (text: string) => [...text.matchAll(/<a href="([^"]+)"/g)].map(([, href]) => href ?? '');

describe('an address nobody serves', () => {
  it('is a Vietnamese page in a browser, each of whose links opens', async () => {
    for (const path of ['/khong-co', '/k', '/cong-khai/mau/khong-co', '/cong-khai/khac/khong-co']) {
      const { status, text, headers } = await server.request('GET', path, undefined, BROWSER);
      expect([path, status, headers.get('content-type')]).toEqual([path, 404, 'text/html; charset=UTF-8']);
      expect(text).toContain('<h1>Không có trang này</h1>');
      const own = path.startsWith('/cong-khai/mau');
      expect(linksIn(text)).toEqual(own ? ['/cong-khai/mau', '/cong-khai/mau/phieu'] : ['/admin', '/docs']);
      if (own) for (const link of linksIn(text)) expect((await server.request('GET', link)).status).toBe(200);
    }
    expect((await server.request('GET', '/docs')).status).toBe(200);
  });

  it('is JSON for a program, whether it says so or nothing', async () => {
    for (const accept of ['', '*/*', 'application/json']) {
      const { status, body } = await server.request<{ code: string }>('GET', '/khong-co', undefined, { accept });
      expect([status, body.code]).toEqual([404, 'not.found']);
    }
  });
});
