import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Who } from '../../server/principal.ts';
import { routes } from '../../server/routes/index.ts';
import type { Route } from '../../server/routes/route.ts';
import { insertDevice } from '../../server/store/devices.ts';
import { insertKiosk } from '../../server/store/kiosks.ts';
import { putOfficer } from '../../server/store/officers.ts';
import { insertPersonToken } from '../../server/store/person-tokens.ts';
import { insertPortalKey } from '../../server/store/portal-keys.ts';
import { hashSecret, newSecret } from '../../server/store/secret.ts';
import { insertSession } from '../../server/store/sessions.ts';
import { insertUnit } from '../../server/store/units.ts';
import { insertUser } from '../../server/store/users.ts';
import { dossierBody } from './dossier-body.ts';
import { atTheDoor, keepsToItsUnit, STATES, type State } from './role-rules.ts';
import { CALLERS, callNaming, everythingOf, type Names, ROLES, type Tenant } from './route-calls.ts';
import { type As, NOW, TENANTS, type TestServer, testServer } from './test-server.ts';

/** Stands in every name and label of the other unit. */
const HIDDEN = 'ĐƠN VỊ KHÁC KHÔNG ĐƯỢC THẤY';
const LONG_AGO = '2026-01-01T00:00:00.000Z';
const FAR = '2027-12-31T00:00:00.000Z';

/** Of another unit of `mau` than everyone's. */
const OTHER: Names = {
  ...{ unit: 'so-kin', officer: 'CB-KIN', dossier: 'H99.KIN-261110-0009', code: 'H99.KIN-261110-0009' },
  ...{
    period: '2026-q4',
    device: 'may-kin',
    login: 'nguoi-kin',
    id: 'khong-co',
    kiosk: 'mau.0000000002',
    file: 'widget-x.js',
  },
};
const KIN = /so-kin|CB-KIN|H99\.KIN|may-kin|nguoi-kin|mau\.0000000002/;

let server: TestServer;
/** Spoilt credentials of each tenant and caller. */
const spoilt = {} as Record<Tenant, Record<(typeof CALLERS)[number], Partial<Record<State, As>>>>;
/** Callers bound to unit so-a of `mau`. */
const bound: Record<string, { readonly who: Who; readonly as: As }> = {};

const bearer = (key: string): As => ({ authorization: `Bearer ${key}` });
const cookie = (token: string): As => ({ cookie: `dvc_session=${token}`, 'x-dvc-csrf': 'csrf' });

/** Keys withdrawn, people and sessions run out, accounts closed. */
async function spoil(tenant: Tenant): Promise<void> {
  const key = (kind: 'dk' | 'kk' | 'pk' | 'pt') => newSecret(tenant, kind);
  const [device, dead, kiosk, portal, person, late] = [
    key('dk'),
    key('dk'),
    key('kk'),
    key('pk'),
    key('pt'),
    key('pt'),
  ];
  const place = {
    unit: 'so-a',
    counter: 'Quầy cũ',
    officer: null,
    mode: 'quick',
    lang: 'vi',
    intervalSeconds: 3,
  } as const;
  const old = `${tenant}.0000000007`;
  await server.db.batch([
    insertDevice(tenant, { device: 'may-con', unit: 'so-a', label: 'Máy còn dùng' }, device, NOW),
    insertDevice(tenant, { device: 'may-cu', unit: 'so-a', label: 'Máy cũ' }, dead, NOW),
    insertPersonToken(tenant, person, 'may-cu', 'CB-01', FAR),
    insertPersonToken(tenant, late, 'may-con', 'CB-01', LONG_AGO),
    insertPortalKey(tenant, { id: 'cong-cu', label: 'Cổng cũ', units: [] }, portal, NOW),
    insertKiosk(tenant, { kiosk: old, ...place }, 'không PIN nào', NOW),
  ]);

  const at = NOW.toISOString();
  await server.db.batch([
    { sql: 'update devices set revoked_at = ? where tenant = ? and device = ?', params: [at, tenant, 'may-cu'] },
    { sql: 'update portal_keys set revoked_at = ? where tenant = ? and key_id = ?', params: [at, tenant, 'cong-cu'] },
    {
      sql: 'update kiosks set key_hash = ?, enrolled_at = ?, revoked_at = ? where tenant = ? and kiosk = ?',
      params: [hashSecret(kiosk), at, at, tenant, old],
    },
  ]);
  const wrongPerson = { ...bearer(device), 'x-dvc-person': newSecret(tenant, 'pt') };
  const of: Partial<(typeof spoilt)[Tenant]> = {
    portal: { wrong: bearer(key('pk')), revoked: bearer(portal) },
    device: { wrong: bearer(key('dk')), revoked: bearer(dead) },
    kiosk: { wrong: bearer(key('kk')), revoked: bearer(kiosk) },
    officer: {
      wrong: { ...bearer(key('dk')), 'x-dvc-person': person },
      revoked: { ...bearer(dead), 'x-dvc-person': person },
      expired: { ...bearer(device), 'x-dvc-person': late },
    },
  };
  for (const role of ROLES) {
    const [open, out, closed] = [newSecret(tenant, 'ss'), newSecret(tenant, 'ss'), `${role}.nghi`];
    await server.db.batch([
      insertUser(
        tenant,
        { login: closed, role, unit: role === 'unit-admin' ? 'so-a' : null },
        'không mật khẩu nào',
        NOW,
      ),
      insertSession(tenant, open, closed, 'csrf', FAR),
      insertSession(tenant, out, role === 'unit-admin' ? 'unit-admin.so-a' : role, 'csrf', LONG_AGO),
      { sql: 'update users set active = 0 where tenant = ? and login = ?', params: [tenant, closed] },
    ]);
    of[role] = { wrong: cookie(newSecret(tenant, 'ss')), revoked: cookie(open), expired: cookie(out) };
  }
  spoilt[tenant] = of as (typeof spoilt)[Tenant];
  // A person nobody knows at a device that is good is told the same as one whose time has run out.
  expect((await server.request('GET', '/v1/devices/self', undefined, wrongPerson)).status).toBe(401);
}

async function addOther(): Promise<void> {
  const { unit = '', officer = '', device = '', kiosk = '', login = '', dossier = '' } = OTHER;
  const place = { counter: HIDDEN, officer: null, mode: 'quick', lang: 'vi', intervalSeconds: 3 } as const;
  await server.db.batch([
    insertUnit('mau', { unit, name: HIDDEN, parent: null, level: 'province', from: '2026-01-01', to: null }),
    ...putOfficer('mau', { officer, unit, label: HIDDEN }, 'không PIN nào'),
    insertDevice('mau', { device, unit, label: HIDDEN }, newSecret('mau', 'dk'), NOW),
    insertKiosk('mau', { kiosk, unit, ...place }, 'không PIN nào', NOW),
    insertUser('mau', { login, role: 'viewer', unit }, 'không mật khẩu nào', NOW),
  ]);
  const admin = server.credentials.mau['province-admin'];
  const body = [dossierBody({ code: dossier, unit, officer })];
  const { body: stored } = await server.request('POST', '/v1/dossiers', body, admin);
  expect(stored).toEqual({ outcomes: [{ outcome: 'created', id: dossier }] });
}

async function bind(): Promise<void> {
  const { officer, device, kiosk, 'unit-admin': unitAdmin } = server.credentials.mau;
  const key = newSecret('mau', 'pk');
  await server.db.batch([insertPortalKey('mau', { id: 'cong-a', label: 'Cổng của so-a', units: ['so-a'] }, key, NOW)]);
  Object.assign(bound, {
    officer: { who: 'officer', as: officer },
    device: { who: 'device', as: device },
    kiosk: { who: 'kiosk', as: kiosk },
    'portal for one unit': { who: 'portal', as: bearer(key) },
    'unit-admin': { who: 'unit-admin', as: unitAdmin },
  });
  for (const role of ['reviewer', 'viewer'] as const) {
    const token = newSecret('mau', 'ss');
    await server.db.batch([
      insertUser('mau', { login: `${role}.so-a`, role, unit: 'so-a' }, 'không mật khẩu nào', NOW),
      insertSession('mau', token, `${role}.so-a`, 'csrf', FAR),
    ]);
    bound[`${role} of one unit`] = { who: role, as: cookie(token) };
  }
}

beforeAll(async () => {
  server = await testServer();
  for (const tenant of TENANTS) await spoil(tenant);
  await addOther();
  await bind();
});
afterAll(() => server.close());

const OWN: Names = {
  ...OTHER,
  unit: 'so-a',
  officer: 'CB-01',
  dossier: 'H99.01-261110-0001',
  device: 'khong-co',
  kiosk: 'mau.0000000009',
};

test('there is a rule for every route, caller and state of a credential, and none for what nobody has thought of', () => {
  const cells = routes.flatMap((route) =>
    (['anyone', ...CALLERS] as const).flatMap((caller) => STATES.map((state) => atTheDoor(route, caller, state))),
  );
  expect(cells).toHaveLength(routes.length * (CALLERS.length + 1) * STATES.length);
  const [route] = routes as readonly [Route];
  expect(() => atTheDoor({ ...route, scope: 'ward' as Route['scope'] }, 'viewer', 'good')).toThrow('no rule');
  expect(() => atTheDoor({ ...route, who: ['auditor' as Who] }, 'viewer', 'good')).toThrow('no rule');
  expect(() => atTheDoor({ ...route, who: [] }, 'viewer', 'good')).toThrow('no rule');
});

describe('a credential that is wrong, has run out or was taken back opens nothing, of its own province or another', () => {
  for (const caller of CALLERS)
    test(caller, async () => {
      const before = [await everythingOf(server, 'mau'), await everythingOf(server, 'kia')];
      for (const route of routes)
        for (const state of STATES) {
          const expected = atTheDoor(route, caller, state);
          if (state === 'good' || expected === null || expected === 'in') continue;
          for (const tenant of TENANTS) {
            const { status, body, headers } = await callNaming(server, route, OWN, spoilt[tenant][caller][state] ?? {});
            const name = `${state} ${caller} of ${tenant}: ${route.method} ${route.path}`;
            expect([name, status, body?.code]).toEqual([name, ...expected]);
            if (expected[1] === 'session.expired') expect(headers.get('set-cookie')).toContain('Max-Age=0');
          }
        }
      expect([await everythingOf(server, 'mau'), await everythingOf(server, 'kia')]).toEqual(before);
    });

  test('a session that has ended does not keep anybody from what is open to anyone', async () => {
    for (const route of routes.filter(({ method, who }) => method === 'GET' && who.includes('anyone'))) {
      const as = spoilt.mau.viewer.expired ?? {};
      const [ended, none] = [await callNaming(server, route, OWN, as), await callNaming(server, route, OWN, {})];
      expect([route.path, ended.status, ended.text]).toEqual([route.path, none.status, none.text]);
    }
  });
});

const KINDS = [
  'officer',
  'device',
  'kiosk',
  'portal for one unit',
  'unit-admin',
  'reviewer of one unit',
  'viewer of one unit',
];

describe('whoever is bound to a unit sees and changes nothing of another', () => {
  /** Every row that names something of the other unit. */
  const kin = async () =>
    Object.values(await everythingOf(server, 'mau', ['audit', 'sessions'])).flatMap((rows) =>
      rows.filter((row) => KIN.test(String(row))),
    );

  for (const kind of KINDS)
    test(kind, async () => {
      const { who, as } = bound[kind] as (typeof bound)[string];
      const before = await kin();
      expect(before.length).toBeGreaterThan(5);
      let asked = 0;
      for (const route of routes.filter((each) => each.who.includes(who) && keepsToItsUnit(each))) {
        // Signing out ends the test's own session; its password is its own.
        if (route.path.startsWith('/v1/session')) continue;
        asked += 1;
        const { status, text } = await callNaming(server, route, OTHER, as);
        const name = `${route.method} ${route.path}`;
        expect(text, name).not.toContain(HIDDEN);
        if (/:(?!period)/.test(route.path)) expect([name, status >= 400]).toEqual([name, true]);
      }
      expect(asked).toBeGreaterThan(0);
      expect(await kin()).toEqual(before);
    });

  test('every kind of caller that is bound is among them', () => {
    expect(KINDS.sort()).toEqual(Object.keys(bound).sort());
  });
});
