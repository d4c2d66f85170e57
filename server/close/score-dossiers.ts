import { type Aggregate, addFindings, emptyAggregate } from '#rules/aggregate.ts';
import { countsIn } from '#rules/counts-in.ts';
import type { Dossier } from '#rules/dossier.ts';
import { dossierFacts } from '#rules/dossier-facts.ts';
import type { DossierFacts, UnitFacts } from '#rules/facts.ts';
import type { Finding } from '#rules/finding.ts';
import { punctuality } from '#rules/punctuality.ts';
import { scoreDossier } from '#rules/score-tt01.ts';
import type { PunctualityStatus } from '#rules/standing.ts';
import type { Statement } from '../store/db.ts';
import { putFinding } from '../store/findings.ts';
import { linkSeqs } from '../store/link-seqs.ts';
import { periodDossiers } from '../store/period-dossiers.ts';
import { newestSelfScores } from '../store/self-scores.ts';
import type { CloseContext } from './context.ts';
import type { FactsHash } from './facts-hash.ts';
import { selfFindings } from './self-findings.ts';
import { addDifference, type PointsOf, pointsOf, type UnitTally } from './unit-tally.ts';

/** What the system and the officer say of the dossier a response is about; lives in memory while the close runs. */
export interface Joined {
  readonly officer: string | null;
  readonly facts: DossierFacts;
  readonly computed: PointsOf;
  readonly self: PointsOf;
}

export interface OfficerTally {
  readonly unit: string;
  computed: Aggregate;
  citizen: Aggregate;
  responses: number;
  dossiers: number;
}

function ended(status: PunctualityStatus): keyof UnitTally['punctuality'] {
  return status === 'early' || status === 'onTime' || status === 'overdue' ? status : 'unknown';
}

/** Lateness (1, 2) counts in the period the deadline fell in, the rest in the period processing ended in. */
function ofPeriod(findings: readonly Finding[], counts: { timeliness: boolean; rest: boolean }): Finding[] {
  return findings.filter(({ indicator }) => (indicator <= 2 ? counts.timeliness : counts.rest));
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
): Promise<void> {
  const { db, keys, tenant, period, on, end, office, choices, snapshot } = ctx;
  // A unit that declares no petition at all has none on any dossier; which dossier one was about is not recorded yet.
  const noPetition = declared?.petitions?.received === 0 ? false : undefined;

  async function page(dossiers: readonly Dossier[]): Promise<void> {
    const counted = dossiers
      .map((dossier) => ({ dossier, counts: countsIn(dossier, period, office, choices) }))
      .filter(({ counts }) => counts.timeliness || counts.rest);
    const codes = counted.map(({ dossier }) => dossier.code);
    const scores = await newestSelfScores(db, tenant, codes);
    const seqs = keys.exists(tenant, period.id)
      ? await linkSeqs(db, keys, tenant, period.id, 'returned', codes)
      : new Map<string, number>();
    const statements: Statement[] = [];
    for (const { dossier, counts } of counted) {
      const score = scores.get(dossier.code);
      hash.add(dossier, score?.values ?? null);
      const facts = dossierFacts(dossier, end, office, choices, noPetition);
      const timing = punctuality(dossier, end, office, choices);
      const beside = { timing: timing.evidence };
      const computed = ofPeriod(scoreDossier(facts, 'computed', choices, on, beside), counts);
      const self = score ? ofPeriod(selfFindings(score, on), counts) : [];
      tally.computed = addFindings(tally.computed, computed);
      tally.self = addFindings(tally.self, self);
      tally.n.dossiers += 1;
      if (score) tally.n.selfScores += 1;
      tally.punctuality[counts.timeliness ? ended(timing.status) : 'otherPeriod'] += 1;
      const points = { computed: pointsOf(computed), self: pointsOf(self) };
      addDifference(tally, points.self, points.computed);
      for (const finding of computed) if (finding.points === null) tally.missing[finding.indicator] = finding.because;
      if (dossier.officer) {
        const known = officers.get(dossier.officer) ?? {
          unit,
          computed: emptyAggregate(),
          citizen: emptyAggregate(),
          responses: 0,
          dossiers: 0,
        };
        known.computed = addFindings(known.computed, computed);
        known.dossiers += 1;
        officers.set(dossier.officer, known);
      }
      const seq = seqs.get(dossier.code);
      if (seq !== undefined) joined.set(seq, { officer: dossier.officer, facts, ...points });
      // Indicator 6 of the records is the unit's own, written once for the unit.
      for (const finding of computed)
        if (finding.indicator !== 6)
          statements.push(putFinding(tenant, snapshot, unit, dossier.code, 'computed', finding));
      for (const finding of self) statements.push(putFinding(tenant, snapshot, unit, dossier.code, 'self', finding));
    }
    if (statements.length) await db.batch(statements);
  }

  for await (const dossiers of periodDossiers(db, tenant, unit, period, choices['period.membership']))
    await page(dossiers);
}
