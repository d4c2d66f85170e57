import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type TestServer, testServer } from '../server/test-server.ts';

let server: TestServer;
beforeAll(async () => {
  server = await testServer();
});
afterAll(() => server.close());

const get = (path: string) => server.request('GET', path);

describe('the files of the admin app', () => {
  it('are replaced by a sentence for the operator while they are not built', async () => {
    const { status, text } = await get('/admin/');
    expect(status).toBe(503);
    expect(text).toContain('npm run build');
  });

  it('are served with their type, under a CSP without inline code, hashed ones for ever', async () => {
    const folder = join(server.services.outputDir, 'admin');
    mkdirSync(join(folder, 'assets'), { recursive: true });
    writeFileSync(join(folder, 'index.html'), '<!doctype html><title>x</title>');
    writeFileSync(join(folder, 'assets', 'index-abc.js'), 'export {};');
    const page = await get('/admin/');
    expect(page.headers.get('content-type')).toBe('text/html; charset=utf-8');
    expect(page.headers.get('cache-control')).toBe('no-cache');
    expect(page.headers.get('content-security-policy')).toMatch(/^default-src 'self';/);
    const script = await get('/admin/assets/index-abc.js');
    expect(script.headers.get('content-type')).toBe('text/javascript; charset=utf-8');
    expect(script.headers.get('cache-control')).toContain('immutable');
    expect((await get('/admin')).headers.get('location')).toBe('/admin/');
  });

  it('end where their folder ends', async () => {
    writeFileSync(join(server.services.outputDir, 'secret.js'), 'secret');
    for (const path of ['/admin/../secret.js', '/admin/%2e%2e/secret.js', '/admin/..%2fsecret.js', '/admin//secret.js'])
      expect((await get(path)).text).not.toBe('secret');
    const encoded = await get('/admin/assets/..%2f..%2fsecret.js');
    expect([encoded.status, encoded.text.includes('secret')]).toEqual([404, false]);
  });
});

describe('the stylesheet', () => {
  it('is one file that need not be sent twice', async () => {
    const first = await get('/style.css');
    expect(first.headers.get('content-type')).toBe('text/css; charset=utf-8');
    expect(first.text).toContain('--dvc-primary: #0b4f8a');
    const etag = first.headers.get('etag') ?? '';
    const again = await server.request('GET', '/style.css', undefined, { 'if-none-match': etag });
    expect([again.status, again.text]).toEqual([304, '']);
  });
});
