import type { Dossier } from '#rules/dossier.ts';
import type { DossierFacts, UnitFacts } from '#rules/facts.ts';
import { addRecord, type Owners, ownersOf, type PeriodSums } from '#rules/period-sums.ts';
import { counts, findingsOf, type JoinedDossier, scoreRecord, scoringContext } from '#rules/score-record.ts';
import type { Statement } from '../store/db.ts';
import { putFinding } from '../store/findings.ts';
import { linkSeqs } from '../store/link-seqs.ts';
import { periodDossiers } from '../store/period-dossiers.ts';
import { newestSelfScores, type StoredSelfScore } from '../store/self-scores.ts';
import type { CloseContext } from './context.ts';
import type { FactsHash } from './facts-hash.ts';
import { type OfficerTally, officerTally } from './officer-tally.ts';
import { selfFindings } from './self-findings.ts';
import { addDifference, type PointsOf, pointsOf, type UnitTally } from './unit-tally.ts';

/** What the system and the officer say of the dossier a response is about; lives in memory while the close runs. */
export interface Joined extends JoinedDossier {
  readonly owners: Owners;
  readonly computed: PointsOf;
  readonly self: PointsOf;
}

/** How a dossier is counted among the timely: a result at filing has no time to compare. */
function timeOf({ punctuality }: DossierFacts): keyof UnitTally['punctuality'] {
  return punctuality === undefined || punctuality === 'onSpot' ? 'unknown' : punctuality;
}

/** What the officer confirmed, without what was left empty. */
function confirmed({ values }: StoredSelfScore): PointsOf {
  return Object.fromEntries(
    Object.entries(values).flatMap(([id, value]) => (value && value.points !== null ? [[id, value.points]] : [])),
  );
}

/**
 * Scores every dossier of `unit` that counts in the period, for the computed and self series; writes a finding for each and
 * returns, by place of the response, what can be compared with a citizen's answer.
 */
export async function scoreDossiers(
  ctx: CloseContext,
  unit: string,
  declared: UnitFacts | null,
  tally: UnitTally,
  officers: Map<string, OfficerTally>,
  joined: Map<number, Joined>,
  hash: FactsHash,
  write: boolean,
): Promise<void> {
  const { db, keys, tenant, period, on, office, choices, snapshot } = ctx;
  // A unit that declares no petition at all has none on any dossier; which dossier one was about is not recorded yet.
  const noPetition = declared?.petitions?.received === 0;
  const context = scoringContext(period, office, choices, noPetition);
  const sums: PeriodSums = { unit: tally.sums, officer: (code) => officerTally(officers, code, unit) };

  async function page(dossiers: readonly Dossier[]): Promise<void> {
    const known = await newestSelfScores(
      db,
      tenant,
      dossiers.map(({ code }) => code),
    );
    const counted = dossiers
      .map((dossier) => {
        const score = known.get(dossier.code);
        return {
          dossier,
          score,
          scored: scoreRecord(score ? { dossier, self: confirmed(score) } : { dossier }, context),
        };
      })
      .filter(({ scored: { counted: parts } }) => parts.timeliness || parts.rest);
    const codes = counted.map(({ dossier }) => dossier.code);
    const seqs = keys.exists(tenant, period.id)
      ? await linkSeqs(db, keys, tenant, period.id, 'returned', codes)
      : new Map<string, number>();
    const statements: Statement[] = [];
    for (const { dossier, score, scored } of counted) {
      const { facts, counted: parts } = scored;
      hash.add(dossier, score?.values ?? null);
      const computed = findingsOf(scored, 'computed');
      const self = (score ? selfFindings(score, on) : []).filter(({ indicator }) => counts(indicator, parts));
      const owners = ownersOf(scored, choices);
      addRecord(scored, owners, sums);
      tally.n.dossiers += 1;
      if (score) tally.n.selfScores += 1;
      tally.punctuality[parts.timeliness ? timeOf(facts) : 'otherPeriod'] += 1;
      const points = { computed: pointsOf(computed), self: pointsOf(self) };
      addDifference(tally, points.self, points.computed);
      for (const finding of computed) if (finding.points === null) tally.missing[finding.indicator] = finding.because;
      const seq = seqs.get(dossier.code);
      if (seq !== undefined) joined.set(seq, { owners, facts, counted: parts, ...points });
      // Indicator 6 of the records is the unit's own, written once for the unit.
      for (const finding of computed)
        if (finding.indicator !== 6)
          statements.push(putFinding(tenant, snapshot, unit, dossier.code, 'computed', finding));
      for (const finding of self) statements.push(putFinding(tenant, snapshot, unit, dossier.code, 'self', finding));
    }
    if (write && statements.length) await db.batch(statements);
  }

  for await (const dossiers of periodDossiers(db, tenant, unit, period, choices['period.membership']))
    await page(dossiers);
}
