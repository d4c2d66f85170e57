import type { CaseList, CaseView } from '#wire/case.ts';
import type { Problem } from '#wire/problem.ts';
import type { Response as ResponseBody, ResponseReceipt } from '#wire/response.ts';
import { responseOf, type TestServer } from './test-server.ts';

/** Asked on Tuesday 10/11/2026: 15 working days later, 24/11 a holiday, is Wednesday 02/12/2026. */
export const DUE = '2026-12-02';
export const UNHAPPY = { overall: 's1', q7: 't1' };
export const HARASSED = { overall: 's3', q7: 't0' };

export type CaseRole = 'province-admin' | 'reviewer' | 'inspector' | 'unit-admin' | 'viewer';

/** What citizens and those who reply to them ask of `server()`. */
export function caseCalls(server: () => TestServer) {
  let n = 0;
  const as = (role: CaseRole) => server().credentials.mau[role];
  const get = <T>(path: string, role: CaseRole) => server().request<T>('GET', path, undefined, as(role));
  const list = async (role: CaseRole, query = '') => (await get<CaseList>(`/v1/cases${query}`, role)).body;

  return {
    get,
    list,
    /** Number of the response sent last. */
    last: () => n,
    /** Sends a response that asks for a reply; its comment is `góp ý <n>`. */
    async ask(more: Partial<ResponseBody> = {}) {
      n += 1;
      const sent = responseOf(n, { answers: UNHAPPY, reply: true, comment: `góp ý ${n}`, ...more });
      const { status, body } = await server().request<ResponseReceipt & Problem>('POST', '/v1/responses', sent);
      return { status, sent, ...body };
    },
    /** The case of the response sent last, as `role` reads it. */
    async newest(role: CaseRole): Promise<CaseView> {
      for (const { id } of (await list(role, '?state=all')).cases) {
        const { body } = await get<CaseView>(`/v1/cases/${id}`, role);
        if (body.comment === `góp ý ${n}`) return body;
      }
      throw new Error(`${role} sees no case of response ${n}`);
    },
    act: (id: string, what: string, body: object, role: CaseRole = 'province-admin') =>
      server().request<Problem>('POST', `/v1/cases/${id}/${what}`, body, as(role)),
    edit: ({ sent, receipt }: { sent: ResponseBody; receipt: string }, more: Partial<ResponseBody>) =>
      server().request<Problem>('PUT', `/v1/responses/${sent.id}`, { ...sent, ...more }, { 'x-dvc-receipt': receipt }),
    stored: () => server().db.all<Record<string, unknown>>("select * from cases where tenant = 'mau'"),
  };
}
