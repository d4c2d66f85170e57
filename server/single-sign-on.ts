import { createHmac, randomBytes, timingSafeEqual } from 'node:crypto';
import * as client from 'openid-client';
import { GuardedFault, type GuardedFetch } from './guarded-fetch.ts';
import type { OidcSettings } from './oidc-env.ts';
import { Refusal } from './refusal.ts';

/** How long a person may take at the provider's page. */
export const RETURN_MINUTES = 10;
/** Clocks of two machines may differ by this. */
const CLOCK_SECONDS = 60;
/** Settings of the provider are asked again after this, so that its new keys and addresses are found. */
const DISCOVERED_MS = 3_600_000;
/** A provider that did not answer is left alone for so long, however many people begin to sign in. */
const DOWN_MS = 5_000;

/** Whom the provider says it is. */
export interface Identity {
  readonly issuer: string;
  readonly subject: string;
  /** What the login claim says; `null` = the claim is not there. */
  readonly login: string | null;
}

/** The province's own single sign-on: authorization code with PKCE, state and nonce (OpenID Connect Core 1.0, RFC 7636). */
export interface SingleSignOn {
  /** The one tenant whose people this provider knows. */
  readonly tenant: string;
  /** Where the browser goes, and the secret it keeps meanwhile. @throws Refusal 503 `sso.down`. */
  start(redirectUri: string, at: Date): Promise<{ readonly url: URL; readonly kept: string }>;
  /** The state that belongs to what the browser kept, or `null`: not made here, or too old. */
  stateOf(kept: string, at: Date): string | null;
  /** @throws Refusal 401 `sso.wrong` or `sso.clock`, 503 `sso.down`. */
  finish(returned: URL, kept: string): Promise<Identity>;
}

const down = () =>
  new Refusal(
    503,
    'sso.down',
    'Chưa kết nối được hệ thống đăng nhập một lần của tỉnh. Đợi vài phút rồi thử lại, hoặc đăng nhập bằng mật khẩu.',
    { headers: { 'retry-after': '60' } },
  );
const wrong = () =>
  new Refusal(
    401,
    'sso.wrong',
    'Hệ thống đăng nhập một lần trả lời không hợp lệ nên chưa đăng nhập. Bấm đăng nhập lại; còn gặp thì báo quản trị tỉnh.',
  );
const clockWrong = () =>
  new Refusal(
    401,
    'sso.clock',
    'Lời xác nhận của hệ thống đăng nhập một lần đã hết hạn hoặc chưa đến giờ. Đồng hồ hai máy chủ có thể lệch nhau: báo người vận hành chỉnh giờ.',
  );

/** What went wrong on the way to the provider or in what it said, as a sentence somebody can act on. */
function refusalOf(error: unknown): Refusal {
  for (let one = error; one instanceof Error; one = one.cause) {
    if (one instanceof GuardedFault) return down();
    if ((one as { code?: unknown }).code === 'OAUTH_JWT_TIMESTAMP_CHECK_FAILED') return clockWrong();
  }
  const status = (error as { status?: unknown; response?: { status?: unknown } }).response?.status;
  return typeof status === 'number' && status >= 500 ? down() : wrong();
}

/** The guarded way out, in the shape the library asks for. */
function through(guarded: GuardedFetch): client.CustomFetch {
  return async (url, { method, headers, body }) => {
    const {
      status,
      headers: given,
      text,
    } = await guarded(url, {
      method: method === 'POST' ? 'POST' : 'GET',
      headers: Object.fromEntries(new Headers(headers)),
      ...(body === undefined || body === null ? {} : { body: String(body) }),
    });
    const type = given['content-type'];
    return new Response(status === 204 || status === 304 ? null : text, {
      status,
      headers: typeof type === 'string' ? { 'content-type': type } : {},
    });
  };
}

export function createSingleSignOn(settings: OidcSettings, guarded: GuardedFetch): SingleSignOn {
  const { tenant, issuer, clientId, clientSecret, loginClaim } = settings;
  let found: { readonly config: Promise<client.Configuration>; readonly at: number; down: boolean } | undefined;

  /** Asked once for all who wait: nobody outside makes this server ask the provider as often as he calls. */
  function provider(): Promise<client.Configuration> {
    if (found && performance.now() - found.at < (found.down ? DOWN_MS : DISCOVERED_MS)) return found.config;
    const metadata = { client_secret: clientSecret, [client.clockTolerance]: CLOCK_SECONDS };
    const config = client.discovery(new URL(issuer), clientId, metadata, undefined, {
      [client.customFetch]: through(guarded),
      // What the library leaves to TLS is checked as well: the signature of the identity.
      execute: [client.enableNonRepudiationChecks],
    });
    const asked = { config, at: performance.now(), down: false };
    found = asked;
    config.catch(() => {
      asked.down = true;
    });
    return config;
  }

  const made = (kept: string, purpose: string) =>
    createHmac('sha256', clientSecret).update(`${purpose}\u2016${kept}`).digest('base64url');

  return {
    tenant,
    async start(redirectUri, at) {
      const body = `${at.getTime()}.${randomBytes(32).toString('base64url')}`;
      const kept = `${body}.${made(body, 'kept')}`;
      try {
        const url = client.buildAuthorizationUrl(await provider(), {
          redirect_uri: redirectUri,
          response_type: 'code',
          scope: 'openid profile email',
          state: made(kept, 'state'),
          nonce: made(kept, 'nonce'),
          code_challenge: await client.calculatePKCECodeChallenge(made(kept, 'verifier')),
          code_challenge_method: 'S256',
        });
        return { url, kept };
      } catch (error) {
        throw refusalOf(error);
      }
    },
    stateOf(kept, at) {
      const [time = '', random = '', mark = '', ...more] = kept.split('.');
      const own = Buffer.from(made(`${time}.${random}`, 'kept'));
      const shown = Buffer.from(mark);
      if (more.length > 0 || own.length !== shown.length || !timingSafeEqual(own, shown)) return null;
      const age = at.getTime() - Number(time);
      // Another process, with a clock of its own, may have begun it.
      return age >= -CLOCK_SECONDS * 1000 && age < RETURN_MINUTES * 60_000 ? made(kept, 'state') : null;
    },
    async finish(returned, kept) {
      try {
        const tokens = await client.authorizationCodeGrant(await provider(), returned, {
          pkceCodeVerifier: made(kept, 'verifier'),
          expectedState: made(kept, 'state'),
          expectedNonce: made(kept, 'nonce'),
          idTokenExpected: true,
        });
        const claims = tokens.claims();
        if (!claims) throw wrong();
        // An address its owner never proved may be anybody's.
        const proved = loginClaim !== 'email' || claims.email_verified === true;
        const login = proved ? claims[loginClaim] : null;
        return { issuer, subject: claims.sub, login: typeof login === 'string' ? login : null };
      } catch (error) {
        throw error instanceof Refusal ? error : refusalOf(error);
      }
    },
  };
}
