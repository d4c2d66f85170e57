import { type Finding, INDICATOR_IDS, type IndicatorId } from '#rules/finding.ts';
import type { Tenths } from '#rules/points.ts';
import type { Db } from './db.ts';
import { textsOf } from './finding-texts.ts';
import { bitOf, type FindingSeries } from './findings.ts';
import { inList } from './in-list.ts';
import { type PackedRow, whole } from './packed-findings.ts';
import { originOrNull } from './snapshots.ts';

const PAGE = 1000;

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

interface Row {
  readonly dossier: string;
  readonly bits: number;
  readonly findings: string;
}

const SELECT = 'select dossier, bits, findings from dossier_findings where tenant = ? and snapshot = ? and unit = ?';

/** The snapshot whose findings stand behind `snapshot`. */
const sourceOf = async (db: Db, tenant: string, snapshot: string) =>
  (await originOrNull(db, tenant, snapshot))?.findingsOf ?? snapshot;

async function pointsIn(db: Db, tenant: string, source: string, rows: readonly Row[]): Promise<DossierPoints[]> {
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

/** Points of the dossiers of `unit` in a snapshot by code, `limit` of them after the first `skip`; empty once they were removed by retention. */
export async function dossierPoints(
  db: Db,
  tenant: string,
  snapshot: string,
  unit: string,
  skip: number,
  limit: number,
): Promise<DossierPoints[]> {
  const source = await sourceOf(db, tenant, snapshot);
  const rows = await db.all<Row>(`${SELECT} and dossier > '' order by dossier limit ? offset ?`, [
    ...[tenant, source, unit, limit, skip],
  ]);
  return pointsIn(db, tenant, source, rows);
}

/** The same in pages by code, however many there are. */
export async function* pagesOfPoints(
  db: Db,
  tenant: string,
  snapshot: string,
  unit: string,
): AsyncGenerator<readonly DossierPoints[]> {
  const source = await sourceOf(db, tenant, snapshot);
  for (let after = ''; ; ) {
    const rows = await db.all<Row>(`${SELECT} and dossier > ? order by dossier limit ?`, [
      ...[tenant, source, unit, after, PAGE],
    ]);
    if (rows.length > 0) yield await pointsIn(db, tenant, source, rows);
    const last = rows.at(-1);
    if (!last || rows.length < PAGE) return;
    after = last.dossier;
  }
}

/** Points of `codes` of `unit`; one nothing was found on is absent. */
export async function pointsOfDossiers(
  db: Db,
  tenant: string,
  snapshot: string,
  unit: string,
  codes: readonly string[],
): Promise<DossierPoints[]> {
  const source = await sourceOf(db, tenant, snapshot);
  const list = inList(codes);
  const rows = await db.all<Row>(`${SELECT} and dossier ${list.sql}`, [tenant, source, unit, ...list.params]);
  return pointsIn(db, tenant, source, rows);
}

/** Units with findings of dossiers in a snapshot, by code. */
export async function unitsWithFindings(db: Db, tenant: string, snapshot: string): Promise<string[]> {
  const source = await sourceOf(db, tenant, snapshot);
  const rows = await db.all<{ unit: string }>(
    "select distinct unit from dossier_findings where tenant = ? and snapshot = ? and dossier > '' order by unit",
    [tenant, source],
  );
  return rows.map(({ unit }) => unit);
}
