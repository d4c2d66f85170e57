import type { ReportHead } from '#wire/report.ts';
import { type Db, oneOrNull, type Statement } from './db.ts';

/** What was last set around the report of `period`; `null` = nothing yet. */
export async function reportHeadOrNull(db: Db, tenant: string, period: string): Promise<ReportHead | null> {
  const row = await oneOrNull<Omit<ReportHead, 'copies'> & { copies: string }>(
    db,
    `select revision, above, issuer, number, abbreviation, place, day, position, signer, copies from report_heads
     where tenant = ? and period = ? order by revision desc limit 1`,
    [tenant, period],
  );
  return row && { ...row, copies: JSON.parse(row.copies) as string[] };
}

/** The next revision. @param snapshot the one the number and the signature were given for. */
export function insertReportHead(
  tenant: string,
  period: string,
  snapshot: string,
  head: ReportHead,
  actor: string,
  at: Date,
): Statement {
  const { revision, above, issuer, number, abbreviation, place, day, position, signer, copies } = head;
  return {
    sql: `insert into report_heads (tenant, period, revision, snapshot, above, issuer, number, abbreviation, place, day, position,
      signer, copies, actor, at) values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
    params: [
      ...[tenant, period, revision, snapshot, above, issuer, number, abbreviation, place, day, position, signer],
      ...[JSON.stringify(copies), actor, at.toISOString()],
    ],
  };
}
