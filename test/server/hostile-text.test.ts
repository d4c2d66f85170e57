import { afterAll, beforeAll, expect, test } from 'vitest';
import { routes } from '../../server/routes/index.ts';
import { CALLERS, everythingOf, showing } from './route-calls.ts';
import { type TestServer, testServer } from './test-server.ts';

const HOSTILE = [
  "' or 1=1 --",
  '"; drop table responses; --',
  "') union all values (csrf), (hash) --",
  '<script>alert(1)</script>',
  '"><img src=x onerror=alert(1)>',
  '../../../../etc/passwd',
  '{{7*7}}%s%n',
  'mau.x\r\nset-cookie: a=b',
  '\u0000\u202e𝕏',
  'x'.repeat(5_000),
] as const;
/** What routes ask of their query. */
const QUERY = [
  'q',
  'period',
  'ky',
  'unit',
  'don-vi',
  'snapshot',
  'ban',
  'lang',
  'page',
  'after',
  'kind',
  'id',
  'ma',
  'of',
];

let server: TestServer;
beforeAll(async () => {
  server = await testServer();
});
afterAll(() => server.close());

test('no route falls over hostile texts in its address, nor gives them back as markup', async () => {
  const before = await everythingOf(server, 'kia');
  const faults: string[] = [];
  for (const [n, route] of routes.entries()) {
    const who = CALLERS.find((caller) => route.who.includes(caller));
    const as = who ? await showing(server, 'mau', who) : {};
    // Two of them each, all of them many times over the list.
    for (const hostile of [HOSTILE[n % HOSTILE.length] ?? '', HOSTILE[(n * 3 + 1) % HOSTILE.length] ?? '']) {
      const path = route.path.replace(/\{[^}]*\}/g, '').replace(/:\w+|\*/g, encodeURIComponent(hostile));
      const query = new URLSearchParams(QUERY.map((name) => [name, hostile]));
      const body = route.body ? JSON.stringify({ id: hostile, unit: hostile, login: hostile }) : undefined;
      const { status, text, headers } = await server.request(route.method, `${path}?${query}`, body, as);
      // A build that is not there says so.
      const excused = text.includes('"widget.missing"') || ['/admin', '/kiosk'].some((app) => path.startsWith(app));
      if (status >= 500 && !excused) faults.push(`${route.method} ${route.path} ${hostile.slice(0, 30)}: ${status}`);
      if (headers.get('content-type')?.includes('html') && /<script>alert|onerror=alert\(1\)>/.test(text))
        faults.push(`${route.method} ${route.path}: markup`);
      if (headers.get('set-cookie')?.includes('a=b')) faults.push(`${route.method} ${route.path}: header`);
      if (/csrf-mau|SQLITE|syntax error|root:x:/.test(text)) faults.push(`${route.method} ${route.path}: told`);
    }
  }
  expect(faults).toEqual([]);
  expect(await everythingOf(server, 'kia')).toEqual(before);
});
