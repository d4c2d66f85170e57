import { addFindings } from '#rules/aggregate.ts';
import { addDays } from '#rules/calendar/date.ts';
import { scoreUnit } from '#rules/score-tt01.ts';
import { SMALLEST_GROUP } from '../figures/suppress.ts';
import type { DossierFindings } from '../store/findings.ts';
import type { JointCount } from '../store/joint-counts.ts';
import { besideDossiers } from '../store/period-dossiers.ts';
import { scoredFactsOrNull } from '../store/scored-facts.ts';
import type { SnapshotCounts } from '../store/snapshot-counts.ts';
import type { MisreadingRow } from '../store/snapshot-misreadings.ts';
import type { SnapshotSums } from '../store/snapshot-sums.ts';
import { unitsIn } from '../store/unit-spans.ts';
import type { StoredUnit } from '../store/units.ts';
import { fillAnswers } from './answer-sums.ts';
import { checksSink } from './checks-sink.ts';
import type { CloseContext } from './context.ts';
import { type CountSink, countSinks, sunkCounts } from './count-sinks.ts';
import { groupedHash, orderedHash } from './facts-hash.ts';
import type { FindingWriter } from './finding-writer.ts';
import { type JoinedAnswers, joinedAnswers } from './joined-answers.ts';
import { jointTable } from './joint-table.ts';
import type { Checked } from './judge-checks.ts';
import { keptOfficers } from './kept-officers.ts';
import { keptRows } from './kept-rows.ts';
import { keptSums } from './kept-sums.ts';
import { misreadings } from './misread.ts';
import { expectedAnswers, expectedDossiers } from './period-counts.ts';
import type { Progress } from './progress.ts';
import { scoreDossiers } from './score-dossiers.ts';
import { scoreResponses } from './score-responses.ts';
import { emptyTally, type UnitGathered } from './unit-tally.ts';

/** What one pass over dossiers and answers leaves. */
export interface Gathered {
  readonly sums: SnapshotSums;
  readonly joint: readonly JointCount[];
  readonly misread: readonly MisreadingRow[];
  readonly counts: SnapshotCounts;
  readonly checked: Checked;
  /** Hash of every fact read. */
  readonly records: string;
}

/** Where the way through is told and findings go; absent = nothing is written. */
export interface GatherSinks {
  readonly progress: Progress;
  readonly writer: FindingWriter;
  /** Unit → hash of what its findings were written from before. */
  readonly written: ReadonlyMap<string, string>;
}

interface UnitPass {
  readonly gathered: UnitGathered;
  readonly factsHash: string;
  /** Of the facts and the choices its findings follow from. */
  readonly findingsHash: string;
}

/** One pass over the dossiers and the facts of a unit. @param writer `null` = findings are not written. */
async function unitPass(
  ctx: CloseContext,
  unit: StoredUnit,
  joined: JoinedAnswers | null,
  counts: readonly CountSink[],
  progress: Progress | null,
  writer: FindingWriter | null,
): Promise<UnitPass> {
  const { db, tenant, period, choices, on } = ctx;
  const gathered: UnitGathered = { unit, tally: emptyTally(), officers: new Map() };
  const { tally } = gathered;
  const hash = orderedHash();
  writer?.begin(unit.unit);
  for (const sink of counts) sink.begin(unit.unit);
  const put = (found: DossierFindings) => writer?.add(found);
  const scored = await scoredFactsOrNull(db, tenant, { ...period, period: period.id }, unit.unit);
  const facts = scored?.facts ?? null;
  await scoreDossiers(ctx, gathered, facts, {
    joined,
    hash,
    put,
    counts,
    async onPage(read) {
      await writer?.step();
      await progress?.step(read, unit.unit);
    },
  });
  for await (const page of besideDossiers(db, tenant, unit.unit, period, choices['period.membership']))
    for (const dossier of page) for (const sink of counts) sink.addBeside?.(dossier);
  hash.add(unit.unit, facts);
  // A level that ended within the period has no numbers after its last day.
  const lastOn = unit.to !== null && unit.to < period.to ? addDays(unit.to, -1) : on;
  const findings = scoreUnit(facts ?? {}, choices, lastOn);
  // What the system counted for the unit is no evaluation of its own.
  tally.declared = scored?.declared ?? false;
  tally.stated = facts ?? {};
  tally.unit = addFindings(tally.unit, findings);
  for (const finding of findings) if (finding.points === null) tally.missing[finding.indicator] = finding.because;
  put({ dossier: '', computed: findings, self: [], own: [] });
  const factsHash = hash.digest();
  const follows = orderedHash();
  follows.add(factsHash, choices);
  const findingsHash = follows.digest();
  await writer?.end(findingsHash);
  return { gathered, factsHash, findingsHash };
}

/**
 * Reads every dossier of the period and, where they can be joined, every answer; memory does not grow with them.
 * @param joins false = the citizen part is not read at all.
 */
export async function gather(ctx: CloseContext, joins: boolean, sinks: GatherSinks | null): Promise<Gathered> {
  const { db, tenant, period } = ctx;
  const joined = joins ? joinedAnswers() : null;
  const checks = checksSink(ctx);
  const counts = [...countSinks(ctx), checks];
  const records = orderedHash();
  const units = new Map<string, UnitGathered>();
  await sinks?.progress.begin('dossiers', await expectedDossiers(db, tenant, period, ctx.choices['period.membership']));
  for (const unit of await unitsIn(db, tenant, period)) {
    const before = sinks?.written.get(unit.unit);
    const pass = (writes: boolean) =>
      unitPass(ctx, unit, joined, counts, sinks?.progress ?? null, writes && sinks ? sinks.writer : null);
    let done = await pass(before === undefined);
    // Its facts, or the choices asked for, are others than those its findings were written from before the interruption.
    if (before !== undefined && before !== done.findingsHash) done = await pass(true);
    units.set(unit.unit, done.gathered);
    records.add(unit.unit, done.factsHash);
  }
  const joint = jointTable();
  const isKept = (unit: string) => (units.get(unit)?.tally.n.official ?? 0) >= SMALLEST_GROUP;
  if (joined) {
    const answers = groupedHash();
    await sinks?.progress.begin('answers', await expectedAnswers(db, tenant, period.id));
    const onPage = async (read: number) => sinks?.progress.step(read);
    await scoreResponses(ctx, units, { joined, joint, hash: answers, onPage });
    // What so few said is not kept, and could be tried out against a hash that is.
    records.add(answers.digest(isKept));
    await fillAnswers(ctx, checks.units());
  }
  const all = [...units.values()];
  const rows: JointCount[] = [];
  const misread = misreadings();
  for (const each of all) {
    const { unit } = each.unit;
    const kept = keptRows(joint.takeAlike(unit), keptOfficers(each));
    if (isKept(unit)) misread.add(kept.blocks);
    for (const { citizen, ...row } of kept.rows) rows.push(...[...citizen].map(([b, n]) => ({ unit, ...row, b, n })));
  }
  return {
    sums: keptSums(all),
    joint: rows,
    misread: misread.rows(),
    counts: sunkCounts(counts),
    checked: {
      units: checks.units(),
      declared: new Set(all.filter(({ tally }) => tally.declared).map(({ unit }) => unit.unit)),
    },
    records: records.digest(),
  };
}
