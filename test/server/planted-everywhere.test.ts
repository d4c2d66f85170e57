import { afterAll, beforeAll, expect, test } from 'vitest';
import { routes } from '../../server/routes/index.ts';
import { dossierBody } from './dossier-body.ts';
import { CALLERS, showing } from './route-calls.ts';
import { dumped } from './sealed-worlds.ts';
import { idOf, responseOf, type TestServer, testServer } from './test-server.ts';

const MARKS = ['Trần Thị Mận', '0912345678', '012345678901', 'man.tran@example.com', '19031234567890'];
const TEXT = `Tôi tên là ${MARKS[0]}, số ${MARKS[1]}, CCCD ${MARKS[2]}, ${MARKS[3]}, tài khoản ${MARKS[4]}.`;

/**
 * What an office says of itself, shown as it stands: names of units, procedures, the province, its decision and notice, its list of
 * criteria, and the head of its report with who signs it.
 */
const OWN_WORDS = /^\/v1\/(units|procedures|tenant|privacy|par-criteria|periods\/:period\/report\/head)$/;
const NAMES: Readonly<Record<string, string>> = {
  ...{ unit: 'so-a', officer: 'CB-01', dossier: 'H99.01-261102-0001', period: '2026-q4' },
};

let server: TestServer;
beforeAll(async () => {
  server = await testServer();
  const { officer } = server.credentials.mau;
  await server.request('POST', '/v1/dossiers', [dossierBody({ code: NAMES.dossier ?? '' })], officer);
  await server.request('POST', '/v1/responses', responseOf(1));
});
afterAll(() => server.close());

type Json = string | number | boolean | null | undefined | readonly Json[] | { readonly [key: string]: Json };
const isObject = (value: Json): value is { readonly [key: string]: Json } =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** The example about what is on record here. */
function naming(value: Json): Json {
  if (Array.isArray(value)) return value.map(naming);
  if (!isObject(value)) return value;
  return Object.fromEntries(
    Object.entries(value).map(([key, own]) => [key, own !== null && key in NAMES ? NAMES[key] : naming(own)]),
  );
}

/** The body once for each of its texts, with that text planted, and once with a field nobody asked for. */
function planted(value: Json): Json[] {
  if (typeof value === 'string') return [TEXT];
  if (Array.isArray(value)) return planted(value[0]).map((first) => [first, ...value.slice(1)]);
  if (!isObject(value)) return [];
  const bodies = Object.entries(value).flatMap(([key, own]) => planted(own).map((one) => ({ ...value, [key]: one })));
  return [...bodies, { ...value, [TEXT]: TEXT }];
}

/** Ids of records are new ones each time, so that none is taken for a repeat. */
function renewed(value: Json, n: number): Json {
  if (Array.isArray(value)) return value.map((each) => renewed(each, n));
  if (!isObject(value) || typeof value.id !== 'string' || !/^\w+\.[0-9A-Z]{26}$/.test(value.id)) return value;
  return { ...value, id: idOf(n) };
}

/** Acts on the one period there is, and what would end the session of a test. */
const LEFT_OUT = /\/(close|seal|reopen|publish|withdraw|correct|rescore)$|\/(session|password)$/;

test('a sentence full of personal data, in each text of each body, is kept nowhere as it is', async () => {
  let [n, taken] = [1000, 0];
  async function walk(): Promise<void> {
    for (const route of routes.filter((each) => each.body && !LEFT_OUT.test(each.path) && !OWN_WORDS.test(each.path)))
      for (const body of planted(naming(route.example as Json))) {
        const caller = CALLERS.findLast((each) => route.who.includes(each)) ?? 'anyone';
        const path = route.path.replace(/\{[^}]*\}/g, '').replace(/:(\w+)/g, (_, key: string) => NAMES[key] ?? 'x');
        n += 1;
        const sent = await server.request(route.method, path, renewed(body, n), {
          'content-type': 'application/json',
          ...(await showing(server, 'mau', caller)),
        });
        expect(sent.status, `${route.method} ${path} ${JSON.stringify(body)}`).not.toBe(500);
        if (sent.status < 300 && !sent.text.includes('"refused"')) taken += 1;
      }
  }
  await walk();
  server.clock.now = new Date('2027-01-04T02:00:00Z');
  const { 'province-admin': admin } = server.credentials.mau;
  expect((await server.request('POST', '/v1/periods/2026-q4/close', {}, admin)).status).toBe(200);
  await walk();
  expect(taken).toBeGreaterThan(5);
  const held = [...(await dumped(server))].flatMap(([place, values]) =>
    values.some((value) => MARKS.some((mark) => value.normalize('NFC').includes(mark))) ? [place] : [],
  );
  expect(held).toEqual([]);
}, 60_000);
