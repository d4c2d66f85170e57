import fc from 'fast-check';
import { routes } from '../../../server/routes/index.ts';
import { openapiPath } from '../../../server/routes/openapi-document.ts';
import type { Route } from '../../../server/routes/route.ts';
import { DOCUMENT } from '../documented/answer-faults.ts';
import { CALLERS } from '../route-calls.ts';
import { type Known, type Schema, valuesOf } from './schema-values.ts';
import { type Acts, acts, type Json, nastyText, spoilt, TEXT_FAULTS } from './spoil.ts';

/** One call as it goes out. */
export interface Call {
  readonly route: Route;
  readonly who: (typeof CALLERS)[number] | 'anyone';
  readonly address: string;
  readonly headers: Readonly<Record<string, string>>;
  /** `null` = none. */
  readonly body: string | Uint8Array | null;
}

interface Documented {
  readonly parameters: readonly { readonly name: string; readonly in: string; readonly schema: Schema }[];
  readonly requestBody?: {
    readonly content: Readonly<Record<string, { readonly schema?: Schema; readonly example?: Json }>>;
  };
}

const documented = ({ method, path }: Route) =>
  DOCUMENT.paths[openapiPath(path)]?.[method.toLowerCase()] as unknown as Documented;

const rarely = <T>(weight: number, some: fc.Arbitrary<T>, mostly: fc.Arbitrary<T>): fc.Arbitrary<T> =>
  fc.oneof({ weight: 100 - weight, arbitrary: mostly }, { weight, arbitrary: some });

/** `%` and `/` as they are, too: an address is typed by anybody. */
function inAddress(text: string): string {
  try {
    return encodeURIComponent(text);
  } catch {
    return '%ED%A0%80';
  }
}

const RAW = ['%', '%00', '%ff', '..', '%2e%2e%2f', '%2F', '.', '', '%E0%A4%A', '%25', 'a%20b', 'x'.repeat(3000)];

function addressOf(route: Route, known: Known): fc.Arbitrary<string> {
  const { parameters } = documented(route);
  const value = (name: string, schema: Schema): fc.Arbitrary<string> => {
    const names = known[name];
    const drawn = valuesOf(schema, known).map((each) => inAddress(String(each)));
    const spoilt = fc.oneof(
      nastyText.map((each) => inAddress(each.slice(0, 2000))),
      fc.constantFrom(...RAW),
    );
    return rarely(12, spoilt, names ? rarely(20, drawn, fc.constantFrom(...names.map(inAddress))) : drawn);
  };
  const inPath = parameters.filter((each) => each.in === 'path');
  const inQuery = parameters.filter((each) => each.in === 'query');
  const query = fc.tuple(
    ...inQuery.map(({ name, schema }) => fc.option(value(name, schema).map((text) => `${name}=${text}`))),
    rarely(
      90,
      fc.constant(null),
      fc.constantFrom('unit=so-kin', 'a[]=1', '__proto__=1', '&&==', 'unit=so-a&unit=so-kin'),
    ),
  );
  return fc.tuple(fc.tuple(...inPath.map(({ name, schema }) => value(name, schema))), query).map(([parts, asked]) => {
    const names = inPath.map(({ name }) => name);
    const path = openapiPath(route.path).replace(/\{(\w+)\}/g, (_, name: string) => parts[names.indexOf(name)] ?? 'x');
    const search = asked.filter((each) => each !== null).join('&');
    return search ? `${path}?${search}` : path;
  });
}

const TYPES = [
  'application/json',
  'text/plain',
  'application/x-www-form-urlencoded',
  'multipart/form-data; boundary=x',
  'application/json; charset=utf-7',
  '',
];

const HEADERS: readonly Readonly<Record<string, string>>[] = [
  ...[
    { 'if-none-match': '*' },
    { 'if-none-match': 'W/"x", "y"' },
    { 'accept-language': 'en-GB,en;q=0.9' },
    { 'accept-encoding': 'br;q=x, gzip' },
  ],
  ...[
    { origin: 'https://evil.example' },
    { 'x-forwarded-for': '::1, <b>' },
    { 'x-dvc-receipt': 'mau.AAAA-BBBB-CCCC' },
    { 'x-dvc-csrf': 'khác' },
  ],
  ...[
    { 'content-encoding': 'gzip' },
    { cookie: 'dvc_session=mau.ss.x; dvc_session=kia.ss.y' },
    { authorization: 'Bearer kia.dk.AAAA' },
  ],
  ...[
    { 'x-dvc-person': 'kia.pt.AAAA' },
    { range: 'bytes=0-1' },
    { 'content-length': '5' },
    { 'content-length': '-1' },
    { 'content-length': '1e3' },
  ],
];
const ascii = (headers: Readonly<Record<string, string>>) =>
  Object.fromEntries(Object.entries(headers).map(([name, value]) => [name, Buffer.from(value).toString('latin1')]));

function bodyOf(
  route: Route,
  known: Known,
  named: (example: unknown) => unknown,
): fc.Arbitrary<string | Uint8Array | null> {
  const json = documented(route).requestBody?.content['application/json'];
  const other = documented(route).requestBody?.content ?? {};
  if (!json?.schema) {
    if (route.method === 'GET') return fc.constant(null);
    if (Object.keys(other).length === 0) return rarely(15, nastyText, fc.constant<string | null>(null));
    return fc.oneof(
      nastyText,
      fc.constant('PK\u0003\u0004rác'),
      fc.constant('Mã hồ sơ,Đơn vị\nH1,so-a\n'),
      fc.constant('act=reopen&receipt=x'),
      fc.constant('id=x&overall=s4&comment=%00'),
    );
  }
  const valid = fc.oneof(fc.constant(named(json.example) as Json), valuesOf(json.schema, known) as fc.Arbitrary<Json>);
  return fc
    .tuple(
      valid,
      rarely(
        75,
        acts,
        acts.map((): Acts => []),
      ),
      rarely(12, fc.constantFrom(...Object.keys(TEXT_FAULTS)), fc.constant('none')),
    )
    .map(([value, all, fault]) => (TEXT_FAULTS[fault] ?? String)(JSON.stringify(spoilt(value, all))));
}

/** Any call of any operation of the document, by anyone. @param named the example of a body about what is on record. */
export function calls(
  known: (route: Route, who: Call['who']) => Known,
  named: (example: unknown) => unknown,
): fc.Arbitrary<Call> {
  const made = new Map<string, fc.Arbitrary<Call>>();
  const of = (route: Route, who: Call['who']) => {
    const key = `${route.method} ${route.path} ${who}`;
    const before = made.get(key);
    if (before) return before;
    const type = rarely(6, fc.constantFrom(...TYPES), fc.constant('application/json'));
    const more = rarely(12, fc.constantFrom(...HEADERS), fc.constant({}));
    const arbitrary = fc
      .tuple(addressOf(route, known(route, who)), bodyOf(route, known(route, who), named), type, more)
      .map(([address, body, contentType, headers]) => ({
        ...{ route, who, address, body },
        headers: ascii({ ...(contentType ? { 'content-type': contentType } : {}), ...headers }),
      }));
    made.set(key, arbitrary);
    return arbitrary;
  };
  // Bodies are what is counted: an operation that takes one is asked four times as often as one that does not.
  const weighted = routes.flatMap((route) => Array<Route>(route.body || route.accepts ? 4 : 1).fill(route));
  return fc.constantFrom(...weighted).chain((route) => {
    const named = route.who.includes('anyone')
      ? (['anyone', ...CALLERS] as const)
      : route.who.filter((each) => each !== 'anyone');
    const any = fc.constantFrom<Call['who'][]>('anyone', ...CALLERS);
    return rarely(10, any, fc.constantFrom<Call['who'][]>(...named)).chain((who) => of(route, who));
  });
}
