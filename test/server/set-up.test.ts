import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { DEFAULT_OFFICE_HOURS } from '#rules/calendar/office-hours.ts';
import { CHOICES, DEFAULT_CHOICES } from '#rules/choices.ts';
import type { Outcome, Problem } from '#wire/problem.ts';
import type { Procedure } from '#wire/procedure.ts';
import type { Tenant } from '#wire/tenant.ts';
import type { Unit } from '#wire/unit.ts';
import type { DeclaredFacts } from '#wire/unit-facts.ts';
import { verifyAudit } from '../../server/store/audit.ts';
import { periodOrNull } from '../../server/store/periods.ts';
import { settledChoices } from '../../server/store/settled-choices.ts';
import { signIn } from './sign-in.ts';
import { type As, PASSWORD, type TestServer, testServer } from './test-server.ts';

let server: TestServer;
let admin: As;
let unitAdmin: As;

beforeAll(async () => {
  server = await testServer();
  admin = server.credentials.mau['province-admin'];
  unitAdmin = server.credentials.mau['unit-admin'];
});
afterAll(async () => {
  expect(await verifyAudit(server.db, 'mau')).toBeNull();
  await server.close();
});

const post = (path: string, body: unknown, as: As = admin) =>
  server.request<{ outcomes: Outcome[] }>('POST', path, body, as);
const codesOf = ({ body }: Awaited<ReturnType<typeof post>>) =>
  body.outcomes.map((o) => (o.outcome === 'refused' ? `${o.problem.code} ${o.problem.issues?.[0]?.path}` : o.outcome));

describe('units', () => {
  const office = { unit: 'so-moi', name: 'Sở Mới', level: 'province', from: '2026-01-01' };
  const unitsOf = async () =>
    (await server.request<{ units: Unit[] }>('GET', '/v1/units', undefined, admin)).body.units;

  test('are created, then replaced by the same call, also to end on a day', async () => {
    expect(codesOf(await post('/v1/units', [office]))).toEqual(['created']);
    expect(codesOf(await post('/v1/units', [{ ...office, name: 'Sở Mới (cũ)', to: '2027-01-01' }]))).toEqual([
      'updated',
    ]);
    expect((await unitsOf()).find((u) => u.unit === 'so-moi')).toEqual({
      ...office,
      name: 'Sở Mới (cũ)',
      parent: null,
      to: '2027-01-01',
    });
  });

  test('hang one level deep, also within one call; a bad one spoils no other', async () => {
    const answer = await post('/v1/units', [
      { ...office, unit: 'trung-tam', name: 'Trung tâm' },
      { ...office, unit: 'quay-1', name: 'Quầy 1', parent: 'trung-tam' },
      { ...office, unit: 'quay-1a', name: 'Quầy 1A', parent: 'quay-1' },
      { ...office, unit: 'trung-tam', name: 'Trung tâm', parent: 'so-moi' },
      { ...office, unit: 'lac', name: 'Lạc', parent: 'khong-co' },
      { ...office, unit: 'tu', name: 'Tự', parent: 'tu' },
      { ...office, unit: 'Đơn vị', name: 'Sai mã' },
      { ...office, unit: 'nguoc', name: 'Ngược', to: '2025-01-01' },
    ]);
    expect(codesOf(answer)).toEqual([
      'created',
      'created',
      'unit.parent parent',
      'unit.parent parent',
      'unit.parent parent',
      'body.invalid parent',
      'body.invalid unit',
      'body.invalid to',
    ]);
    expect((await unitsOf()).map((u) => u.unit)).not.toContain('quay-1a');
  });

  // NĐ 118/2025/NĐ-CP: from 01/7/2025 there are two levels, so 30/6/2025 is the last day a district can have.
  test('of a district can only be of the past', async () => {
    const district = { ...office, unit: 'huyen-cu', name: 'Huyện Cũ', level: 'district', from: '2019-01-01' };
    expect(codesOf(await post('/v1/units', [district]))).toEqual(['body.invalid level']);
    expect(codesOf(await post('/v1/units', [{ ...district, to: '2025-07-02' }]))).toEqual(['body.invalid level']);
    expect(codesOf(await post('/v1/units', [{ ...district, to: '2025-07-01' }]))).toEqual(['created']);
  });
});

test('procedures are created and replaced; half a day is a limit, a third is not', async () => {
  const one = { procedure: '1.009974', name: 'Cấp giấy phép xây dựng mới', sector: null, limitDays: 10 };
  expect(codesOf(await post('/v1/procedures', [one, { ...one, limitDays: 0.3 }, { ...one, procedure: '12' }]))).toEqual(
    ['created', 'body.invalid limitDays', 'body.invalid procedure'],
  );
  expect(codesOf(await post('/v1/procedures', [{ ...one, sector: 'Xây dựng', limitDays: 0.5 }]))).toEqual(['updated']);
  const { body } = await server.request<{ procedures: Procedure[] }>('GET', '/v1/procedures', undefined, admin);
  expect(body.procedures).toEqual([{ ...one, sector: 'Xây dựng', limitDays: 0.5 }]);
});

describe('the province', () => {
  const put = (body: unknown) => server.request<Tenant & Problem>('PUT', '/v1/tenant', body, admin);
  const settings = { name: 'Tỉnh mau', decision: null, hours: DEFAULT_OFFICE_HOURS, choices: {} };
  const open = (period: string, from: string, lastDay: string) =>
    server.request<Problem>('POST', '/v1/periods', { period, kind: 'quarter', from, lastDay }, admin);

  test('without a decision opens no period after 30/6/2025, and is told what is missing', async () => {
    expect((await put(settings)).body.decision).toBeNull();
    const { status, body } = await open('2027-q1', '2027-01-01', '2027-03-31');
    expect([status, body.code]).toEqual([422, 'ruleset.outside']);
    // NĐ 118/2025/NĐ-CP Điều 33 gives contents of the evaluation and no points.
    expect(body.message).toContain('Nghị định 118/2025/NĐ-CP không cho điểm nên không xếp loại được. Cần quyết định');
    expect(body.message).toContain('Thiết lập');
  });

  test('before the circular itself no decision would help, and none is asked for', async () => {
    const { body } = await open('2018-q1', '2018-01-01', '2018-03-31');
    expect(body.code).toBe('ruleset.outside');
    expect(body.message).not.toContain('quyết định của tỉnh');
  });

  test('settles decision and choices for the periods opened from then on', async () => {
    const decision = { act: 'QĐ 7/QĐ-UBND', ruleset: 'tt01-2018', from: '2026-01-01', to: '2027-07-01' };
    const saved = await put({ ...settings, decision, choices: { granularity: 'halfDay' } });
    expect([saved.status, saved.body.decision]).toEqual([200, decision]);
    expect((await open('2027-q1', '2027-01-01', '2027-03-31')).status).toBe(201);
    expect((await put({ ...settings, decision, choices: { granularity: 'timestamp' } })).status).toBe(200);
    const period = await periodOrNull(server.db, 'mau', '2027-q1');
    expect(period?.decision).toBe('QĐ 7/QĐ-UBND');
    expect(settledChoices(period?.choices ?? '{}')).toEqual({ ...DEFAULT_CHOICES, granularity: 'halfDay' });
    // 30/6/2027 is the decision's last day, 30/9/2027 is after it.
    expect((await open('2027-q2', '2027-04-01', '2027-06-30')).status).toBe(201);
    expect((await open('2027-q3', '2027-07-01', '2027-09-30')).body.code).toBe('ruleset.outside');
  });

  test('keeps only what differs from the defaults, and gives all of it back', async () => {
    const { body } = await put({ ...settings, choices: { ...DEFAULT_CHOICES, gradeAsIs: 'yes' } });
    expect(body.choices).toEqual({ ...DEFAULT_CHOICES, gradeAsIs: 'yes' });
    expect(Object.keys(body.choices)).toHaveLength(CHOICES.length);
    const [row] = await server.db.all<{ choices: string }>("select choices from tenants where tenant = 'mau'");
    expect(JSON.parse(row?.choices ?? '')).toEqual({ gradeAsIs: 'yes' });
  });

  test('under a new name is that province from the day on', async () => {
    await put({ ...settings, name: 'Tỉnh Mẫu Mới' });
    const rows = await server.db.all(
      "select from_day as day, province from tenant_provinces where tenant = 'mau' order by from_day",
    );
    expect(rows.at(-1)).toEqual({ day: '2026-11-10', province: 'Tỉnh Mẫu Mới' });
  });

  for (const [what, path, change] of [
    ['a choice that does not exist', 'choices.khong-co', { choices: { 'khong-co': 'x' } }],
    ['a value the choice does not offer', 'choices.granularity', { choices: { granularity: 'phút' } }],
    [
      'a decision without its number',
      'decision.act',
      { decision: { act: ' ', ruleset: 'tt01-2018', from: '2026-01-01', to: null } },
    ],
    [
      'a decision that ends before it begins',
      'decision.to',
      { decision: { act: 'QĐ', ruleset: 'tt01-2018', from: '2026-01-01', to: '2025-01-01' } },
    ],
    [
      'a working day without hours',
      'hours.counted',
      { hours: { sessions: { 1: [{ from: 450, to: 690 }] }, counted: [1, 2] } },
    ],
    [
      'sessions that overlap',
      'hours.sessions.1',
      {
        hours: {
          sessions: {
            1: [
              { from: 450, to: 690 },
              { from: 600, to: 700 },
            ],
          },
          counted: [1],
        },
      },
    ],
    [
      'a session that ends before it begins',
      'hours.sessions.1.0',
      { hours: { sessions: { 1: [{ from: 690, to: 450 }] }, counted: [1] } },
    ],
  ] as const)
    test(`does not take ${what}`, async () => {
      const { status, body } = await put({ ...settings, ...change });
      expect([status, body.code, body.issues?.[0]?.path]).toEqual([422, 'body.invalid', path]);
    });
});

describe('what a unit declares', () => {
  const facts = {
    disclosure: 'both',
    oneStop: { listed: 60, receivedAndReturned: 60, wholeCycle: 15, level: 'province' },
  };
  const declare = (unit: string, more: object = {}, as: As = admin) =>
    post('/v1/unit-facts', [{ unit, period: '2026-q4', facts: { ...facts, ...more } }], as);
  const factsSeen = (as: As, period = '2026-q4') =>
    server.request<{ facts: DeclaredFacts[] } & Problem>('GET', `/v1/unit-facts?period=${period}`, undefined, as);

  test('is read back by the unit itself and by the province, not by another unit', async () => {
    expect(codesOf(await declare('so-a'))).toEqual(['updated']);
    expect(codesOf(await declare('so-b'))).toEqual(['updated']);
    const declared = { facts, declaredBy: 'user:province-admin', declaredAt: '2026-11-10T02:00:00.000Z' };
    expect((await factsSeen(unitAdmin)).body.facts).toEqual([{ unit: 'so-a', ...declared }]);
    expect((await factsSeen(admin)).body.facts.map((f) => f.unit)).toEqual(['so-a', 'so-b']);
    expect((await factsSeen(server.credentials.kia['province-admin'])).body.facts).toEqual([]);
  });

  // TT 01/2018/TT-VPCP Điều 13, indicator 5: 20 % for a department, 100 % for a commune.
  test('cannot lower its own threshold by naming another level', async () => {
    expect(codesOf(await declare('xa-1'))).toEqual(['unit.level facts.oneStop.level']);
  });

  test('names the part that is more than the whole', async () => {
    const answer = await declare('so-a', { petitions: { received: 4, onTime: 5, prolonged: 0 } }, unitAdmin);
    expect(codesOf(answer)).toEqual(['body.invalid facts.petitions']);
  });

  test('of a period there is not says so', async () => {
    expect((await factsSeen(admin, '1999')).body.code).toBe('period.unknown');
  });
});

describe("a user's own password", () => {
  const change = (as: As, current: string, password: string) =>
    server.request<Problem | null>('PUT', '/v1/session/password', { current, password }, as);
  const NEW = 'một câu khác dễ nhớ';

  test('changes with the present one; other sessions end, this one goes on', async () => {
    const [here, there] = [await signIn(server, 'viewer'), await signIn(server, 'viewer')];
    expect((await change(here, PASSWORD, NEW)).status).toBe(204);
    expect((await server.request('GET', '/v1/session', undefined, here)).status).toBe(200);
    expect((await server.request('GET', '/v1/session', undefined, there)).status).toBe(401);
    await signIn(server, 'viewer', NEW);
  });

  test('does not change with a wrong one, and the session stays', async () => {
    const here = await signIn(server, 'viewer', NEW);
    const { status, body } = await change(here, 'không phải', 'mật khẩu thứ ba dài');
    expect([status, body?.code, body?.issues?.[0]?.path]).toEqual([422, 'password.wrong', 'current']);
    expect((await change(here, NEW, 'ngắn')).body?.issues?.[0]?.path).toBe('password');
    await signIn(server, 'viewer', NEW);
  });
});
