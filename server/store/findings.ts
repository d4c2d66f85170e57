import type { Finding, Series } from '#rules/finding.ts';
import { citationText } from '#rules/law.ts';
import type { FindingsPage } from '#wire/results.ts';
import type { Db, Statement } from './db.ts';

const PAGE = 50;

export function putFinding(
  tenant: string,
  snapshot: string,
  unit: string,
  /** '' = the unit itself (indicators 5, 6, 8, 9). */
  dossier: string,
  series: Series,
  finding: Finding,
): Statement {
  return {
    sql: `insert into snapshot_findings (tenant, snapshot, unit, dossier, series, indicator, points, finding)
      values (?, ?, ?, ?, ?, ?, ?, ?)
      on conflict (tenant, snapshot, unit, series, indicator, dossier) do update set points = excluded.points,
        finding = excluded.finding`,
    params: [tenant, snapshot, unit, dossier, series, finding.indicator, finding.points, JSON.stringify(finding)],
  };
}

/**
 * One page of the findings behind a cell, by dossier code, after the code `after`. Lowest points are not put first: the
 * order must not depend on the result.
 */
export async function findingsPage(
  db: Db,
  tenant: string,
  snapshot: string,
  unit: string,
  series: Series,
  indicator: number,
  after: string,
): Promise<FindingsPage> {
  const rows = await db.all<{ dossier: string; finding: string }>(
    `select dossier, finding from snapshot_findings
     where tenant = ? and snapshot = ? and unit = ? and series = ? and indicator = ? and dossier ${after === '' ? '>=' : '>'} ?
     order by dossier limit ?`,
    [tenant, snapshot, unit, series, indicator, after, PAGE + 1],
  );
  const page = rows.slice(0, PAGE);
  return {
    findings: page.map((row) => {
      const finding = JSON.parse(row.finding) as Finding;
      return {
        dossier: row.dossier || null,
        series,
        indicator: finding.indicator,
        points: finding.points,
        because: finding.because,
        cite: citationText(finding.cite),
        evidence: [...finding.evidence],
      };
    }),
    next: rows.length > PAGE ? (page.at(-1)?.dossier ?? null) : null,
  };
}
