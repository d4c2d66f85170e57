import { type Finding, INDICATOR_IDS, type IndicatorId } from '#rules/finding.ts';
import type { Tenths } from '#rules/points.ts';
import type { Db } from './db.ts';
import { textsOf } from './finding-texts.ts';
import { bitOf, type FindingSeries } from './findings.ts';
import { type PackedRow, whole } from './packed-findings.ts';
import { originOrNull } from './snapshots.ts';

type Points = Readonly<Partial<Record<IndicatorId, Tenths | null>>>;

/** What the system and the officer gave one dossier; an indicator nothing was found on is absent. */
export interface DossierPoints {
  readonly dossier: string;
  readonly computed: Points;
  readonly self: Points;
}

/** The findings of a row by series and indicator, in the order they stand. */
function placesOf(bits: number): { series: FindingSeries; indicator: IndicatorId }[] {
  return (['computed', 'self'] as const).flatMap((series) =>
    INDICATOR_IDS.filter((indicator) => bits & bitOf(series, indicator)).map((indicator) => ({ series, indicator })),
  );
}

/** Points of the dossiers of `unit` in a snapshot by code, `limit` of them after the first `skip`; empty once they were removed by retention. */
export async function dossierPoints(
  db: Db,
  tenant: string,
  snapshot: string,
  unit: string,
  skip: number,
  limit: number,
): Promise<DossierPoints[]> {
  const source = (await originOrNull(db, tenant, snapshot))?.findingsOf ?? snapshot;
  const rows = await db.all<{ dossier: string; bits: number; findings: string }>(
    `select dossier, bits, findings from dossier_findings
     where tenant = ? and snapshot = ? and unit = ? and dossier > '' order by dossier limit ? offset ?`,
    [tenant, source, unit, limit, skip],
  );
  const parsed = rows.map((row) => ({ ...row, packed: JSON.parse(row.findings) as PackedRow }));
  const ids = parsed.flatMap(({ packed: [, ...findings] }) =>
    findings.flatMap((finding) => (Array.isArray(finding) ? [finding[0] as number] : [])),
  );
  const texts = await textsOf(db, tenant, source, [...new Set(ids)]);
  // Many findings share one text, and the points stand in it.
  const known = new Map<number, Tenths | null>();
  function pointsOf(packed: PackedRow[1]): Tenths | null {
    if (!Array.isArray(packed)) return (packed as Finding).points;
    const id = packed[0] as number;
    if (!known.has(id)) known.set(id, whole(texts.get(id) ?? '', []).points);
    return known.get(id) ?? null;
  }
  return parsed.map(({ dossier, bits, packed: [, ...findings] }) => {
    const points = { computed: {}, self: {} } as Record<FindingSeries, Record<number, Tenths | null>>;
    placesOf(bits).forEach(({ series, indicator }, i) => {
      const finding = findings[i];
      if (finding !== undefined) points[series][indicator] = pointsOf(finding);
    });
    return { dossier, ...points };
  });
}
