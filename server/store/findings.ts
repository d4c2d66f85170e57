import type { Finding, IndicatorId } from '#rules/finding.ts';
import { citationText } from '#rules/law.ts';
import type { FindingsPage } from '#wire/results.ts';
import { type Db, oneOrNull, type Statement } from './db.ts';
import { type FindingTexts, textsOf } from './finding-texts.ts';
import { type PackedRow, whole } from './packed-findings.ts';
import { snapshotParts } from './snapshot-parts.ts';

const PAGE = 50;
/** Rows of one statement: a thousand dossiers are a dozen statements. */
const TOGETHER = 90;

export type FindingSeries = 'computed' | 'self';

/** The bit of `indicator` in `series`, in the order findings stand in a row. */
export const bitOf = (series: FindingSeries, indicator: number) => 2 ** (indicator + (series === 'self' ? 10 : 0));

/** What a snapshot keeps of one dossier, or of the unit itself. */
export interface DossierFindings {
  /** '' = the unit itself (indicators 5, 6, 8, 9). */
  readonly dossier: string;
  readonly computed: readonly Finding[];
  readonly self: readonly Finding[];
  /** What the officer wrote, as it stands in the findings. */
  readonly own: readonly string[];
}

const byIndicator = (a: Finding, b: Finding) => a.indicator - b.indicator;

/** What is written of one dossier; small beside the findings themselves. */
export interface PackedDossier {
  readonly dossier: string;
  readonly bits: number;
  readonly json: string;
}

export function packDossier({ dossier, computed, self, own }: DossierFindings, texts: FindingTexts): PackedDossier {
  const words: string[] = [];
  const series = [
    ['computed', computed],
    ['self', self],
  ] as const;
  let bits = 0;
  const findings = series.flatMap(([name, list]) =>
    [...list].sort(byIndicator).map((finding) => {
      bits += bitOf(name, finding.indicator);
      return texts.pack(finding, own, words);
    }),
  );
  const row: PackedRow = [words, ...findings];
  return { dossier, bits, json: JSON.stringify(row) };
}

/** Writes what a snapshot keeps of the dossiers of `unit`; they must not be there yet. Those without a finding have no row. */
export function insertFindings(
  tenant: string,
  snapshot: string,
  unit: string,
  dossiers: readonly PackedDossier[],
  texts: FindingTexts,
): Statement[] {
  const rows = dossiers.filter(({ bits }) => bits > 0);
  const statements = Array.from({ length: Math.ceil(rows.length / TOGETHER) }, (_, i): Statement => {
    const part = rows.slice(i * TOGETHER, (i + 1) * TOGETHER);
    return {
      sql: `insert into dossier_findings (tenant, snapshot, unit, dossier, bits, findings)
        values ${part.map(() => '(?, ?, ?, ?, ?, ?)').join(', ')}`,
      params: part.flatMap(({ dossier, bits, json }) => [tenant, snapshot, unit, dossier, bits, json]),
    };
  });
  return [...texts.fresh(), ...statements];
}

export function deleteFindings(tenant: string, snapshot: string, unit: string): Statement {
  return {
    sql: 'delete from dossier_findings where tenant = ? and snapshot = ? and unit = ?',
    params: [tenant, snapshot, unit],
  };
}

/** How many findings of a row stand before that of `bit`. */
function placeOf(bits: number, bit: number): number {
  let place = 0;
  for (let each = bit / 2; each >= 1; each /= 2) if (bits & each) place += 1;
  return place;
}

/** The snapshot whose rows hold the findings: one made from sums points at another. */
async function sourceOf(db: Db, tenant: string, snapshot: string): Promise<string> {
  const made = await oneOrNull<{ of: string | null }>(
    db,
    'select findings_of as "of" from snapshots where tenant = ? and snapshot = ?',
    [tenant, snapshot],
  );
  return made?.of ?? snapshot;
}

type Kept = PackedRow[1];
type Texts = Awaited<ReturnType<typeof textsOf>>;

const textIdsIn = (kept: readonly Kept[]): number[] => [
  ...new Set(kept.flatMap((finding) => (Array.isArray(finding) ? [finding[0] as number] : []))),
];

function wholeOf(kept: Kept, words: readonly string[], texts: Texts): Finding {
  if (!Array.isArray(kept)) return kept as Finding;
  const own = kept.slice(1).map((place: number) => words[place] ?? '');
  return whole(texts.get(kept[0] as number) ?? '', own);
}

function shown(dossier: string, series: FindingSeries, finding: Finding): FindingsPage['findings'][number] {
  const { indicator, points, because, cite, evidence } = finding;
  return {
    dossier: dossier || null,
    series,
    indicator,
    points,
    because,
    cite: citationText(cite),
    evidence: [...evidence],
  };
}

/** Every finding a snapshot keeps of one dossier: computed first, then the officer's, by indicator. */
export async function findingsOfDossier(
  db: Db,
  tenant: string,
  snapshot: string,
  unit: string,
  dossier: string,
): Promise<FindingsPage['findings']> {
  const source = await sourceOf(db, tenant, snapshot);
  const row = await oneOrNull<{ bits: number; findings: string }>(
    db,
    'select bits, findings from dossier_findings where tenant = ? and snapshot = ? and unit = ? and dossier = ?',
    [tenant, source, unit, dossier],
  );
  if (!row) return [];
  const [words, ...kept] = JSON.parse(row.findings) as PackedRow;
  const texts = await textsOf(db, tenant, source, textIdsIn(kept));
  const computed = placeOf(row.bits, bitOf('self', 0));
  return kept.map((finding, i) => shown(dossier, i < computed ? 'computed' : 'self', wholeOf(finding, words, texts)));
}

interface Row {
  readonly source: string;
  readonly dossier: string;
  readonly bits: number;
  readonly findings: string;
}

/**
 * The snapshots that hold what stands behind `snapshot`: those of its quarters, which a year's was made of, else its own. What a quarter
 * found of a unit itself is no finding of the year, which was declared for by itself.
 */
async function sourcesOf(db: Db, tenant: string, snapshot: string): Promise<{ sources: string[]; own: boolean }> {
  const parts = await snapshotParts(db, tenant, snapshot);
  const made = parts.length > 0 ? parts.map((part) => part.snapshot) : [snapshot];
  return { sources: await Promise.all(made.map((each) => sourceOf(db, tenant, each))), own: parts.length === 0 };
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
  series: FindingSeries,
  indicator: number,
  after: string,
  size = PAGE,
): Promise<FindingsPage> {
  const { sources, own } = await sourcesOf(db, tenant, snapshot);
  const bit = bitOf(series, indicator as IndicatorId);
  const read = (source: string) =>
    db.all<Row>(
      `select snapshot as source, dossier, bits, findings from dossier_findings
       where tenant = ? and snapshot = ? and unit = ? and dossier ${own && after === '' ? '>=' : '>'} ? and (bits & ?) <> 0
       order by dossier limit ?`,
      [tenant, source, unit, after, bit, size + 1],
    );
  const rows = (await Promise.all(sources.map(read)))
    .flat()
    .sort((a, b) => (a.dossier < b.dossier ? -1 : a.dossier > b.dossier ? 1 : 0));
  // A dossier that two quarters speak of stays on one page: the next begins after its code.
  const last = rows.at(size - 1)?.dossier;
  const taken = last === undefined ? rows : rows.filter(({ dossier }) => dossier <= last);
  const page = taken.map((row) => {
    const [words, ...findings] = JSON.parse(row.findings) as PackedRow;
    return { ...row, words, finding: findings[placeOf(row.bits, bit)] as Kept };
  });
  const texts = new Map<string, Texts>();
  for (const source of sources) {
    const kept = page.filter((row) => row.source === source).map(({ finding }) => finding);
    texts.set(source, await textsOf(db, tenant, source, textIdsIn(kept)));
  }
  return {
    findings: page.map(({ source, dossier, words, finding }) =>
      shown(dossier, series, wholeOf(finding, words, texts.get(source) ?? new Map())),
    ),
    next: rows.length > taken.length ? (last ?? null) : null,
  };
}
