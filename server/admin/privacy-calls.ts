import type { PrivacyRequest, PrivacySettings } from '#wire/privacy.ts';
import type { Call } from './api.ts';

/** What the province says of how answers are kept, and how long it keeps what it settles. */
export function privacyCalls(call: Call) {
  return {
    privacy: (signal?: AbortSignal) => call<PrivacySettings>('GET', '/v1/privacy', undefined, signal),
    changePrivacy: (settings: PrivacyRequest) => call<PrivacySettings>('PUT', '/v1/privacy', settings),
  };
}
