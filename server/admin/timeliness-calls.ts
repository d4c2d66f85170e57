import type { TimedDossiers, Timeliness } from '#wire/timeliness.ts';
import type { Call } from './api.ts';

/** How the time of dossiers was kept, and the dossiers behind it. */
export function timelinessCalls(call: Call) {
  const of = (period: string, rest: string) => `/v1/periods/${encodeURIComponent(period)}/timeliness${rest}`;
  return {
    timeliness: (period: string, query: Readonly<Record<string, string>>, signal?: AbortSignal) =>
      call<Timeliness>('GET', of(period, `?${new URLSearchParams(query)}`), undefined, signal),
    countTimeliness: (period: string) => call<{ begun: boolean }>('POST', of(period, '/renewal'), {}),
    timedDossiers: (period: string, query: Readonly<Record<string, string>>) =>
      call<TimedDossiers>('GET', of(period, `/dossiers?${new URLSearchParams(query)}`)),
    /** Where a browser fetches the file. */
    evidenceAddress: (period: string, format: 'csv' | 'xlsx', query: Readonly<Record<string, string>>) =>
      of(period, `/evidence.${format}?${new URLSearchParams(query)}`),
  };
}
