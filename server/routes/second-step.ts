import type { Context } from 'hono';
import { getCookie } from 'hono/cookie';
import {
  type RecoveryCodes,
  recoveryCodes,
  type SecondStepBegun,
  type SecondStepView,
  secondStepBegun,
  secondStepCode,
  secondStepEnd,
  secondStepRequest,
  secondStepView,
} from '#wire/second-step.ts';
import { SESSION_COOKIE } from '../authenticate.ts';
import { countSignIn } from '../count-sign-in.ts';
import { actorOf } from '../principal.ts';
import { Refusal } from '../refusal.ts';
import { requireUser } from '../require-user.ts';
import { codeIsRight, newStepSecret, stepUri } from '../second-step-code.ts';
import type { Services } from '../services.ts';
import { withAudit } from '../store/audit.ts';
import {
  beginStep,
  confirmStep,
  endStep,
  recoveryCodesLeft,
  revealStep,
  secondStepOrNull,
} from '../store/second-steps.ts';
import { randomCrockford } from '../store/secret.ts';
import { deleteOtherSessions } from '../store/sessions.ts';
import { codeWrong } from './code-wrong.ts';
import { check, readJson } from './read-json.ts';
import { requirePassword } from './require-password.ts';
import { type Route, USERS } from './route.ts';
import { signOutAccount } from './sign-out-account.ts';

const NO_STORE = { 'cache-control': 'no-store' };
const PATH = '/v1/session/second-step';
const CODES = 10;

/** 80 random bits in groups of four. */
const newCode = () => (randomCrockford(16).match(/.{4}/g) ?? []).join('-');

const isOn = () =>
  new Refusal(409, 'second.on', 'Mã hai bước đang bật. Muốn đổi điện thoại thì tắt rồi bật lại bằng máy mới.');
const isOff = () => new Refusal(409, 'second.off', 'Mã hai bước chưa bật hoặc chưa bắt đầu. Tải lại trang.');

const others = (c: Context, tenant: string, login: string) =>
  deleteOtherSessions(tenant, login, getCookie(c, SESSION_COOKIE) ?? '');

/** @throws Refusal 422 `code.wrong`, 429 `tries.many`. */
async function requireCode(c: Context, services: Services, tenant: string, login: string, code: string): Promise<void> {
  const step = await secondStepOrNull(services.db, tenant, login);
  if (!step) throw isOff();
  const tried = await countSignIn(c, services, tenant, login);
  if (!(await codeIsRight(services, tenant, login, step, code))) await tried.wrong(codeWrong(422));
  await tried.right();
}

export const secondStepRoutes: readonly Route[] = [
  {
    method: 'GET',
    path: PATH,
    who: USERS,
    scope: 'own',
    summary: "Whether the caller's account is asked for a second step, and how many recovery codes are left.",
    answer: secondStepView,
    beforeSecondStep: true,
    async handle(c, { db }, principal) {
      const { tenant, login } = requireUser(principal);
      const since = (await secondStepOrNull(db, tenant, login))?.confirmedAt ?? null;
      const codesLeft = await recoveryCodesLeft(db, tenant, login);
      return c.json({ on: since !== null, since, codesLeft } satisfies SecondStepView, 200, NO_STORE);
    },
  },
  {
    method: 'POST',
    path: PATH,
    who: USERS,
    scope: 'own',
    summary:
      'Begins a second step by time-based codes (RFC 6238); its secret is shown this once, nothing is asked until a code confirms it.',
    body: secondStepRequest,
    example: { password: 'TrinhDien-2026' },
    answer: secondStepBegun,
    beforeSecondStep: true,
    async handle(c, services, principal) {
      const { db, now, peopleKeys } = services;
      const { tenant, login } = requireUser(principal);
      const { password } = check(secondStepRequest, await readJson(c, 4096));
      await requirePassword(c, services, tenant, login, password);
      const secret = newStepSecret();
      const at = now();
      await withAudit(db, tenant, at, { actor: actorOf(principal), action: 'second.begin', subject: login }, [
        beginStep(peopleKeys, tenant, login, secret, at),
      ]);
      const kept = await secondStepOrNull(db, tenant, login);
      // What was there stays: one that is on is first ended.
      if (!kept || revealStep(peopleKeys, tenant, login, kept) !== secret) throw isOn();
      return c.json({ secret, uri: stepUri(secret, tenant, login) } satisfies SecondStepBegun, 201, NO_STORE);
    },
  },
  {
    method: 'POST',
    path: `${PATH}/confirm`,
    who: USERS,
    scope: 'own',
    summary:
      'Turns the second step on by one code of the app; ten recovery codes are shown this once, other sessions end.',
    body: secondStepCode,
    example: { code: '123456' },
    answer: recoveryCodes,
    beforeSecondStep: true,
    async handle(c, services, principal) {
      const { db, now } = services;
      const { tenant, login } = requireUser(principal);
      const { code } = check(secondStepCode, await readJson(c, 4096));
      if ((await secondStepOrNull(db, tenant, login))?.confirmedAt) throw isOn();
      await requireCode(c, services, tenant, login, code);
      const codes = Array.from({ length: CODES }, newCode);
      const plain = codes.map((each) => each.replaceAll('-', ''));
      const at = now();
      await withAudit(db, tenant, at, { actor: actorOf(principal), action: 'second.on', subject: login }, [
        ...confirmStep(tenant, login, plain, at),
        others(c, tenant, login),
      ]);
      return c.json({ codes } satisfies RecoveryCodes, 201, NO_STORE);
    },
  },
  {
    method: 'POST',
    path: `${PATH}/end`,
    who: USERS,
    scope: 'own',
    summary: 'Turns the second step off, told with the password and one more code; other sessions end.',
    body: secondStepEnd,
    example: { password: 'TrinhDien-2026', code: '123456' },
    answer: null,
    async handle(c, services, principal) {
      const { db, now } = services;
      const { tenant, login } = requireUser(principal);
      const { password, code } = check(secondStepEnd, await readJson(c, 4096));
      if (!(await secondStepOrNull(db, tenant, login))?.confirmedAt) throw isOff();
      await requirePassword(c, services, tenant, login, password);
      await requireCode(c, services, tenant, login, code);
      await withAudit(db, tenant, now(), { actor: actorOf(principal), action: 'second.off', subject: login }, [
        ...endStep(tenant, login),
        others(c, tenant, login),
      ]);
      return c.body(null, 204);
    },
  },
  {
    method: 'DELETE',
    path: '/v1/users/:login/second-step',
    who: ['province-admin'],
    scope: 'tenant',
    summary:
      'Takes the second step from an account whose owner lost the phone and its codes; it is signed out everywhere.',
    answer: null,
    handle: signOutAccount({ action: 'second.reset', taken: endStep }),
  },
];
