import type { ReportHead } from '#wire/report.ts';
import type { Db } from '../../store/db.ts';
import { reportHeadOrNull } from '../../store/report-heads.ts';

/** A report nobody has numbered yet: what is open is filled in by hand on paper. The public file is never more, for it is no signed letter. */
export function openHead(issuer: string): ReportHead {
  const open = { above: null, number: null, abbreviation: null, place: null, day: null, position: null, signer: null };
  return { ...open, issuer, copies: [], revision: 0 };
}

/** What stands around the report of a period. */
export async function reportHeadOf(db: Db, tenant: string, period: string, tenantName: string): Promise<ReportHead> {
  return (await reportHeadOrNull(db, tenant, period)) ?? openHead(tenantName);
}
