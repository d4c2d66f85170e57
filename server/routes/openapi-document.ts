import * as z from 'zod';
import { dossierCode, officerCode, periodId, procedureCode, tenantId, unitCode } from '#wire/ids.ts';
import { problem } from '#wire/problem.ts';
import type { Who } from '../principal.ts';
import type { Route } from './route.ts';

/** `/:file{…}` → `/{file}`, `/admin/*` → `/admin/{rest}`: the document knows names, not patterns. */
export function openapiPath(path: string): string {
  return path.replace(/:(\w+)(\{.*\})?/g, '{$1}').replace(/\*$/, '{rest}');
}

/** JSON Schema of a body; what code checks beyond it (scrubbing, law) is said in the refusal. */
function schemaOf(type: z.ZodType, io: 'input' | 'output'): object {
  const { $schema: _, ...schema } = z.toJSONSchema(type, { io, unrepresentable: 'any' });
  return schema;
}

/** Parts of an address that are codes. An address with another text there is one of nothing, and answered so. */
const CODES: Readonly<Record<string, z.ZodType>> = {
  ...{ tenant: tenantId, unit: unitCode, officer: officerCode, period: periodId },
  ...{ procedure: procedureCode, code: dossierCode },
};

/** Own headers a caller of this kind shows itself with, beside its key or cookie. */
const BESIDE: Partial<Record<Who, 'person' | 'csrf'>> = {
  officer: 'person',
  ...{ 'province-admin': 'csrf', 'unit-admin': 'csrf', reviewer: 'csrf', viewer: 'csrf', inspector: 'csrf' },
};

function securityOf({ who, method }: Route) {
  if (who.includes('anyone')) return {};
  const ways = who.map((each) => {
    const beside = BESIDE[each];
    if (beside === 'csrf') return method === 'GET' ? { session: [] } : { session: [], csrf: [] };
    return beside ? { key: [], person: [] } : { key: [] };
  });
  return { security: [...new Map(ways.map((way) => [JSON.stringify(way), way])).values()] };
}

function parametersOf({ path, query }: Route) {
  const names = [...openapiPath(path).matchAll(/\{(\w+)\}/g)].map(([, name = '']) => name);
  const asked = query ? (schemaOf(query, 'input') as { properties?: object; required?: string[] }) : {};
  return [
    ...names.map((name) => ({
      ...{ name, in: 'path', required: true },
      schema: CODES[name] ? schemaOf(CODES[name], 'input') : { type: 'string' },
    })),
    ...Object.entries(asked.properties ?? {}).map(([name, schema]) => ({
      ...{ name, in: 'query', required: asked.required?.includes(name) ?? false },
      schema: schema as object,
    })),
  ];
}

function requestOf({ body, example, accepts }: Route) {
  if (!body && !accepts) return {};
  const files = (accepts ?? []).map((type) => [type, {}]);
  const json = body ? [['application/json', { schema: schemaOf(body, 'input'), example }]] : [];
  return { requestBody: { required: true, content: Object.fromEntries([...json, ...files]) } };
}

function answerOf({ answer }: Route) {
  if (answer === null) return { description: 'Done as asked; nothing is sent back.' };
  const description = 'Done as asked.';
  if (answer instanceof z.ZodType)
    return { description, content: { 'application/json': { schema: schemaOf(answer, 'output') } } };
  return { description, content: Object.fromEntries(answer.map((type) => [type, {}])) };
}

const refused = (description: string) => ({
  description,
  content: { 'application/json': { schema: { $ref: '#/components/schemas/Problem' }, example: REFUSED } },
});

const REFUSED = {
  code: 'body.invalid',
  message: 'Trường unit: mã đơn vị gồm chữ thường, số, gạch nối. Sửa rồi gửi lại.',
  issues: [{ path: 'unit', message: 'mã đơn vị gồm chữ thường, số, gạch nối' }],
} satisfies z.infer<typeof problem>;

function operation(route: Route) {
  return {
    operationId: `${route.method.toLowerCase()} ${openapiPath(route.path)}`,
    summary: route.summary,
    'x-who': route.who,
    'x-scope': route.scope,
    ...securityOf(route),
    parameters: parametersOf(route),
    ...requestOf(route),
    responses: {
      '2XX': answerOf(route),
      '3XX': { description: 'Not sent again to whoever has it, or found at the address in `location`.' },
      // Pages for people say a refusal in a page.
      '4XX': refused('Refused; `code` says why, `issues` name the fields. Pages say it as a page.'),
      '5XX': refused(
        'Not now: 503 with `retry-after` while a queue is full, a period is being closed or something is not built.',
      ),
    },
  };
}

/** The OpenAPI 3.1 document of `routes`, generated: what is not in the list is not served and not printed. */
export function openapiDocument(routes: readonly Route[], server: string) {
  const paths: Record<string, Record<string, ReturnType<typeof operation>>> = {};
  for (const route of routes) {
    const path = openapiPath(route.path);
    paths[path] = { ...paths[path], [route.method.toLowerCase()]: operation(route) };
  }
  return {
    openapi: '3.1.0',
    info: { title: 'Đánh giá DVC', version: '1', description: 'Every id and token begins with its tenant.' },
    servers: [{ url: server }],
    paths,
    components: {
      schemas: { Problem: schemaOf(problem, 'output') },
      securitySchemes: {
        key: { type: 'http', scheme: 'bearer', description: 'Key of a device, a tablet or a portal.' },
        person: { type: 'apiKey', in: 'header', name: 'x-dvc-person', description: 'The officer at the device.' },
        session: { type: 'apiKey', in: 'cookie', name: 'dvc_session' },
        csrf: {
          type: 'apiKey',
          in: 'header',
          name: 'x-dvc-csrf',
          description: 'Goes with the session at every change.',
        },
      },
    },
  };
}
