import { createServer, request } from 'node:https';
import type { AddressInfo } from 'node:net';
import { exportJWK, generateKeyPair, type JWK } from 'jose';
import { Provider } from 'oidc-provider';
import type { createApp } from '../../server/app.ts';
import { createGuardedFetch } from '../../server/guarded-fetch.ts';
import { selfSigned } from './https-server.ts';

export const OIDC_SECRET = 'bi-mat-cua-bo-thu-0123456789';
type App = Pick<ReturnType<typeof createApp>, 'request'>;

/**
 * The real provider over HTTPS; whoever comes is `who()`, and agrees, or stops there when it is empty.
 * @param people the login of each subject on the provider's side.
 */
export async function openProvider(people: Readonly<Record<string, string>>, who: () => string) {
  const tls = selfSigned();
  const pair = await generateKeyPair('RS256', { extractable: true });
  const key: JWK = { ...(await exportJWK(pair.privateKey)), kid: 'mot', use: 'sig', alg: 'RS256' };
  const web = createServer(tls);
  await new Promise<void>((done) => web.listen(0, '127.0.0.1', done));
  const issuer = `https://127.0.0.1:${(web.address() as AddressInfo).port}`;
  const provider = new Provider(issuer, {
    clients: [
      {
        client_id: 'danhgia',
        client_secret: OIDC_SECRET,
        redirect_uris: ['http://127.0.0.1:8787/v1/sso/return'],
        grant_types: ['authorization_code'],
        response_types: ['code'],
      },
    ],
    claims: { profile: ['preferred_username'], email: ['email', 'email_verified'] },
    conformIdTokenClaims: false,
    jwks: { keys: [key] },
    cookies: { keys: ['khoa-cua-bo-thu'] },
    features: { devInteractions: { enabled: false } },
    interactions: { url: (_c: unknown, { uid }: { uid: string }) => `/interaction/${uid}` },
    findAccount: (_c: unknown, sub: string) => ({
      accountId: sub,
      // The last of them typed the address in and never proved it.
      claims: () => ({
        sub,
        ...{ preferred_username: people[sub], email: people[sub], email_verified: sub !== Object.keys(people).at(-1) },
      }),
    }),
  });
  const answer = provider.callback();
  web.on('request', async (request, response) => {
    if (!request.url?.startsWith('/interaction/')) return answer(request, response);
    const { params, grantId, prompt } = await provider.interactionDetails(request, response);
    const finish = (result: Parameters<typeof provider.interactionFinished>[2]) =>
      provider.interactionFinished(request, response, result, { mergeWithLastSubmission: false });
    if (who() === '') return finish({ error: 'access_denied' });
    if (prompt.name === 'login') return finish({ login: { accountId: who() } });
    const grant = grantId
      ? await provider.Grant.find(grantId)
      : new provider.Grant({ accountId: who(), clientId: String(params.client_id) });
    grant?.addOIDCScope('openid profile email');
    await provider.interactionFinished(request, response, { consent: { grantId: await grant?.save() } });
  });

  /** As a browser does: starts at `app`, follows the provider to its end; the address it is sent back to and what it kept. */
  async function throughProvider(app: App, change: (url: URL) => void = () => {}) {
    const started = await app.request('/v1/sso/start');
    const kept = started.headers.get('set-cookie')?.split(';')[0] ?? '';
    let next = new URL(started.headers.get('location') ?? '');
    change(next);
    const asked = next;
    const jar = new Map<string, string>();
    for (let step = 0; step < 8 && next.origin === issuer; step++) {
      const cookie = [...jar].map(([name, value]) => `${name}=${value}`).join('; ');
      const { location, cookies, status } = await new Promise<{
        location: string | undefined;
        cookies: string[];
        status: number;
      }>((done, fail) => {
        const asking = request(next, { ca: tls.cert, headers: { cookie }, agent: false }, (response) => {
          response.resume();
          const { location, 'set-cookie': cookies = [] } = response.headers;
          response.on('end', () => done({ location, cookies, status: response.statusCode ?? 0 }));
        });
        asking.on('error', fail);
        asking.end();
      });
      for (const one of cookies) {
        const [, name = '', value = ''] = /^([^=]+)=([^;]*)/.exec(one) ?? [];
        jar.set(name, value);
      }
      if (location === undefined) return { asked, kept, status, back: null };
      next = new URL(location, next);
    }
    return { asked, kept, status: 302, back: next };
  }

  return {
    ...{ issuer, key, tls, throughProvider },
    guard: () => createGuardedFetch({ allowed: ['127.0.0.1'], ca: tls.cert }),
    settings: (more = {}) => ({
      ...{ tenant: 'mau', issuer, clientId: 'danhgia', clientSecret: OIDC_SECRET, loginClaim: 'preferred_username' },
      ...{ addresses: ['127.0.0.1'], caFile: null, ...more },
    }),
    close: () =>
      new Promise<void>((done) => {
        web.closeAllConnections();
        web.close(() => done());
      }),
  };
}

/** What the server makes of the browser that came back. */
export const comeBack = (app: App, back: URL | null, kept: string) =>
  app.request(`${back?.pathname}${back?.search}`, { headers: { cookie: kept } });
