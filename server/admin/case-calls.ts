import type { CaseList, CaseSettings, CaseView } from '#wire/case.ts';
import type { CommentPage } from '#wire/comment.ts';
import type { Call } from './api.ts';

/** Opinions to be replied to and comments of a period. */
export function caseCalls(call: Call) {
  const at = encodeURIComponent;
  const queryOf = (parts: Readonly<Record<string, string | null>>) =>
    new URLSearchParams(Object.entries(parts).flatMap(([key, value]) => (value ? [[key, value]] : []))).toString();
  const act = (id: string, what: string, body: object) => call<void>('POST', `/v1/cases/${at(id)}/${what}`, body);
  return {
    cases: (filter: Readonly<Record<string, string | null>>, signal?: AbortSignal) =>
      call<CaseList>('GET', `/v1/cases?${queryOf(filter)}`, undefined, signal),
    oneCase: (id: string, signal?: AbortSignal) => call<CaseView>('GET', `/v1/cases/${at(id)}`, undefined, signal),
    takeCase: (id: string, revision: number) => act(id, 'take', { revision }),
    releaseCase: (id: string, revision: number) => act(id, 'release', { revision }),
    answerCase: (id: string, revision: number, answer: string) => act(id, 'answer', { revision, answer }),
    closeCase: (id: string, revision: number) => act(id, 'close', { revision }),
    caseSettings: (signal?: AbortSignal) => call<CaseSettings>('GET', '/v1/case-settings', undefined, signal),
    changeCaseSettings: (settings: CaseSettings) => call<CaseSettings>('PUT', '/v1/case-settings', settings),
    comments: (filter: Readonly<Record<string, string | null>>, signal?: AbortSignal) =>
      call<CommentPage>('GET', `/v1/comments?${queryOf(filter)}`, undefined, signal),
  };
}
