import type { Context } from 'hono';
import { deleteCookie, getCookie, setCookie } from 'hono/cookie';
import * as z from 'zod';
import { type Role, singleSignOn } from '#wire/access.ts';
import { htmlPage } from '../pages/html.ts';
import { sentencePage } from '../pages/sentence-page.ts';
import { signInAgain } from '../pages/sign-in-again.ts';
import { Refusal } from '../refusal.ts';
import type { Services } from '../services.ts';
import { type Identity, RETURN_MINUTES, type SingleSignOn } from '../single-sign-on.ts';
import { secondStepOrNull } from '../store/second-steps.ts';
import { boundLoginOrNull, loginIsBound, takeReturn } from '../store/sso.ts';
import { userOrNull } from '../store/users.ts';
import { type Meant, ssoUnknown, startBound } from './bind-login.ts';
import type { Route } from './route.ts';
import { askForCode } from './sso-second-step.ts';

const COOKIE = 'dvc_sso';
const PATH = '/v1/sso';
/** What the provider sends back with (RFC 6749 §4.1.2, RFC 9207); judged by the library, the state before it. */
const returnQuery = z.object({
  ...{ code: z.string().optional(), state: z.string().optional(), iss: z.string().optional() },
  ...{ error: z.string().optional(), error_description: z.string().optional() },
});
const TITLE = 'Đăng nhập một lần';
/** Whatever the address says, the provider sends people back to this one. */
const redirectUriOf = ({ baseUrl }: Services) => `${baseUrl}${PATH}/return`;

function requireSso({ sso }: Services): SingleSignOn {
  if (!sso)
    throw new Refusal(404, 'sso.none', 'Tỉnh chưa cài đăng nhập một lần. Đăng nhập bằng tên đăng nhập và mật khẩu.');
  return sso;
}

/**
 * Who a name at the provider is not is who can choose it there: an account that may do everything is bound only by somebody who has its
 * second step as well.
 */
const unproven = () =>
  new Refusal(
    403,
    'sso.unproven',
    'Tài khoản quản trị tỉnh cần bật mã hai bước trước lần đăng nhập một lần đầu tiên. Đăng nhập bằng mật khẩu, vào Thiết lập → Mã hai bước, rồi đăng nhập một lần lại.',
  );

/** The account the province made for this person, and whether it is bound to him. @throws Refusal 403 `sso.unknown`. */
async function meantBy({ db }: Services, tenant: string, identity: Identity): Promise<Meant & { role: Role }> {
  const { issuer, subject, login: claimed } = identity;
  const bound = await boundLoginOrNull(db, tenant, issuer, subject);
  const login = bound ?? claimed;
  const user = login === null ? null : await userOrNull(db, tenant, login);
  if (!user?.active) throw ssoUnknown();
  if (bound === null && (await loginIsBound(db, tenant, issuer, user.login))) throw ssoUnknown();
  return { login: user.login, role: user.role, issuer, subject, bound: bound !== null };
}

/** @throws Refusal for whatever keeps the person out. */
async function comeBack(c: Context, services: Services): Promise<Response> {
  const sso = requireSso(services);
  const kept = getCookie(c, COOKIE) ?? '';
  deleteCookie(c, COOKIE, { path: PATH });
  const at = services.now();
  const state = sso.stateOf(kept, at);
  const expires = new Date(at.getTime() + RETURN_MINUTES * 60_000);
  if (
    state === null ||
    c.req.query('state') !== state ||
    !(await takeReturn(services.db, sso.tenant, state, at, expires))
  )
    throw new Refusal(
      400,
      'sso.state',
      'Lượt đăng nhập này đã dùng, đã quá 10 phút, hoặc bắt đầu ở trình duyệt khác. Đăng nhập lại từ đầu.',
    );
  if (c.req.query('error') === 'access_denied')
    throw new Refusal(403, 'sso.cancelled', 'Bạn đã dừng ở trang đăng nhập một lần nên chưa đăng nhập.');
  const returned = new URL(redirectUriOf(services));
  returned.search = new URL(c.req.url).search;
  const { tenant } = sso;
  const { role, ...meant } = await meantBy(services, tenant, await sso.finish(returned, kept));
  c.header('cache-control', 'no-store');
  if ((await secondStepOrNull(services.db, tenant, meant.login))?.confirmedAt)
    return askForCode(c, services, tenant, meant);
  if (!meant.bound && role === 'province-admin') throw unproven();
  await startBound(c, services, tenant, meant);
  return c.redirect('/admin/', 302);
}

/** A person stands before a page, not a program. */
async function orPage(c: Context, act: () => Promise<Response>): Promise<Response> {
  try {
    return await act();
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    const { status, headers, message } = error;
    return htmlPage(c, {
      title: TITLE,
      lang: 'vi',
      status,
      headers,
      body: sentencePage(TITLE, message, signInAgain()),
    });
  }
}

export const ssoRoutes: readonly Route[] = [
  {
    method: 'GET',
    path: PATH,
    who: ['anyone'],
    scope: 'public',
    summary: "The tenant whose people sign in through the province's single sign-on; null when there is none.",
    answer: singleSignOn,
    handle: (c, { sso }) => c.json({ tenant: sso?.tenant ?? null }, 200, { 'cache-control': 'no-store' }),
  },
  {
    method: 'GET',
    path: `${PATH}/start`,
    who: ['anyone'],
    scope: 'public',
    summary: "Sends the browser to the province's single sign-on (OpenID Connect, code with PKCE).",
    answer: ['text/html'],
    handle: (c, services) =>
      orPage(c, async () => {
        const { url, kept } = await requireSso(services).start(redirectUriOf(services), services.now());
        setCookie(c, COOKIE, kept, {
          httpOnly: true,
          // Strict would not come along when the provider sends the browser back.
          sameSite: 'Lax',
          path: PATH,
          secure: services.baseUrl.startsWith('https:'),
          maxAge: RETURN_MINUTES * 60,
        });
        c.header('cache-control', 'no-store');
        return c.redirect(url.href, 302);
      }),
  },
  {
    method: 'GET',
    path: `${PATH}/return`,
    who: ['anyone'],
    scope: 'token',
    summary: 'Where the single sign-on sends the browser back; signs in the account the province made.',
    query: returnQuery,
    answer: ['text/html'],
    handle: (c, services) => orPage(c, () => comeBack(c, services)),
  },
];
