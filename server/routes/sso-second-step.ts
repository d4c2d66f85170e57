import type { Context } from 'hono';
import { deleteCookie, getCookie, setCookie } from 'hono/cookie';
import * as z from 'zod';
import { session } from '#wire/access.ts';
import { secondStepCode } from '#wire/second-step.ts';
import { countSignIn } from '../count-sign-in.ts';
import { Refusal } from '../refusal.ts';
import type { Services } from '../services.ts';
import { decrypt, encrypt } from '../store/cipher.ts';
import type { PeopleKeys } from '../store/people-keys.ts';
import { type Meant, startBound } from './bind-login.ts';
import { check, readJson } from './read-json.ts';
import { requireSecondStep } from './require-second-step.ts';
import type { Route } from './route.ts';

const COOKIE = 'dvc_sso_code';
const PATH = '/v1/sso/code';
const MINUTES = 10;
const PURPOSE = 'single sign-on before its second step';

const kept = z.object({
  ...{ login: z.string(), issuer: z.string(), subject: z.string(), bound: z.boolean() },
  until: z.number(),
});

/** Sends who came back from the provider on to the code of his account; what he proved so far goes with the browser, hidden and for ten minutes. */
export function askForCode(c: Context, services: Services, tenant: string, meant: Meant): Response {
  const { peopleKeys, baseUrl, now } = services;
  const generation = peopleKeys.newest(tenant);
  const text = JSON.stringify({ ...meant, until: now().getTime() + MINUTES * 60_000 } satisfies z.infer<typeof kept>);
  setCookie(c, COOKIE, `${generation}.${encrypt(peopleKeys.of(tenant, generation, PURPOSE), tenant, text)}`, {
    ...{ httpOnly: true, sameSite: 'Strict', path: PATH, secure: baseUrl.startsWith('https:'), maxAge: MINUTES * 60 },
  });
  return c.redirect(`/admin/#/dang-nhap/${tenant}/ma`, 302);
}

const over = () =>
  new Refusal(400, 'sso.state', 'Lượt đăng nhập này đã quá 10 phút hoặc đã xong. Đăng nhập lại từ đầu.');

function readKept(keys: PeopleKeys, tenant: string, value: string, at: Date): Meant | null {
  const [, generation, hidden] = /^(\d{1,6})\.([A-Za-z0-9_-]{40,4000})$/.exec(value) ?? [];
  if (!generation || !hidden) return null;
  try {
    const { until, ...meant } = kept.parse(
      JSON.parse(decrypt(keys.of(tenant, Number(generation), PURPOSE), tenant, hidden)),
    );
    return until > at.getTime() ? meant : null;
  } catch {
    return null;
  }
}

export const ssoSecondStepRoutes: readonly Route[] = [
  {
    method: 'POST',
    path: PATH,
    who: ['anyone'],
    scope: 'token',
    summary: 'The second step after the single sign-on: the code of the account the provider meant; signs in.',
    body: secondStepCode,
    example: { code: '123456' },
    answer: session,
    async handle(c, services) {
      const { code } = check(secondStepCode, await readJson(c, 4096));
      const tenant = services.sso?.tenant;
      const meant = tenant && readKept(services.peopleKeys, tenant, getCookie(c, COOKIE) ?? '', services.now());
      if (!tenant || !meant) throw over();
      const { login } = meant;
      await services.tries.take(c);
      const tried = await countSignIn(c, services, tenant, login);
      // Taken away since: nothing was proved by a code, and from the start on the account is judged as one without.
      if (!(await requireSecondStep(services, tried, { tenant, login, code }))) throw over();
      await services.tries.giveBack(c);
      const started = await startBound(c, services, tenant, meant);
      deleteCookie(c, COOKIE, { path: PATH });
      return c.json(started, 201, { 'cache-control': 'no-store' });
    },
  },
];
