import { mkdirSync, writeFileSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { brotliDecompressSync, gunzipSync } from 'node:zlib';
import { build } from 'vite';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type TestServer, testServer } from './test-server.ts';

let server: TestServer;
let widget = '';
let output = '';

/** The answer as it travels. */
async function get(path: string, accepted = '') {
  const response = await server.app.request(path, { headers: { 'accept-encoding': accepted } });
  const { status, headers } = response;
  return {
    status,
    bytes: Buffer.from(await response.arrayBuffer()),
    encoding: headers.get('content-encoding'),
    vary: headers.get('vary'),
  };
}

const unpack = { gzip: gunzipSync, br: brotliDecompressSync };

beforeAll(async () => {
  server = await testServer();
  output = server.services.outputDir;
  const outDir = join(output, 'widget');
  await build({ configFile: 'widget/vite.config.ts', build: { outDir, emptyOutDir: true }, logLevel: 'silent' });
  widget = JSON.parse(await readFile(join(outDir, 'widget.json'), 'utf8')).file;
  mkdirSync(join(output, 'admin', 'assets'), { recursive: true });
  writeFileSync(join(output, 'admin', 'index.html'), `<!doctype html>${'<p>Trang quản trị</p>'.repeat(50)}`);
  writeFileSync(join(output, 'admin', 'assets', 'index-abc.js'), 'export const x = 1;\n'.repeat(100));
  writeFileSync(join(output, 'admin', 'assets', 'icon-abc.svg'), '<svg/>');
});
afterAll(() => server.close());

describe('what travels to a browser', () => {
  for (const encoding of ['gzip', 'br'] as const) {
    test(`is the widget within its 13,312 bytes, as ${encoding}`, async () => {
      const sent = await get(`/${widget}`, encoding);
      expect([sent.status, sent.encoding, sent.vary]).toEqual([200, encoding, 'accept-encoding']);
      expect(sent.bytes.length).toBeLessThanOrEqual(13_312);
      expect(unpack[encoding](sent.bytes)).toEqual(await readFile(join(output, 'widget', widget)));
    });

    test(`is style sheet, admin app and survey as ${encoding}, the same after unpacking`, async () => {
      for (const path of ['/style.css', '/admin/', '/admin/assets/index-abc.js', '/v1/surveys/danhgia-2026']) {
        const [sent, plain] = [await get(path, encoding), await get(path)];
        expect([path, sent.encoding, plain.encoding, plain.vary]).toEqual([path, encoding, null, 'accept-encoding']);
        expect(sent.bytes.length).toBeLessThan(plain.bytes.length);
        expect(unpack[encoding](sent.bytes)).toEqual(plain.bytes);
      }
    });
  }

  for (const [accepted, encoding] of [
    ['gzip, deflate, br, zstd', 'br'],
    ['GZIP', 'gzip'],
    ['br;q=0, gzip;q=0.5', 'gzip'],
    ['gzip; q=0', null],
    ['identity', null],
    ['', null],
  ] as const)
    test(`for «${accepted}» is ${encoding ?? 'plain'}`, async () => {
      expect((await get('/style.css', accepted)).encoding).toBe(encoding);
    });

  test('is plain where packing makes it longer', async () => {
    expect((await get('/admin/assets/icon-abc.svg', 'gzip')).encoding).toBeNull();
  });

  test('is the new file after a build under the same name', async () => {
    const file = join(output, 'admin', 'assets', 'index-abc.js');
    await get('/admin/assets/index-abc.js', 'gzip');
    writeFileSync(file, 'export const x = 2;\n'.repeat(100));
    const { bytes } = await get('/admin/assets/index-abc.js', 'gzip');
    expect(gunzipSync(bytes).toString()).toContain('x = 2');
  });
});

test('a widget of an earlier build is served while its file is there, beside the current one', async () => {
  writeFileSync(join(output, 'widget', 'widget-0123456789ab.js'), 'export const old = true;\n');
  expect((await get('/widget-0123456789ab.js')).bytes.toString()).toContain('old');
  expect((await get(`/${widget}`)).status).toBe(200);
});
