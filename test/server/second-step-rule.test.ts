import { Secret, TOTP } from 'otpauth';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import type { Session } from '#wire/access.ts';
import type { SecondStepBegun, SecondStepRule } from '#wire/second-step.ts';
import { beginStep, confirmStep } from '../../server/store/second-steps.ts';
import { newSecret } from '../../server/store/secret.ts';
import { insertSession } from '../../server/store/sessions.ts';
import { callNaming, guarded, type Names } from './route-calls.ts';
import { signIn } from './sign-in.ts';
import { type As, type Caller, NOW, PASSWORD, type TestServer, testServer } from './test-server.ts';

const RULE = '/v1/second-step-rule';
const STEP = '/v1/session/second-step';
const SECRET = 'JBSWY3DPEHPK3PXPJBSWY3DPEHPK3PXP';
const NAMES: Names = {
  ...{ unit: 'so-a', officer: 'CB-01', dossier: 'H99.01-261102-0001', period: '2026-q4', device: 'may-1' },
  ...{ login: 'reviewer', id: 'khong-co', kiosk: 'mau.0000000001' },
};
const nameOf = ({ method, path }: (typeof guarded)[number]) => `${method} ${path}`;
let server: TestServer;
let admin: As;

beforeAll(async () => {
  server = await testServer();
});
afterAll(() => server.close());
beforeEach(async () => {
  for (const table of ['second_steps', 'recovery_codes', 'sign_in_tries']) await server.db.run(`delete from ${table}`);
  await server.db.run("update tenants set second_step_for = 'nobody' where tenant = 'mau'", []);
  // Of a province admin who has a second step: he turned it on and stayed where he was.
  admin = await signIn(server, 'province-admin');
  await enrol('province-admin');
});

const enrol = (login: string) =>
  server.db.batch([
    beginStep(server.services.peopleKeys, 'mau', login, SECRET, NOW),
    ...confirmStep('mau', login, [], NOW),
  ]);
const ask = (askedOf: string, as = admin) =>
  server.request<{ code?: string } & Partial<SecondStepRule>>('PUT', RULE, { askedOf }, as);
const whoAmI = async (as: As) => (await server.request<Session>('GET', '/v1/session', undefined, as)).body;

test('asks nobody until the province says so, and a value it does not know changes nothing', async () => {
  expect((await server.request('GET', RULE, undefined, admin)).body).toEqual({ askedOf: 'nobody' });
  expect((await ask('ai-do')).status).toBe(422);
  expect((await whoAmI(await signIn(server, 'viewer'))).secondStepNeeded).toBe(false);
  expect((await ask('everyone')).body).toEqual({ askedOf: 'everyone' });
  const [entry] = await server.db.all("select actor, subject, detail from audit where action = 'second.rule'");
  expect(entry).toMatchObject({ actor: 'user:province-admin', subject: 'second-step-rule' });
});

test('is made only by who has one himself: nobody shuts himself out by it', async () => {
  await server.db.run("delete from second_steps where tenant = 'mau'", []);
  const refused = await ask('admins');
  expect([refused.status, refused.body.code]).toEqual([409, 'second.first']);
  expect((await ask('nobody')).status).toBe(200);
});

test('whoever is asked and has none may turn it on, look who he is and sign out, and nothing else', async () => {
  const login: Partial<Record<Caller, string>> = { 'unit-admin': 'unit-admin.so-a' };
  const asked = new Map<string, As>();
  for (const role of ['unit-admin', 'reviewer', 'viewer', 'inspector'] as const)
    asked.set(role, await signIn(server, login[role] ?? role));
  await server.db.run("delete from second_steps where tenant = 'mau'", []);
  asked.set('province-admin', admin);
  await server.db.run("update tenants set second_step_for = 'everyone' where tenant = 'mau'", []);
  const open = new Set<string>();
  let refused = 0;
  for (const [role, as] of asked)
    for (const route of guarded.filter(({ who }) => (who as readonly string[]).includes(role))) {
      if (route.beforeSecondStep) {
        open.add(nameOf(route));
        continue;
      }
      const { status, body } = await callNaming(server, route, NAMES, as);
      expect([status, body?.code], `${role} ${nameOf(route)}`).toEqual([403, 'second.needed']);
      refused += 1;
    }
  expect(refused).toBeGreaterThan(300);
  expect([...open].sort()).toEqual(
    ['DELETE /v1/session', `GET ${STEP}`, 'GET /v1/session', `POST ${STEP}`, `POST ${STEP}/confirm`].sort(),
  );
});

test('once it is on, the same session goes on; turned off, it is owed again', async () => {
  const viewer = await signIn(server, 'viewer');
  await ask('everyone');
  expect((await whoAmI(viewer)).secondStepNeeded).toBe(true);
  const { body: begun } = await server.request<SecondStepBegun>('POST', STEP, { password: PASSWORD }, viewer);
  const code = new TOTP({ secret: Secret.fromBase32(begun.secret) }).generate({
    timestamp: server.clock.now.getTime(),
  });
  expect((await server.request('POST', `${STEP}/confirm`, { code }, viewer)).status).toBe(201);
  expect((await whoAmI(viewer)).secondStepNeeded).toBe(false);
  expect((await server.request('GET', '/v1/desk', undefined, viewer)).status).toBe(200);
  await server.db.run("delete from second_steps where tenant = 'mau' and login = 'viewer'", []);
  expect((await server.request('GET', '/v1/desk', undefined, viewer)).status).toBe(403);
});

test('of administrators alone it asks nobody else; who came through the single sign-on is not asked; other provinces neither', async () => {
  const unitAdmin = await signIn(server, 'unit-admin.so-a');
  const viewer = await signIn(server, 'viewer');
  await ask('admins');
  expect((await whoAmI(unitAdmin)).secondStepNeeded).toBe(true);
  expect((await whoAmI(viewer)).secondStepNeeded).toBe(false);
  const token = newSecret('mau', 'ss');
  const begun = { at: NOW, browser: 'chrome/linux', by: 'sso' } as const;
  await server.db.batch([insertSession('mau', token, 'unit-admin.so-a', 'csrf', '2027-12-31T00:00:00.000Z', begun)]);
  expect((await whoAmI({ cookie: `dvc_session=${token}` })).secondStepNeeded).toBe(false);
  expect((await whoAmI(server.credentials.kia['province-admin'])).secondStepNeeded).toBe(false);
});

test('signing in says it at once', async () => {
  await ask('everyone');
  const body = { tenant: 'mau', login: 'reviewer', password: PASSWORD };
  const answer = await server.request<Session>('POST', '/v1/session', body, { 'content-type': 'application/json' });
  expect([answer.status, answer.body.secondStepNeeded]).toEqual([201, true]);
});
