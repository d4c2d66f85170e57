import type { SessionLine } from '#wire/session-line.ts';
import type { Call } from './api.ts';

export type Sessions = { sessions: SessionLine[] };

const at = encodeURIComponent;

/** Sessions of one's own, and what an admin does for an account that cannot or must not sign in as it is. */
export function accessCalls(call: Call) {
  return {
    sessions: (signal?: AbortSignal) => call<Sessions>('GET', '/v1/sessions', undefined, signal),
    endSession: (session: string) => call<void>('DELETE', `/v1/sessions/${at(session)}`),
    endOtherSessions: () => call<void>('DELETE', '/v1/sessions'),
    signOutUser: (login: string) => call<void>('DELETE', `/v1/users/${at(login)}/sessions`),
  };
}
