import type { AuditPage, AuditVerdict } from '#wire/audit.ts';
import type { Call } from './api.ts';

/** The audit log, page by page, and the walk along its whole chain. */
export function auditCalls(call: Call) {
  return {
    audit: (query: Readonly<Record<string, string>>) =>
      call<AuditPage>('GET', `/v1/audit?${new URLSearchParams(query)}`),
    verifyAudit: (head: string) => call<AuditVerdict>('POST', '/v1/audit/verify', head ? { head } : {}),
  };
}
