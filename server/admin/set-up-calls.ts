import type { PeriodKeysView } from '#wire/period-key.ts';
import type { PortalSighting } from '#wire/portal-sighting.ts';
import type { SetUp, SetUpScreen, SetUpStep } from '#wire/set-up.ts';
import type { User, UserChange } from '#wire/user.ts';
import type { Call } from './api.ts';

type Sightings = { sightings: PortalSighting[] };

/** The set-up as steps, its survey, the portals that are watched, keys of periods and changes of accounts. */
export function setUpCalls(call: Call) {
  return {
    /** Without a step: the first that is open. */
    setUp: (step?: SetUpStep, signal?: AbortSignal) =>
      call<SetUpScreen>('GET', step ? `/v1/set-up?step=${step}` : '/v1/set-up', undefined, signal),
    chooseSurvey: (survey: string) => call<SetUp>('PUT', '/v1/tenant/survey', { survey }),
    periodKeys: (signal?: AbortSignal) => call<PeriodKeysView>('GET', '/v1/period-keys', undefined, signal),
    changeUser: (login: string, change: UserChange) =>
      call<User>('PUT', `/v1/users/${encodeURIComponent(login)}`, change),
    putSightings: (origins: readonly string[]) => call<Sightings>('PUT', '/v1/portal-sightings', { origins }),
  };
}
