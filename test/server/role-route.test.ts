import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { routes } from '../../server/routes/index.ts';
import { insertDevice } from '../../server/store/devices.ts';
import { insertKiosk } from '../../server/store/kiosks.ts';
import { putOfficer } from '../../server/store/officers.ts';
import { newSecret } from '../../server/store/secret.ts';
import { insertUnit } from '../../server/store/units.ts';
import { CALLERS, callNaming, everythingOf, guarded, type Names, ROLES, showing } from './route-calls.ts';
import { NOW, type TestServer, testServer } from './test-server.ts';

/** Refused at the door: who is asking, not what for. */
const AT_THE_DOOR = [
  'sign.in',
  'role.denied',
  'csrf.missing',
  'key.bad',
  'key.revoked',
  'person.expired',
  'session.expired',
];
/** Stands in the name of everything the caller must not see. */
const HIDDEN = 'KHÔNG AI KHÁC ĐƯỢC THẤY';

const OWN: Names = {
  unit: 'so-a',
  officer: 'CB-02',
  dossier: 'H99.01-261110-0001',
  period: '2026-q4',
  device: 'khong-co',
  login: 'tai-khoan-moi',
  id: 'khong-co',
  kiosk: 'mau.0000000009',
};
/** Of a unit only tenant `mau` has, beside the unit of the calling unit admin. */
const OTHERS: Names = {
  unit: 'so-kin',
  officer: 'CB-KIN',
  dossier: 'H99.KIN-261110-0009',
  period: '2026-q4',
  device: 'may-kin',
  login: 'nguoi-kin',
  id: 'cong-kin',
  kiosk: 'mau.0000000002',
};

const nameOf = (route: (typeof routes)[number]) => `${route.method} ${route.path}`;
let server: TestServer;

beforeAll(async () => {
  server = await testServer();
  const { unit, officer, device, kiosk } = OTHERS;
  const place = { counter: HIDDEN, officer: null, mode: 'quick', lang: 'vi', intervalSeconds: 3 } as const;
  await server.db.batch([
    insertUnit('mau', { unit, name: HIDDEN, parent: null, level: 'province', from: '2026-01-01', to: null }),
    ...putOfficer('mau', { officer, unit, label: HIDDEN }, 'không PIN nào'),
    insertDevice('mau', { device, unit, label: HIDDEN }, newSecret('mau', 'dk'), NOW),
    insertKiosk('mau', { kiosk, unit, ...place }, 'không PIN nào', NOW),
  ]);
  const seen = { code: OTHERS.dossier, unit, procedure: null, officer, channel: null, state: 'received' };
  const times = { received: '2026-11-02T08:00', promised: '2026-11-20T17:00', ready: null, returned: null };
  const rest = { reappointed: [], pauses: [], supplements: null, limitDays: null };
  const stored = await server.request(
    'POST',
    '/v1/dossiers',
    [{ ...seen, ...times, ...rest }],
    server.credentials.mau['province-admin'],
  );
  expect(stored.body).toEqual({ outcomes: [{ outcome: 'created', id: OTHERS.dossier }] });
});

afterAll(() => server.close());

describe('every route', () => {
  test('is declared once', () => {
    const names = routes.map(nameOf);
    expect(names.filter((name, n) => names.indexOf(name) !== n)).toEqual([]);
  });

  for (const route of routes)
    test(`${nameOf(route)} says who may call it, what they may touch and what it is for`, () => {
      expect(route.who.length).toBeGreaterThan(0);
      expect(['public', 'token', 'own', 'unit', 'tenant']).toContain(route.scope);
      expect(route.summary).toMatch(/^[A-Z].{9,}/);
      expect(route.example === undefined, 'a body has an example').toBe(route.body === undefined);
      if (route.body) expect(route.body.safeParse(route.example).error?.issues).toBeUndefined();
      // Only what the presented token opens, or nothing private, can be open to anyone.
      if (route.who.includes('anyone')) expect(['public', 'token']).toContain(route.scope);
    });
});

describe('who may do what, whatever a route file says', () => {
  const namesOf = (who: (typeof CALLERS)[number], methods: readonly string[]) =>
    guarded.filter((route) => methods.includes(route.method) && route.who.includes(who)).map(nameOf);
  const WRITES = ['POST', 'PUT', 'DELETE'];
  /** What everybody with an account changes of it himself. */
  const OWN = [
    ...['DELETE /v1/session', 'DELETE /v1/sessions', 'DELETE /v1/sessions/:session'],
    ...['POST /v1/session/second-step', 'POST /v1/session/second-step/confirm', 'POST /v1/session/second-step/end'],
    'PUT /v1/session/password',
  ];

  test('viewers change nothing but their own session; a reviewer also appraises, labels and answers', () => {
    expect(namesOf('viewer', WRITES).sort()).toEqual(OWN);
    const reviewer = namesOf('reviewer', WRITES).filter(
      (name) => !/ \/v1\/(appraisals|objections|flags|cases|comments|public-replies)\b/.test(name),
    );
    expect(reviewer.sort()).toEqual(OWN);
  });

  test('an inspector replies to citizens, reads comments and sees no result', () => {
    const all = namesOf('inspector', ['GET', ...WRITES]).filter((name) => !OWN.includes(name));
    expect(all.sort()).toEqual([
      'GET /v1/case-settings',
      'GET /v1/cases',
      'GET /v1/cases/:case',
      'GET /v1/comments',
      'GET /v1/desk',
      'GET /v1/periods',
      'GET /v1/session',
      'GET /v1/session/second-step',
      'GET /v1/sessions',
      'GET /v1/today',
      'GET /v1/units',
      'POST /v1/cases/:case/answer',
      'POST /v1/cases/:case/close',
      'POST /v1/cases/:case/release',
      'POST /v1/cases/:case/take',
      'PUT /v1/comments/tags',
    ]);
  });

  test("a portal's key asks for survey links, prints them and does nothing else", () => {
    expect(namesOf('portal', ['GET', ...WRITES])).toEqual([
      'POST /v1/invitations',
      'GET /v1/invitations/:token/qr.svg',
    ]);
  });

  test('a tablet at a counter speaks for itself alone', () => {
    const names = namesOf('kiosk', ['GET', ...WRITES]);
    expect(names.length).toBeGreaterThan(6);
    for (const name of names) expect(name).toMatch(/^(GET|POST|PUT) \/v1\/kiosk\//);
  });

  test('accounts, portal keys, settings, units and the course of a period are for the province alone', () => {
    const province = guarded.filter(
      (route) =>
        /^\/v1\/(users|portal-keys|portal-origins|webhooks)/.test(route.path) ||
        (/^\/v1\/(periods|tenant|units|procedures)/.test(route.path) && WRITES.includes(route.method)),
    );
    expect(province.length).toBeGreaterThan(9);
    for (const route of province) expect(route.who, nameOf(route)).toEqual(['province-admin']);
  });

  test('a browser reads its settings and what its unit may know; an officer also his objections, links and counters', () => {
    const browser = ['GET /v1/devices/figures', 'GET /v1/devices/self', 'GET /v1/packs'];
    expect(namesOf('device', ['GET']).sort()).toEqual(browser);
    const own = namesOf('officer', ['GET']).filter((name) => !browser.includes(name));
    expect(own.sort()).toEqual([
      'GET /v1/flags',
      'GET /v1/invitations/:token/qr.svg',
      'GET /v1/kiosk/hand-over/:handOver',
      'GET /v1/kiosk/places',
      'GET /v1/objections',
      'GET /v1/objections/periods',
    ]);
  });
});

describe('a caller the route does not name is refused at the door', () => {
  for (const route of guarded)
    test(nameOf(route), async () => {
      for (const caller of ['anyone', ...CALLERS] as const) {
        if (route.who.includes(caller)) continue;
        for (const tenant of ['mau', 'kia'] as const) {
          const { status, body } = await callNaming(server, route, OWN, await showing(server, tenant, caller));
          const [expected, code] = caller === 'anyone' ? [401, 'sign.in'] : [403, 'role.denied'];
          expect([status, body?.code], `${caller} of ${tenant}`).toEqual([expected, code]);
          expect(Object.keys(body ?? {})).toEqual(['code', 'message']);
        }
      }
    });
});

describe('a session without the csrf value changes nothing', () => {
  for (const route of guarded.filter((each) => each.method !== 'GET' && ROLES.some((role) => each.who.includes(role))))
    test(nameOf(route), async () => {
      const before = await everythingOf(server, 'mau', ['sessions']);
      for (const role of ROLES) {
        if (!route.who.includes(role)) continue;
        const { cookie = '' } = await showing(server, 'mau', role);
        const { status, body } = await callNaming(server, route, OWN, { cookie });
        expect([status, body?.code], role).toEqual([403, 'csrf.missing']);
      }
      expect(await everythingOf(server, 'mau', ['sessions'])).toEqual(before);
    });
});

describe("a caller of another tenant reads and changes nothing of tenant mau's", () => {
  for (const route of guarded)
    test(nameOf(route), async () => {
      const before = await everythingOf(server, 'mau');
      for (const caller of CALLERS) {
        if (!route.who.includes(caller)) continue;
        const { status, text } = await callNaming(server, route, OTHERS, await showing(server, 'kia', caller));
        expect(text, caller).not.toContain(HIDDEN);
        // A period of that name is everyone's own; the rest of these names only tenant mau has.
        if (/:(?!period)/.test(route.path)) expect(status, caller).toBeGreaterThanOrEqual(400);
      }
      expect(await everythingOf(server, 'mau')).toEqual(before);
    });
});

describe('a unit admin of so-a reads and changes nothing of another unit', () => {
  for (const route of guarded.filter((each) => each.who.includes('unit-admin')))
    test(nameOf(route), async () => {
      const session = await showing(server, 'mau', 'unit-admin');
      // A wrong password is counted, and nothing else comes of it.
      const without = ['audit', 'sessions', 'sign_in_tries'];
      const before = await everythingOf(server, 'mau', without);
      const { status, text } = await callNaming(server, route, OTHERS, session);
      expect(text).not.toContain(HIDDEN);
      if (/:(?!period)/.test(route.path)) expect(status).toBeGreaterThanOrEqual(400);
      expect(await everythingOf(server, 'mau', without)).toEqual(before);
    });
});

// Last: these calls do what they ask for.
describe('a caller the route names is never turned away at the door', () => {
  for (const route of routes)
    test(nameOf(route), async () => {
      for (const caller of ['anyone', ...CALLERS] as const) {
        if (!route.who.includes(caller) && !route.who.includes('anyone')) continue;
        const { status, body } = await callNaming(server, route, OWN, await showing(server, 'mau', caller));
        expect(AT_THE_DOOR, `${caller}: ${status}`).not.toContain(body?.code);
        expect(body?.code, caller).not.toBe('server.fault');
      }
    });
});
