import { addFindings } from '#rules/aggregate.ts';
import { countsOfficially } from '#rules/proof.ts';
import { scoringContext } from '#rules/score-record.ts';
import { scoreDossier } from '#rules/score-tt01.ts';
import { answersToFacts } from '#rules/surveys/answers-to-facts.ts';
import { findSurvey } from '#rules/surveys/index.ts';
import { satisfied } from '#rules/surveys/satisfied.ts';
import type { Proof } from '#wire/response.ts';
import type { CloseContext } from './context.ts';
import type { FactsHash } from './facts-hash.ts';
import type { JointCounts } from './joint-counts.ts';
import { addToOwners, type OfficerTally } from './owners.ts';
import type { Joined } from './score-dossiers.ts';
import { pointsOf, type UnitTally } from './unit-tally.ts';

interface Row {
  seq: number;
  unit: string;
  survey: string;
  version: number;
  proof: Proof;
  answers: string;
}

const PAGE = 1000;

/**
 * One pass over the responses of the period, stage `returned`: points for the citizen series of each unit, and, where the
 * response is joined to a dossier, joint counts and the officer's citizen series. Nothing of a single answer is written.
 */
export async function scoreResponses(
  ctx: CloseContext,
  tallies: ReadonlyMap<string, UnitTally>,
  officers: ReadonlyMap<string, OfficerTally>,
  joined: ReadonlyMap<number, Joined>,
  joint: JointCounts,
  hash: FactsHash,
): Promise<void> {
  const { db, tenant, period, office, choices, on } = ctx;
  // Which indicators an answer must have to count at all (choice `denominator`); petitions are not the citizens' to tell.
  const needed = scoringContext(period, office, choices, false).needed.citizen;
  for (let after = 0; ; ) {
    const rows = await db.all<Row>(
      `select seq, unit, survey, version, proof, answers from responses
       where tenant = ? and period = ? and seq > ? and stage = 'returned' order by seq limit ?`,
      [tenant, period.id, after, PAGE],
    );
    for (const row of rows) {
      after = row.seq;
      const tally = tallies.get(row.unit);
      const survey = findSurvey(row.survey, row.version);
      if (!tally || !survey) continue;
      const { seq, ...content } = row;
      hash.addLoose(content);
      if (!countsOfficially(row.proof, choices)) {
        tally.n[row.proof === 'officerLink' ? 'officerLink' : 'open'] += 1;
        continue;
      }
      const answers = JSON.parse(row.answers) as Record<string, string>;
      const { facts, legacy } = answersToFacts(survey, answers);
      const match = joined.get(row.seq);
      const findings = scoreDossier(facts, 'citizen', choices, on, { legacy, ...(match && { computed: match.facts }) });
      const points = pointsOf(findings);
      const enters = needed.every((id) => points[id] !== undefined);
      if (enters) tally.citizen = addFindings(tally.citizen, findings);
      tally.n.official += 1;
      const pleased = satisfied(survey, answers);
      if (pleased !== null) {
        tally.satisfaction.n += 1;
        if (pleased) tally.satisfaction.satisfied += 1;
      }
      if (!match) continue;
      for (const { indicator } of findings)
        joint.add(row.unit, match.owners[indicator] ?? null, { [indicator]: points[indicator] }, match);
      if (enters) addToOwners(officers, match.owners, 'citizen', findings);
    }
    if (rows.length < PAGE) return;
  }
}
