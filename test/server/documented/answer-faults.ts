import { Ajv2020, type ValidateFunction } from 'ajv/dist/2020.js';
import addFormats from 'ajv-formats';
import { routes } from '../../../server/routes/index.ts';
import { openapiDocument, openapiPath } from '../../../server/routes/openapi-document.ts';
import type { Route } from '../../../server/routes/route.ts';

interface Content {
  readonly schema?: object;
}
interface Operation {
  readonly responses: Readonly<Record<string, { readonly content?: Readonly<Record<string, Content>> }>>;
}

/** What came back, as far as the document speaks of it. */
export interface Answered {
  readonly status: number;
  readonly headers: Headers;
  readonly text: string;
}

/** The document as it is served: as JSON, with nothing in it that does not travel. */
export const DOCUMENT = JSON.parse(JSON.stringify(openapiDocument(routes, 'http://127.0.0.1:8787'))) as {
  readonly paths: Readonly<Record<string, Readonly<Record<string, Operation>>>>;
  readonly components: { readonly schemas: Readonly<Record<string, object>> };
};

export const ajv = addFormats.default(
  new Ajv2020({ allErrors: false, strict: true, strictTypes: false, strictRequired: false }),
);

const PROBLEM = DOCUMENT.components.schemas.Problem ?? {};
const compiled = new Map<object, ValidateFunction>();
function judge(schema: object): ValidateFunction {
  const known = compiled.get(schema);
  if (known) return known;
  const made = ajv.compile(schema);
  compiled.set(schema, made);
  return made;
}

/** Texts of the inside that no caller is to see: traces, files, statements, the engine, values that were not there. */
const INSIDE = new RegExp(
  [
    '(?:\\n|\\\\n)\\s+at .*:\\d+:\\d+|/(?:server|node_modules|work|tmp)/|file://',
    '\\bsqlite_|libsql|\\bpostgres|relation \\\\?"\\w+\\\\?" does|duplicate key value|violates \\w+ constraint',
    '\\b(?:Type|Reference|Syntax|Range|Zod|Sql|Database)Error\\b|\\bE(?:NOENT|CONNREFUSED|ACCES)\\b',
    '\\bselect\\s[^<>]{1,200}\\sfrom\\s|\\binsert into\\b|\\[object \\w+\\]|"message":"[^"]*\\bundefined\\b',
  ].join('|'),
  'i',
);

/** 503 while something is not built or busy says when to come again, or what to do. */
const NOT_NOW: readonly string[] = [
  'store.busy',
  'period.closing',
  'queue.full',
  'busy',
  'widget.missing',
  'admin.missing',
  'kiosk.missing',
];

const VIETNAMESE = /[àáảãạăằắẳẵặâầấẩẫậèéẻẽẹêềếểễệìíỉĩịòóỏõọôồốổỗộơờớởỡợùúủũụưừứửữựỳýỷỹỵđ]/i;

function refusalFaults({ status, headers, text }: Answered, route: Route | null): string[] {
  const type = headers.get('content-type') ?? '';
  if (type.startsWith('text/html') && (route === null || Array.isArray(route.answer))) return [];
  if (!type.startsWith('application/json')) return [`${status} is said as «${type}», not as JSON`];
  const body = JSON.parse(text) as { code: string; message: string };
  const is = judge(PROBLEM);
  if (!is(body)) return [`${status} is no problem: ${ajv.errorsText(is.errors)}: ${text.slice(0, 300)}`];
  const english = headers.get('content-language') === 'en';
  if (!english && !(VIETNAMESE.test(body.message) && /[.?]$/.test(body.message)))
    return [`${body.code} has no Vietnamese sentence: ${body.message}`];
  if (status >= 500 && !(status === 503 && (headers.has('retry-after') || NOT_NOW.includes(body.code))))
    return [`${status} ${body.code}: ${body.message}`];
  return [];
}

function doneFaults({ status, headers, text }: Answered, route: Route): string[] {
  const path = DOCUMENT.paths[openapiPath(route.path)]?.[route.method.toLowerCase()];
  const content = path?.responses['2XX']?.content ?? {};
  const type = (headers.get('content-type') ?? '').split(';')[0]?.trim() ?? '';
  if (route.answer === null) return status === 204 && text === '' ? [] : [`${status} sends what is not documented`];
  const found = content[type];
  if (!found) return [`«${type}» is not among ${Object.keys(content).join(', ')}`];
  if (!found.schema) return [];
  const is = judge(found.schema);
  return is(JSON.parse(text)) ? [] : [`not as documented: ${ajv.errorsText(is.errors)}: ${text.slice(0, 300)}`];
}

/** What of an answer is not as the document says, or is nobody's business; `null` = no route was asked. */
export function answerFaults(route: Route | null, answer: Answered): string[] {
  const inside = INSIDE.exec(answer.text);
  const leaks = inside ? [`shows the inside: ${inside[0].slice(0, 200)}`] : [];
  const { status, headers, text } = answer;
  if (status >= 400) return [...leaks, ...refusalFaults(answer, route)];
  if (status >= 300) return text === '' || headers.has('location') ? leaks : [...leaks, `${status} with a body`];
  return [...leaks, ...(route ? doneFaults(answer, route) : [`${status} where nothing is served`])];
}

const patterns = routes.map((route) => {
  const parts = route.path.replace(/:\w+(?:\{([^}]*)\})?|\./g, (part, own?: string) =>
    part === '.' ? '\\.' : (own ?? '[^/]+'),
  );
  return { route, is: new RegExp(`^${parts.replace(/\*$/, '.*')}$`) };
});

/** The route an address is served by. */
export function routeOf(method: string, address: string): Route | null {
  const path = address.split('?')[0] ?? '';
  return patterns.find(({ route, is }) => route.method === method && is.test(path))?.route ?? null;
}
