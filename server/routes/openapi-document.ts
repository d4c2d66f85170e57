import * as z from 'zod';
import { problem } from '#wire/problem.ts';
import type { Route } from './route.ts';

/** `/:file{…}` → `/{file}`, `/admin/*` → `/admin/{rest}`: the document knows names, not patterns. */
export function openapiPath(path: string): string {
  return path.replace(/:(\w+)(\{.*\})?/g, '{$1}').replace(/\*$/, '{rest}');
}

/** JSON Schema of a request body; what code checks beyond it (scrubbing, law) is said in the refusal. */
function schemaOf(type: z.ZodType): object {
  const { $schema: _, ...schema } = z.toJSONSchema(type, { io: 'input', unrepresentable: 'any' });
  return schema;
}

function operation({ path, who, scope, summary, body, example }: Route) {
  const names = [...openapiPath(path).matchAll(/\{(\w+)\}/g)].map(([, name]) => name);
  return {
    summary,
    'x-who': who,
    'x-scope': scope,
    ...(who.includes('anyone') ? {} : { security: [{ key: [] }, { session: [] }] }),
    parameters: names.map((name) => ({ name, in: 'path', required: true, schema: { type: 'string' } })),
    ...(body
      ? { requestBody: { required: true, content: { 'application/json': { schema: schemaOf(body), example } } } }
      : {}),
    responses: {
      '2XX': { description: 'Done as asked.' },
      '4XX': {
        description: 'Refused; `code` says why, `issues` name the fields.',
        content: { 'application/json': { schema: { $ref: '#/components/schemas/Problem' } } },
      },
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
      schemas: { Problem: schemaOf(problem) },
      securitySchemes: {
        key: { type: 'http', scheme: 'bearer', description: 'Device key or portal key.' },
        session: { type: 'apiKey', in: 'cookie', name: 'dvc_session' },
      },
    },
  };
}
