import { addFindings, emptyAggregate, type Indices } from '#rules/aggregate.ts';
import { addDays } from '#rules/calendar/date.ts';
import type { Judged } from '#rules/checks/flag.ts';
import type { UnitFacts } from '#rules/facts.ts';
import { INDICATOR_IDS } from '#rules/finding.ts';
import type { IsoDate } from '#rules/law.ts';
import type { Appraised } from '#rules/official.ts';
import { asPooled, pooledFacts } from '#rules/pooled-facts.ts';
import { scoreUnit } from '#rules/score-tt01.ts';
import type { UnitResult } from '#wire/results.ts';
import { Refusal } from '../refusal.ts';
import { appraisedOf } from '../store/appraisals.ts';
import type { Db } from '../store/db.ts';
import type { StoredPeriod } from '../store/periods.ts';
import { snapshotCounts } from '../store/snapshot-counts.ts';
import { misreadingsOf } from '../store/snapshot-misreadings.ts';
import { type KeptSeries, sumsOrNull, type UnitSums } from '../store/snapshot-sums.ts';
import { unitResults } from '../store/snapshots.ts';
import { unitFactsOf } from '../store/unit-facts.ts';
import { unitsOf } from '../store/units.ts';
import type { Judging } from './context.ts';
import { orderedHash } from './facts-hash.ts';
import { meanResult } from './mean-of-quarters.ts';
import { addedMisreadings } from './misread.ts';
import { pooledOfficers, pooledUnit } from './pool-sums.ts';
import { judgingOf, type LoadedQuarter, type Quarter } from './quarters.ts';
import { ranked } from './rank.ts';
import type { SnapshotBody } from './snapshot-body.ts';
import { officialOf, unitResult } from './unit-result.ts';
import { yearCounts } from './year-counts.ts';
import { officersOfYear } from './year-officers.ts';

const NOT_APPRAISED: Appraised = {};
const NOTHING_JUDGED: Judged = { flags: [], judged: [] };

/** @throws Refusal 409 `snapshot.sumless` for a quarter closed before sums were kept. */
async function loaded(db: Db, tenant: string, quarter: Quarter): Promise<LoadedQuarter> {
  const { snapshot } = quarter.snapshot;
  const sums = await sumsOrNull(db, tenant, snapshot);
  if (sums) {
    const [results, misread] = [await unitResults(db, tenant, snapshot), await misreadingsOf(db, tenant, snapshot)];
    return { ...quarter, sums, results, misread, counts: await snapshotCounts(db, tenant, snapshot) };
  }
  throw new Refusal(
    409,
    'snapshot.sumless',
    `Bản chốt ${snapshot} do bản phần mềm trước làm nên không giữ tổng để cộng năm. Tính lại hoặc đính chính quý đó trước.`,
  );
}

/** One unit in one quarter. */
interface OwnQuarter {
  readonly part: LoadedQuarter;
  readonly sums: UnitSums;
  readonly result: UnitResult;
}

function quartersOfUnit(parts: readonly LoadedQuarter[], unit: string): OwnQuarter[] {
  const own: OwnQuarter[] = [];
  for (const part of parts) {
    const sums = part.sums.units.find((each) => each.unit === unit);
    const result = part.results.find((each) => each.unit === unit);
    if (!sums || !result) continue;
    own.push({ part, sums, result });
  }
  return own;
}

/** What was said of a unit's year itself. */
interface GivenToYear {
  /** `null` = nothing, so those of its quarters are taken together. */
  readonly facts: UnitFacts | null;
  readonly appraised: Appraised;
}

/** The findings on the facts of the year, as sums. @param on the last day on which the unit's level had numbers. */
function factSums(
  facts: UnitFacts | null,
  quarters: readonly OwnQuarter[],
  { choices }: Judging,
  on: IsoDate,
): Pick<UnitSums, 'facts' | 'missing' | 'stated'> {
  const stated = facts ?? pooledFacts(quarters.map(({ sums }) => sums.stated));
  const scored = scoreUnit(stated, choices, on);
  const findings = facts ? scored : scored.map(asPooled);
  const sums = addFindings(emptyAggregate(), findings);
  const kept = INDICATOR_IDS.filter((id) => sums[id].n > 0).map((id) => [id, [sums[id].sum, sums[id].n]]);
  const missing = findings
    .filter(({ points }) => points === null)
    .map(({ indicator, because }) => [indicator, because]);
  return { facts: Object.fromEntries(kept) as KeptSeries, missing: Object.fromEntries(missing), stated };
}

interface UnitOfYear {
  readonly sums: UnitSums;
  readonly result: UnitResult;
  readonly official: Indices;
}

/** One unit over the quarters it was in, judged by the day's rules of its last one. */
function unitOfYear(
  own: readonly [OwnQuarter, ...OwnQuarter[]],
  endsOn: IsoDate | null,
  { facts, appraised }: GivenToYear,
): UnitOfYear {
  const judging = judgingOf((own.at(-1) ?? own[0]).part);
  const { on } = judging;
  const lastOn = endsOn !== null && endsOn <= on ? addDays(endsOn, -1) : on;
  const [first, ...rest] = own;
  const ofFacts = factSums(facts, own, judging, lastOn);
  const sums = pooledUnit([first.sums, ...rest.map((quarter) => quarter.sums)], ofFacts);
  const pooled = { sums, result: unitResult(judging, sums, appraised), official: officialOf(judging, sums, appraised) };
  if (judging.choices['year.pool'] === 'dossiers') return pooled;
  const results = own.map(({ result }) => result);
  return { sums, ...meanResult(judging, pooled.result, results, sums.evaluated, appraised) };
}

/**
 * A year from the snapshots of its quarters (`rules/pooled-year.ts`, choice `year.pool`): no dossier and no answer is read.
 * @throws Refusal 409 `snapshot.sumless`.
 */
export async function yearBody(
  db: Db,
  tenant: string,
  year: StoredPeriod,
  quarters: readonly Quarter[],
  name: string,
): Promise<SnapshotBody> {
  const parts: LoadedQuarter[] = [];
  for (const quarter of quarters) parts.push(await loaded(db, tenant, quarter));
  const appraised = await appraisedOf(db, tenant, year.period);
  const ended = new Map((await unitsOf(db, tenant)).map(({ unit, to }) => [unit, to]));
  const declared = new Map((await unitFactsOf(db, tenant, year.period, null)).map(({ unit, facts }) => [unit, facts]));
  const hash = orderedHash();
  const made = parts.map(({ snapshot: { snapshot, factsHash, contentHash } }) => [snapshot, factsHash, contentHash]);
  hash.add(made, [...appraised].sort());
  const units: UnitOfYear[] = [];
  for (const unit of [...new Set(parts.flatMap(({ sums }) => sums.units.map((each) => each.unit)))].sort()) {
    const [first, ...rest] = quartersOfUnit(parts, unit);
    if (!first) continue;
    const given = { facts: declared.get(unit) ?? null, appraised: appraised.get(unit) ?? NOT_APPRAISED };
    hash.add(unit, given.facts);
    units.push(unitOfYear([first, ...rest], ended.get(unit) ?? null, given));
  }
  return {
    units: ranked(units.map(({ result }) => result)),
    officers: officersOfYear(parts, new Map(units.map(({ sums, official }) => [sums.unit, official]))),
    sums: {
      units: units.map(({ sums }) => sums),
      officers: pooledOfficers(parts.flatMap(({ sums }) => sums.officers)),
    },
    joint: [],
    counts: yearCounts(parts.map(({ counts }) => counts)),
    // What a year is made of was asked about quarter by quarter; its own sums would ask the same once more.
    judged: NOTHING_JUDGED,
    misread: addedMisreadings(parts.map(({ misread }) => misread)),
    factsHash: hash.digest(),
    origin: { records: null, citizenFrozenFrom: null, findingsOf: name },
  };
}
