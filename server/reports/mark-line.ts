import type { ReportBody } from '#wire/report.ts';

/** What stands on every page of a document that is no final one, or of a trial; `null` = nothing. */
export function markLine({ draft, snapshot, watermark }: ReportBody): string | null {
  const said = [watermark, draft ? `Dự thảo, bản chốt ${snapshot.snapshot}` : null].filter((each) => each !== null);
  return said.length === 0 ? null : said.join(' · ');
}
