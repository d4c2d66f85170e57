import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Device, Person } from '#wire/access.ts';
import type { DeviceSelf } from '#wire/device.ts';
import type { Problem } from '#wire/problem.ts';
import { verifyAudit } from '../../server/store/audit.ts';
import { insertUnit } from '../../server/store/units.ts';
import { signIn } from './sign-in.ts';
import { type As, PASSWORD, type TestServer, testServer } from './test-server.ts';

const MINUTE = 60_000;
let server: TestServer;
/** Province admin. */
let lan: As;

const later = (ms: number) => {
  server.clock.now = new Date(server.clock.now.getTime() + ms);
};
const send = <Body = { code: string }>(method: string, path: string, body?: unknown, as?: As) =>
  server.request<Body>(method, path, body, as);
const bearer = (key: string, person?: string): As => ({
  authorization: `Bearer ${key}`,
  ...(person ? { 'x-dvc-person': person } : {}),
});

async function codeFor(admin: As, unit: string): Promise<string> {
  return (await send('POST', '/v1/enrolments', { unit, label: 'Quầy 2' }, admin)).body.code;
}

async function enrol(admin: As, unit: string): Promise<Device> {
  return (await send<Device>('POST', '/v1/devices', { code: await codeFor(admin, unit), label: 'Máy quầy 2' })).body;
}

beforeAll(async () => {
  server = await testServer();
  lan = server.credentials.mau['province-admin'];
  const phong = { unit: 'phong-b1', name: 'Phòng B1', level: 'province', from: '2026-01-01', to: null } as const;
  await server.db.batch([insertUnit('mau', { ...phong, parent: 'so-b' })]);
  for (const [officer, unit, pin] of [
    ['CB-1', 'so-a', '1357'],
    ['CB-2', 'so-a', '2468'],
    ['CB-9', 'so-b', '9999'],
  ])
    await send('POST', '/v1/officers', { officer, unit, label: `Quầy ${officer}`, pin }, lan);
  await send('POST', '/v1/users', { login: 'hoa', password: PASSWORD, role: 'unit-admin', unit: 'so-b' }, lan);
});

afterAll(async () => {
  expect(await verifyAudit(server.db, 'mau')).toBeNull();
  await server.close();
});

describe("an officer's browser", () => {
  let browser: Device;
  const pin = (officer: string, digits: string) =>
    send<Person>('POST', '/v1/devices/person', { officer, pin: digits }, bearer(browser.key));
  const self = (key: string, person?: string) =>
    send<DeviceSelf & { code: string }>('GET', '/v1/devices/self', undefined, bearer(key, person));

  beforeAll(async () => {
    browser = await enrol(lan, 'so-a');
  });

  test('is enrolled with the code as people type it, once, within 15 minutes', async () => {
    const redeem = (code: string) => send('POST', '/v1/devices', { code, label: 'Máy' });
    const code = await codeFor(lan, 'so-a');
    expect(code).toMatch(/^mau-[0-9A-HJKMNP-TV-Z]{4}-[0-9A-HJKMNP-TV-Z]{4}$/);
    const both = await Promise.all([redeem(code.toLowerCase().replaceAll('-', ' ')), redeem(code)]);
    expect(both.map((r) => r.status).sort()).toEqual([201, 422]);
    const late = await codeFor(lan, 'so-a');
    later(15 * MINUTE);
    expect((await redeem(late)).body).toMatchObject({ code: 'code.bad', issues: [{ path: 'code' }] });
  });

  for (const typed of ['', 'mau', 'mau-7K2M', 'mau-7K2M-9QX', '7K2M-9QXD'])
    test(`is told how a code looks when «${typed}» was typed`, async () => {
      const { status, body } = await send<Problem>('POST', '/v1/devices', { code: typed, label: 'Máy' });
      expect([status, body.code]).toEqual([422, 'code.shape']);
      expect(body.message).toBe('Mã đăng ký gồm 8 ký tự sau mã tỉnh, dạng mau-XXXX-XXXX.');
      expect(body.issues?.[0]?.path).toBe('code');
    });

  test('learns its unit, its officers and what to compute with, never its key again', async () => {
    const { body, text } = await self(browser.key);
    expect(body).toMatchObject({ tenant: 'mau', unit: 'so-a', unitName: 'Đơn vị so-a' });
    expect(body.officers.map((o) => o.officer)).toEqual(['CB-01', 'CB-1', 'CB-2']);
    expect(body.settings).toMatchObject({ tenantName: 'Tỉnh mau', granularity: 'day' });
    expect(body.settings.decision).toBe('QĐ 1/QĐ-UBND (Mẫu)');
    expect(body.settings.hours.sessions[1]).toHaveLength(2);
    expect(text).not.toContain('.dk.');
  });

  test('lets an officer of its unit in by PIN for 12 hours, and only at this browser', async () => {
    const { status, body } = await pin('CB-1', '1357');
    expect(status).toBe(201);
    expect((await self(browser.key, body.token)).status).toBe(200);
    const other = await enrol(lan, 'so-a');
    expect((await self(other.key, body.token)).body.code).toBe('person.expired');
    later(12 * 60 * MINUTE);
    expect((await self(browser.key, body.token)).body.code).toBe('person.expired');
  });

  test('answers a wrong PIN, an unknown officer and one of another unit with the same words', async () => {
    const wrong = await pin('CB-2', '0000');
    expect(wrong.status).toBe(401);
    expect((await pin('CB-7', '1357')).text).toBe(wrong.text);
    expect((await pin('CB-9', '9999')).text).toBe(wrong.text);
    expect((await pin('CB-2', '2468')).status).toBe(201);
  });

  test('locks an officer for 5 minutes after five wrong PINs, also when they are sent at once', async () => {
    const tries = await Promise.all(['1', '2', '3', '4', '5', '6', '7'].map((n) => pin('CB-1', `000${n}`)));
    expect(tries.map((r) => r.status).sort()).toEqual([401, 401, 401, 401, 429, 429, 429]);
    const refused = await pin('CB-1', '1357');
    expect([refused.status, refused.headers.get('retry-after')]).toEqual([429, '300']);
    expect((await pin('CB-2', '2468')).status).toBe(201);
    later(5 * MINUTE);
    expect((await pin('CB-1', '1357')).status).toBe(201);
  });

  test('four wrong PINs and a right one begin the count anew', async () => {
    for (const round of [1, 2]) {
      for (let n = 0; n < 4; n += 1) expect((await pin('CB-2', '0000')).status, `round ${round}`).toBe(401);
      expect((await pin('CB-2', '2468')).status).toBe(201);
    }
  });

  test('a new PIN signs out whoever used the old one', async () => {
    const { token } = (await pin('CB-2', '2468')).body;
    await send('POST', '/v1/officers', { officer: 'CB-2', unit: 'so-a', label: 'Quầy 2', pin: '8642' }, lan);
    expect((await self(browser.key, token)).body.code).toBe('person.expired');
    expect((await pin('CB-2', '8642')).status).toBe(201);
  });

  test('an officer who left is out at once and no longer offered', async () => {
    const { token } = (await pin('CB-2', '8642')).body;
    expect((await send('DELETE', '/v1/officers/CB-2', undefined, lan)).status).toBe(204);
    expect((await self(browser.key, token)).body.code).toBe('person.expired');
    expect((await self(browser.key)).body.officers.map((o) => o.officer)).not.toContain('CB-2');
    expect((await pin('CB-2', '8642')).status).toBe(401);
  });

  test('revoked, it is refused from the next request on, on routes open to anyone too', async () => {
    expect((await send('DELETE', `/v1/devices/${browser.device}`, undefined, lan)).status).toBe(204);
    expect((await self(browser.key)).body.code).toBe('key.revoked');
    const code = await codeFor(lan, 'so-a');
    expect((await send('POST', '/v1/devices', { code, label: 'x' }, bearer(browser.key))).body.code).toBe(
      'key.revoked',
    );
  });
});

describe('a unit admin of so-b', () => {
  let hoa: As;

  beforeAll(async () => {
    hoa = await signIn(server, 'hoa');
  });

  test('sees own units and those below, nothing of so-a', async () => {
    await enrol(hoa, 'phong-b1');
    const units = await send<{ units: { unit: string }[] }>('GET', '/v1/units', undefined, hoa);
    expect(units.body.units.map((u) => u.unit)).toEqual(['phong-b1', 'so-b']);
    const devices = await send<{ devices: { unit: string }[] }>('GET', '/v1/devices', undefined, hoa);
    expect(devices.body.devices.map((d) => d.unit)).toEqual(['phong-b1']);
    const officers = await send<{ officers: { officer: string }[] }>('GET', '/v1/officers', undefined, hoa);
    expect(officers.body.officers.map((o) => o.officer)).toEqual(['CB-9']);
  });

  test('changes nothing of so-a', async () => {
    const ofA = await enrol(lan, 'so-a');
    const officer = { officer: 'CB-1', unit: 'so-b', label: 'Kéo sang', pin: '1111' };
    for (const [method, path, body] of [
      ['POST', '/v1/enrolments', { unit: 'so-a', label: 'Quầy' }],
      ['DELETE', `/v1/devices/${ofA.device}`, undefined],
      ['POST', '/v1/officers', { ...officer, unit: 'so-a' }],
      ['POST', '/v1/officers', officer],
      ['DELETE', '/v1/officers/CB-1', undefined],
    ] as const)
      expect((await send(method, path, body, hoa)).body.code, `${method} ${path}`).toBe('scope.denied');
    expect((await send('GET', '/v1/devices/self', undefined, bearer(ofA.key))).status).toBe(200);
    expect((await send('POST', '/v1/officers', { ...officer, officer: 'CB-8' }, hoa)).status).toBe(201);
  });
});

describe('a portal key', () => {
  test('is shown once, listed without its secret and stops when revoked', async () => {
    const { body } = await send<{ key: string; id: string }>(
      'POST',
      '/v1/portal-keys',
      { label: 'Cổng', units: ['so-a'] },
      lan,
    );
    expect(body.key).toMatch(/^mau\.pk\./);
    const list = await send<{ keys: object[] }>('GET', '/v1/portal-keys', undefined, lan);
    expect(list.body.keys).toContainEqual(expect.objectContaining({ id: body.id, units: ['so-a'], revokedAt: null }));
    expect(list.text).not.toContain(body.key);
    const probe = () => send('GET', '/v1/units', undefined, bearer(body.key));
    expect((await probe()).body.code).toBe('role.denied');
    expect((await send('DELETE', `/v1/portal-keys/${body.id}`, undefined, lan)).status).toBe(204);
    expect((await probe()).body.code).toBe('key.revoked');
  });

  test('is not made for a unit the province does not have', async () => {
    const { body } = await send('POST', '/v1/portal-keys', { label: 'x', units: ['so-z'] }, lan);
    expect(body.code).toBe('unit.unknown');
  });
});
