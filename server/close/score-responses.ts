import type { IndicatorId } from '#rules/finding.ts';
import { addPoints } from '#rules/period-sums.ts';
import { countsOfficially } from '#rules/proof.ts';
import { scoreAnswer, scoringContext } from '#rules/score-record.ts';
import { answersToFacts } from '#rules/surveys/answers-to-facts.ts';
import { findSurvey } from '#rules/surveys/index.ts';
import { satisfied } from '#rules/surveys/satisfied.ts';
import type { Proof } from '#wire/response.ts';
import type { CloseContext } from './context.ts';
import type { FactsHash } from './facts-hash.ts';
import type { JointCounts } from './joint-counts.ts';
import { type OfficerTally, officerTally } from './officer-tally.ts';
import type { Joined } from './score-dossiers.ts';
import type { UnitTally } from './unit-tally.ts';

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
 * response is joined to a dossier of the period, joint counts and the officer's citizen series. Nothing of a single answer is
 * written. What counts of an answer is for the rules to say (`scoreAnswer`): one that is joined follows its dossier.
 */
export async function scoreResponses(
  ctx: CloseContext,
  tallies: ReadonlyMap<string, UnitTally>,
  officers: Map<string, OfficerTally>,
  joined: ReadonlyMap<number, Joined>,
  joint: JointCounts,
  hash: FactsHash,
): Promise<void> {
  const { db, tenant, period, office, choices } = ctx;
  // Petitions are the dossiers' to tell, not the citizens'.
  const context = scoringContext(period, office, choices, false);
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
      const match = joined.get(row.seq);
      const answer = { ...answersToFacts(survey, answers), proof: row.proof };
      const { points, enters } = scoreAnswer(answer, match ?? null, context);
      const officer = (code: string) => officerTally(officers, code, row.unit);
      if (enters) addPoints('citizen', points, match?.owners ?? {}, { unit: tally.sums, officer });
      tally.n.official += 1;
      const pleased = satisfied(survey, answers);
      if (pleased !== null) {
        tally.satisfaction.n += 1;
        if (pleased) tally.satisfaction.satisfied += 1;
      }
      if (!match) continue;
      for (const [key, value] of Object.entries(points)) {
        const indicator = Number(key) as IndicatorId;
        if (value !== null) joint.add(row.unit, match.owners[indicator] ?? null, { [indicator]: value }, match);
      }
    }
    if (rows.length < PAGE) return;
  }
}
