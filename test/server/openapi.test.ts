import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { Validator } from '@seriousme/openapi-schema-validator';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { problem } from '#wire/problem.ts';
import type { ServedSurvey } from '#wire/survey.ts';
import { routes } from '../../server/routes/index.ts';
import { openapiPath } from '../../server/routes/openapi-document.ts';
import { repositoryFiles, textOf } from '../structure/source-files.ts';
import { ajv } from './documented/answer-faults.ts';
import { type TestServer, testServer } from './test-server.ts';

let server: TestServer;

beforeAll(async () => {
  server = await testServer();
});
afterAll(() => server.close());

interface Content {
  schema?: object;
  example?: unknown;
}
interface Operation {
  summary: string;
  operationId?: string;
  parameters?: { name: string; in: string; schema: object }[];
  requestBody?: { content: Record<string, Content> };
  responses?: Record<string, { content?: Record<string, Content> }>;
  security?: object[];
}
interface Document {
  openapi: string;
  paths: Record<string, Record<string, Operation>>;
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

  test('is a valid document of the version it says it is', async () => {
    const { body } = await server.request<Document>('GET', '/openapi.json');
    const validator = new Validator();
    const { valid, errors } = await validator.validate({ ...structuredClone(body) });
    expect([valid, errors, validator.version]).toEqual([true, undefined, '3.1']);
  });

  test('says of every operation what it takes, what it answers, what a refusal looks like and how to be let in', async () => {
    const { body } = await server.request<Document>('GET', '/openapi.json');
    const ids = new Set<string>();
    for (const route of routes) {
      const name = `${route.method} ${route.path}`;
      const operation = body.paths[openapiPath(route.path)]?.[route.method.toLowerCase()];
      const { operationId = '', parameters = [], responses, security } = operation ?? {};
      ids.add(operationId);
      const inPath = parameters.filter((each) => each.in === 'path').map((each) => each.name);
      const named = [...openapiPath(route.path).matchAll(/\{(\w+)\}/g)].map(([, part]) => part);
      expect(inPath, name).toEqual(named);
      expect(Object.keys(responses ?? {}), name).toEqual(['2XX', '3XX', '4XX', '5XX']);
      expect(responses?.['2XX']?.content === undefined, name).toBe(route.answer === null);
      for (const status of ['4XX', '5XX']) {
        const { schema, example } = responses?.[status]?.content?.['application/json'] ?? {};
        expect(schema, name).toEqual({ $ref: '#/components/schemas/Problem' });
        expect(problem.safeParse(example).success, name).toBe(true);
      }
      expect((security ?? []).length > 0, `${name} says how to be let in`).toBe(!route.who.includes('anyone'));
    }
    expect(ids.size, 'every operation has a name of its own').toBe(routes.length);
  });

  test('has schemas a validator compiles, for bodies and answers, and examples they accept', async () => {
    const { body } = await server.request<Document>('GET', '/openapi.json');
    for (const [path, methods] of Object.entries(body.paths))
      for (const [method, { requestBody, parameters = [] }] of Object.entries(methods)) {
        const { schema, example } = requestBody?.content['application/json'] ?? {};
        if (schema) {
          const accepts = ajv.compile(schema);
          expect(accepts(example), `${method} ${path}: ${ajv.errorsText(accepts.errors)}`).toBe(true);
        }
        for (const parameter of parameters) ajv.compile(parameter.schema);
      }
  });

  test('names every query an operation reads', () => {
    const readers = repositoryFiles().filter((file) => /^server\/routes\/.*\.ts$/.test(file));
    const unsaid = readers.filter((file) => {
      const text = textOf(file);
      return /readonly Route\[\] =/.test(text) && /req\.query\(/.test(text) && !/\bquery\b(,|:)/.test(text);
    });
    expect(unsaid).toEqual([]);
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
