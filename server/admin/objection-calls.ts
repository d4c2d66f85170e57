import type { Objection, ObjectionAnswer, ObjectionRequest, ObjectionsPage } from '#wire/objection.ts';
import type { Call } from './api.ts';

/** What units hold against their figures, and how it is answered. */
export function objectionCalls(call: Call, one: (path: string, item: unknown) => Promise<void>) {
  const at = encodeURIComponent;
  return {
    objections: (query: Readonly<Record<string, string>>) =>
      call<ObjectionsPage>('GET', `/v1/objections?${new URLSearchParams(query)}`),
    openObjections: (period: string, signal?: AbortSignal) =>
      call<ObjectionsPage>('GET', `/v1/objections?period=${at(period)}&state=new`, undefined, signal),
    raiseObjection: (objection: ObjectionRequest) => one('/v1/objections', objection),
    answerObjection: (id: string, answer: ObjectionAnswer) =>
      call<Objection>('POST', `/v1/objections/${at(id)}/answer`, answer),
    assignObjection: (id: string, owner: string | null) =>
      call<Objection>('PUT', `/v1/objections/${at(id)}/owner`, { owner }),
  };
}
