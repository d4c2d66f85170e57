import { createApp } from '../app.ts';
import type { Services } from '../services.ts';
import { newSecret, randomCrockford } from '../store/secret.ts';
import { insertSession } from '../store/sessions.ts';
import { TENANT } from './province.ts';

const MINUTE_MS = 60_000;

/** Sends one request, as JSON or as the text of a file. @throws Error when it, or an item of it, was not taken. */
export type Ask = (path: string, body: unknown, method?: 'GET' | 'POST' | 'PUT') => Promise<unknown>;

interface Outcomes {
  readonly outcomes?: readonly { readonly outcome: string }[];
}

/** Somebody signed in at the program's own front door; `null` = a citizen, who signs in nowhere. */
export async function callerAs(services: Services, login: string | null): Promise<Ask> {
  const app = createApp(services);
  const signedIn: Record<string, string> = {};
  if (login !== null) {
    const [token, csrf] = [newSecret(TENANT, 'ss'), randomCrockford(20)];
    const expires = new Date(services.now().getTime() + MINUTE_MS).toISOString();
    await services.db.batch([insertSession(TENANT, token, login, csrf, expires)]);
    signedIn.cookie = `dvc_session=${token}`;
    signedIn['x-dvc-csrf'] = csrf;
  }
  return async (path, body, method = 'POST') => {
    const sent = typeof body === 'string' ? body : JSON.stringify(body);
    const headers: Record<string, string> = { ...signedIn };
    if (sent !== undefined) headers['content-type'] = typeof body === 'string' ? 'text/csv' : 'application/json';
    if (sent !== undefined) headers['content-length'] = String(Buffer.byteLength(sent));
    const answer = await app.request(path, { method, headers, body: sent ?? null });
    const text = await answer.text();
    const got = text === '' ? null : (JSON.parse(text) as Outcomes);
    const refused = got?.outcomes?.some(({ outcome }) => outcome === 'refused');
    if (!answer.ok || refused) throw new Error(`${method} ${path}: ${answer.status} ${text}`);
    return got;
  };
}
