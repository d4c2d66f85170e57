import { addFindings } from '#rules/aggregate.ts';
import { addDays } from '#rules/calendar/date.ts';
import { scoreUnit } from '#rules/score-tt01.ts';
import type { UnitResult } from '#wire/results.ts';
import type { Statement } from '../store/db.ts';
import { putFinding } from '../store/findings.ts';
import { deleteUnfinished, putOfficerResult, putUnitResult } from '../store/snapshots.ts';
import { unitFactsOrNull } from '../store/unit-facts.ts';
import { type CloseContext, unitsIn } from './context.ts';
import { createFactsHash } from './facts-hash.ts';
import { createJointCounts } from './joint-counts.ts';
import { officerResult } from './officer-result.ts';
import type { OfficerTally } from './officer-tally.ts';
import { ranked } from './rank.ts';
import { type Joined, scoreDossiers } from './score-dossiers.ts';
import { scoreResponses } from './score-responses.ts';
import { officialOf, unitResult } from './unit-result.ts';
import { emptyTally, type UnitTally } from './unit-tally.ts';

/** Everything of the snapshot but the snapshot itself; begun afresh when a close is resumed. */
export async function compute(
  ctx: CloseContext,
  write = true,
): Promise<{ results: UnitResult[]; statements: Statement[]; factsHash: string }> {
  const { db, tenant, period, choices, on, snapshot } = ctx;
  if (write) await db.batch(deleteUnfinished(tenant, snapshot));
  const hash = createFactsHash();
  const joint = createJointCounts();
  const tallies = new Map<string, UnitTally>();
  const officers = new Map<string, OfficerTally>();
  const joined = new Map<number, Joined>();
  const units = await unitsIn(db, tenant, period);
  for (const { unit, to } of units) {
    const tally = emptyTally();
    tallies.set(unit, tally);
    const facts = await unitFactsOrNull(db, tenant, period.id, unit);
    await scoreDossiers(ctx, unit, facts, tally, officers, joined, hash, write);
    hash.add(unit, facts);
    // A level that ended within the period has no numbers after its last day.
    const lastOn = to !== null && to < period.to ? addDays(to, -1) : on;
    const findings = scoreUnit(facts ?? {}, choices, lastOn);
    tally.declared = facts !== null && Object.keys(facts).length > 0;
    tally.unit = addFindings(tally.unit, findings);
    if (write) await db.batch(findings.map((finding) => putFinding(tenant, snapshot, unit, '', 'computed', finding)));
    for (const finding of findings) if (finding.points === null) tally.missing[finding.indicator] = finding.because;
  }
  await scoreResponses(ctx, tallies, officers, joined, joint, hash);
  const results = ranked(units.map((unit) => unitResult(ctx, unit, tallies.get(unit.unit) ?? emptyTally())));
  return {
    results,
    statements: [
      ...results.map((result) => putUnitResult(tenant, snapshot, result)),
      ...[...officers].map(([code, tally]) => {
        const ofUnit = officialOf(ctx, tallies.get(tally.unit) ?? emptyTally());
        return putOfficerResult(tenant, snapshot, officerResult(ctx, code, tally, ofUnit));
      }),
      ...joint.statements(tenant, snapshot),
    ],
    factsHash: hash.digest(),
  };
}
