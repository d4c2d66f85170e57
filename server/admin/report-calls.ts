import type { OwnSection, ReportBody, ReportHead, ReportHeadRequest, ReportTextRequest } from '#wire/report.ts';
import type { Call } from './api.ts';

/** The report of a period and what the office writes into it; files are links. */
export function reportCalls(call: Call) {
  const of = (period: string) => `/v1/periods/${encodeURIComponent(period)}/report`;
  return {
    report: (period: string, signal?: AbortSignal) => call<ReportBody>('GET', of(period), undefined, signal),
    putReportText: (period: string, text: ReportTextRequest) =>
      call<{ section: OwnSection; text: string; revision: number }>('PUT', `${of(period)}/texts`, text),
    putReportHead: (period: string, head: ReportHeadRequest) => call<ReportHead>('PUT', `${of(period)}/head`, head),
  };
}
