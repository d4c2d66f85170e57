import type { DueDossiersPage, Today, WaitingKind, WaitingUnits } from '#wire/today.ts';
import type { Call } from './api.ts';

/** What is to be done, and the lists behind it. */
export function todayCalls(call: Call) {
  return {
    today: (signal?: AbortSignal) => call<Today>('GET', '/v1/today', undefined, signal),
    dueDossiers: (query: Readonly<Record<string, string>>) =>
      call<DueDossiersPage>('GET', `/v1/due-dossiers?${new URLSearchParams(query)}`),
    waitingUnits: (kind: WaitingKind, signal?: AbortSignal) =>
      call<WaitingUnits>('GET', `/v1/waiting-units?kind=${kind}`, undefined, signal),
  };
}
