import { expect } from 'vitest';
import { type As, PASSWORD, type TestServer } from './test-server.ts';

export const JSON_TYPE = { 'content-type': 'application/json' };

/** The cookie a browser would send back. */
export function cookieOf(headers: Headers): As {
  return { cookie: headers.get('set-cookie')?.split(';')[0] ?? '' };
}

/** Signs in through the front door; the headers with which the admin app goes on. */
export async function signIn(server: TestServer, login: string, password = PASSWORD): Promise<As> {
  const { status, headers, body } = await server.request<{ csrf: string }>(
    'POST',
    '/v1/session',
    { tenant: 'mau', login, password },
    JSON_TYPE,
  );
  expect(status, `${login} signs in`).toBe(201);
  return { ...cookieOf(headers), 'x-dvc-csrf': body.csrf };
}
