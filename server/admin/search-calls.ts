import type { DossierPage, SearchHits } from '#wire/search.ts';
import type { Call } from './api.ts';

/** What a few letters may mean, and one dossier. */
export function searchCalls(call: Call) {
  return {
    search: (q: string, signal?: AbortSignal) =>
      call<SearchHits>('GET', `/v1/search?${new URLSearchParams({ q })}`, undefined, signal),
    dossier: (code: string, signal?: AbortSignal) =>
      call<DossierPage>('GET', `/v1/dossiers/${encodeURIComponent(code)}`, undefined, signal),
  };
}
