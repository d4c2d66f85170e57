import type { PaperResponse, PaperUndo } from '#wire/paper-response.ts';
import type { Outcome } from '#wire/problem.ts';
import type { ServedSurvey } from '#wire/survey.ts';
import type { Call } from './api.ts';

/** Paper forms typed in, and one taken back just after. */
export function paperCalls(call: Call, many: (path: string, items: readonly unknown[]) => Promise<Outcome[]>) {
  return {
    putPaper: (form: PaperResponse) => many('/v1/paper-responses', [form]),
    takeBackPaper: (back: PaperUndo) => call<void>('POST', '/v1/paper-responses/undo', back),
    paperSurvey: (id: string, version: number, signal?: AbortSignal) =>
      call<ServedSurvey>('GET', `/v1/surveys/${encodeURIComponent(id)}?version=${version}`, undefined, signal),
  };
}
