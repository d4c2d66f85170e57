import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { ServedSurvey } from '#wire/survey.ts';
import { routes } from '../../server/routes/index.ts';
import { openapiPath } from '../../server/routes/openapi-document.ts';
import { type TestServer, testServer } from './test-server.ts';

let server: TestServer;

beforeAll(async () => {
  server = await testServer();
});
afterAll(() => server.close());

interface Document {
  openapi: string;
  paths: Record<string, Record<string, { summary: string; requestBody?: { content: object } }>>;
}

describe('/openapi.json', () => {
  test('prints every route of the list, and no other', async () => {
    const { status, body } = await server.request<Document>('GET', '/openapi.json');
    expect([status, body.openapi]).toEqual([200, '3.1.0']);
    const printed = Object.entries(body.paths).flatMap(([path, methods]) =>
      Object.keys(methods).map((method) => `${method.toUpperCase()} ${path}`),
    );
    expect(printed.sort()).toEqual(routes.map((r) => `${r.method} ${openapiPath(r.path)}`).sort());
  });

  test('carries for every request body a schema and an example which that schema accepts', async () => {
    for (const route of routes) {
      if (!route.body) continue;
      expect(route.body.safeParse(route.example).error?.issues, `${route.method} ${route.path}`).toBeUndefined();
    }
    const { body } = await server.request<Document>('GET', '/openapi.json');
    const content = body.paths['/v1/responses']?.post?.requestBody?.content;
    expect(content).toMatchObject({ 'application/json': { example: { survey: 'danhgia-2026' } } });
    expect(JSON.stringify(content)).toContain('"maxItems":500');
  });

  test('reads as a page without script at /docs', async () => {
    const { status, text } = await server.request('GET', '/docs');
    expect(status).toBe(200);
    expect(text).not.toContain('<script');
    expect(text).toContain('POST /v1/responses');
  });
});

describe('a survey as served', () => {
  test('gives codes, order and words, and nothing an option states or is worth', async () => {
    const { status, body, headers, text } = await server.request<ServedSurvey>(
      'GET',
      '/v1/surveys/danhgia-2026?lang=en',
    );
    expect(status).toBe(200);
    expect(headers.get('access-control-allow-origin')).toBe('*');
    expect(body).toMatchObject({ id: 'danhgia-2026', version: 1, lang: 'en' });
    expect(body.stages.submitted).toEqual(['overall', 'q7', 'q6', 'q9', 'comment']);
    expect(body.words['q1.before']).toBe('Before the date');
    const q1 = body.questions.find((q) => q.code === 'q1');
    expect(
      q1?.options.find((o) => o.code === 'none'),
      'no result yet: the answers are those after filing',
    ).toEqual({
      code: 'none',
      becomes: 'submitted',
    });
    expect(text).not.toMatch(/"fact"|"points"|punctuality/);
  });

  test('is not sent again to whoever has it', async () => {
    const { headers } = await server.request('GET', '/v1/surveys/danhgia-2026');
    const again = await server.request('GET', '/v1/surveys/danhgia-2026', undefined, {
      'if-none-match': headers.get('etag') ?? '',
    });
    expect([again.status, again.text]).toEqual([304, '']);
  });

  test('is found by version or by day', async () => {
    const code = async (query: string) =>
      (await server.request<{ code?: string }>('GET', `/v1/surveys/danhgia-2026?${query}`)).body.code ?? 'ok';
    expect(await code('version=1')).toBe('ok');
    expect(await code('version=2')).toBe('survey.gone');
    expect(await code('on=2025-12-31'), 'before it was published').toBe('survey.gone');
    expect(await code('on=2026-13-01')).toBe('body.invalid');
    expect(await code('lang=fr')).toBe('lang.unknown');
  });

  test('says before anybody answers that a page names no unit of its province', async () => {
    const asked = (query: string) =>
      server.request<{ code?: string; message?: string }>('GET', `/v1/surveys/danhgia-2026?${query}`);
    expect((await asked('tenant=mau&unit=so-a')).status).toBe(200);
    for (const query of ['tenant=mau&unit=khong-co', 'tenant=xa&unit=so-a', 'unit=so-a', 'tenant=mau&unit=']) {
      const { status, body } = await asked(query);
      expect([query, status, body.code]).toEqual([query, 422, 'unit.unknown']);
      expect(body.message).toMatch(/^Trang này chưa gắn đúng đơn vị\. Mời Ông\/Bà báo cho /);
    }
  });
});

describe('the widget', () => {
  test('that was not built says how to build it', async () => {
    const { status, body } = await server.request<{ code: string; message: string }>('GET', '/widget.js');
    expect([status, body.code]).toEqual([503, 'widget.missing']);
    expect(body.message).toContain('npm run build:widget');
  });

  test('is one request by its short name, looked at anew after five minutes, and never changes by its long one', async () => {
    const folder = join(server.services.outputDir, 'widget');
    mkdirSync(folder, { recursive: true });
    const built = { file: 'widget-a1B2_c3.js', integrity: 'sha384-x', bytes: 9, gzip: 7 };
    writeFileSync(join(folder, 'widget.json'), JSON.stringify(built));
    writeFileSync(join(folder, built.file), 'export {};');
    writeFileSync(join(folder, 'widget.js'), 'export {};');
    const short = await server.request('GET', '/widget.js');
    expect([short.status, short.text, short.headers.get('cache-control')]).toEqual([
      200,
      'export {};',
      'public, max-age=300',
    ]);
    expect(short.headers.get('access-control-allow-origin')).toBe('*');
    const known = { 'if-none-match': short.headers.get('etag') ?? '' };
    const same = await server.request('GET', '/widget.js', undefined, known);
    expect([same.status, same.text, same.headers.get('access-control-allow-origin')]).toEqual([304, '', '*']);
    writeFileSync(join(folder, 'widget-next.js'), 'export const next = 1;');
    writeFileSync(join(folder, 'widget.json'), JSON.stringify({ ...built, file: 'widget-next.js' }));
    expect((await server.request('GET', '/widget.js', undefined, known)).text).toBe('export const next = 1;');
    writeFileSync(join(folder, 'widget.json'), JSON.stringify(built));
    const file = await server.request('GET', '/widget-a1B2_c3.js');
    expect([file.status, file.text]).toEqual([200, 'export {};']);
    expect(file.headers.get('cache-control')).toContain('immutable');
    expect(file.headers.get('access-control-allow-origin')).toBe('*');
    expect((await server.request('GET', '/widget.json')).body).toEqual({
      file: built.file,
      integrity: 'sha384-x',
      bytes: 9,
    });
    expect((await server.request('GET', '/widget-gone.js')).status).toBe(404);
  });
});

test('the process says that it runs and that its database answers', async () => {
  expect((await server.request('GET', '/healthz')).status).toBe(200);
  expect((await server.request('GET', '/readyz')).status).toBe(200);
});
