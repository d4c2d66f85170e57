import type {
  RecoveryCodes,
  SecondStepBegun,
  SecondStepFor,
  SecondStepRule,
  SecondStepView,
} from '#wire/second-step.ts';
import type { SessionLine } from '#wire/session-line.ts';
import type { Call } from './api.ts';

export type Sessions = { sessions: SessionLine[] };

const SECOND = '/v1/session/second-step';
const RULE = '/v1/second-step-rule';
const at = encodeURIComponent;

/** Sessions and the second step of one's own, and what an admin does for an account that cannot or must not sign in as it is. */
export function accessCalls(call: Call) {
  return {
    sessions: (signal?: AbortSignal) => call<Sessions>('GET', '/v1/sessions', undefined, signal),
    endSession: (session: string) => call<void>('DELETE', `/v1/sessions/${at(session)}`),
    endOtherSessions: () => call<void>('DELETE', '/v1/sessions'),
    secondStep: (signal?: AbortSignal) => call<SecondStepView>('GET', SECOND, undefined, signal),
    beginSecondStep: (password: string) => call<SecondStepBegun>('POST', SECOND, { password }),
    confirmSecondStep: (code: string) => call<RecoveryCodes>('POST', `${SECOND}/confirm`, { code }),
    endSecondStep: (password: string, code: string) => call<void>('POST', `${SECOND}/end`, { password, code }),
    secondStepRule: (signal?: AbortSignal) => call<SecondStepRule>('GET', RULE, undefined, signal),
    putSecondStepRule: (askedOf: SecondStepFor) => call<SecondStepRule>('PUT', RULE, { askedOf }),
    resetSecondStep: (login: string) => call<void>('DELETE', `/v1/users/${at(login)}/second-step`),
    unbindSso: (login: string) => call<void>('DELETE', `/v1/users/${at(login)}/sso`),
    unlockUser: (login: string) => call<void>('POST', `/v1/users/${at(login)}/unlock`, {}),
    signOutUser: (login: string) => call<void>('DELETE', `/v1/users/${at(login)}/sessions`),
  };
}
