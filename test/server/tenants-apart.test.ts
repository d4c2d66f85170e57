import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { createApp } from '../../server/app.ts';
import { routes } from '../../server/routes/index.ts';
import type { Route } from '../../server/routes/route.ts';
import { KIA } from './provinces/own-of-kia.ts';
import { backToChance, drawFrom } from './provinces/seeded-randomness.ts';
import { twoProvinces, without } from './provinces/two-provinces.ts';
import { bodyNaming, CALLERS, type Names, pathNaming, queryNaming, type Tenant } from './route-calls.ts';
import { idOf, TENANTS, type TestServer } from './test-server.ts';
import { UNLIMITED } from './unlimited.ts';

/** Ids both provinces have. */
const namesOf = (tenant: Tenant): Names => ({
  ...{ tenant, unit: 'so-a', officer: 'CB-01', dossier: 'H99.01-261102-0001', code: 'H99.01-261102-0001' },
  ...{ period: '2026-q4', procedure: '1.001612', device: 'may-1', login: 'viewer', kiosk: `${tenant}.0000000001` },
  ...{ survey: 'danhgia-2026', version: '1', question: 'q1', kind: 'dossiers', id: idOf(900) },
  ...{
    '?after': '2026-q4',
    '?q': 'so',
    '?step': 'units',
    '?kind': 'unscored',
    '?name': 'a.csv',
    '?id': idOf(950, tenant),
  },
});

/** What passes between two processes that are asked the same: who counts requests, and the hour. */
const UNLIKE = ['x-request-id', 'date'];

/** Acts that end what the rest is asked with come last. */
const LAST = [
  /\/session/,
  /\/users\/:login/,
  /\/devices\/:device/,
  /\/kiosks?\b/,
  /\/officers\/:officer$/,
  /\/(seal|withdraw|correct|publish|reopen)/,
];
const place = ({ method, path }: Route) =>
  (method === 'GET' ? 0 : 10) + LAST.findIndex((pattern) => pattern.test(path)) + (method === 'DELETE' ? 10 : 0);
const inOrder = routes.toSorted((a, b) => place(a) - place(b));

/** Who the route is for; where that is anyone, one of each kind of credential. A file is made alike for all who read it. */
const callersOf = ({ who, answer }: Route) => {
  const named = (['anyone', ...CALLERS] as const).filter((caller) =>
    who.includes('anyone') ? ['anyone', 'portal', 'officer', 'kiosk', 'viewer'].includes(caller) : who.includes(caller),
  );
  return Array.isArray(answer) ? named.slice(0, 2) : named;
};

/** Everything of an answer a caller can see. */
async function seenBy(
  server: TestServer,
  app: ReturnType<typeof createApp>,
  tenant: Tenant,
  route: Route,
  caller: string,
  names: Names = namesOf(tenant),
) {
  const as = caller === 'anyone' ? {} : server.credentials[tenant][caller as (typeof CALLERS)[number]];
  const example =
    route.example === undefined
      ? null
      : JSON.stringify(bodyNaming(route.example, names))
          .replaceAll('"mau.', `"${tenant}.`)
          .replace('"tenant":"mau"', `"tenant":"${tenant}"`);
  const body = example ?? (route.accepts ? 'Mã hồ sơ,Đơn vị\nH99.01-270104-0003,so-a\n' : null);
  const length: Record<string, string> = body === null ? {} : { 'content-length': String(Buffer.byteLength(body)) };
  const headers = { 'content-type': 'application/json', ...length, ...as };
  const answer = await app.request(pathNaming(route.path, names) + queryNaming(route, names), {
    method: route.method,
    headers,
    body,
  });
  const bytes = Buffer.from(await answer.arrayBuffer());
  // Files packed as zip are compared as bytes.
  const text = bytes.subarray(0, 2).toString() === 'PK' ? bytes.toString('base64') : bytes.toString();
  return { status: answer.status, headers: [...answer.headers].filter(([name]) => !UNLIKE.includes(name)), text };
}

for (const [asked, beside] of [TENANTS, TENANTS.toReversed()] as const)
  describe(`every answer to callers of ${asked} is the same to the byte, whether ${beside} is not there or full and at work`, () => {
    let alone: TestServer;
    let among: TestServer;
    let apps: readonly [ReturnType<typeof createApp>, ReturnType<typeof createApp>];
    beforeAll(async () => {
      alone = await without(await twoProvinces(), beside);
      among = await twoProvinces();
      apps = [createApp({ ...alone.services, ...UNLIMITED }), createApp({ ...among.services, ...UNLIMITED })];
    }, 180_000);
    afterAll(async () => {
      backToChance();
      await alone.close();
      await among.close();
    });

    let done = 0;
    for (const route of inOrder)
      test(`${route.method} ${route.path}`, async () => {
        if (asked === 'mau') {
          // Names that only the other province has are names of nothing.
          const [caller = 'anyone'] = callersOf(route);
          const names = { ...namesOf(asked), ...KIA };
          const seed = `${route.method} ${route.path} by names of the other`;
          drawFrom(seed);
          const there = await seenBy(among, apps[1], asked, route, caller, names);
          drawFrom(seed);
          const here = await seenBy(alone, apps[0], asked, route, caller, names);
          backToChance();
          expect(here.status, 'by names of the other').not.toBe(500);
          if (here.status >= 400) expect(there, 'by names of the other').toEqual(here);
          else expect(there.status, 'by names of the other').toBe(here.status);
        }
        for (const caller of callersOf(route)) {
          const seed = `${route.method} ${route.path} ${caller}`;
          drawFrom(`${seed} ${beside}`);
          // The other province is asked the same first, and what it changes is changed.
          await seenBy(among, apps[1], beside, route, caller);
          drawFrom(seed);
          const there = await seenBy(among, apps[1], asked, route, caller);
          drawFrom(seed);
          const here = await seenBy(alone, apps[0], asked, route, caller);
          backToChance();
          expect(there, caller).toEqual(here);
          expect(here.status, caller).not.toBe(500);
          if (here.status < 300) done += 1;
        }
      });

    test('and most of them do as they are asked', () => {
      expect(done).toBeGreaterThan(300);
    });
  });
