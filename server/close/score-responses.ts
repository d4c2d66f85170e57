import type { IndicatorId } from '#rules/finding.ts';
import { addPoints } from '#rules/period-sums.ts';
import { countsOfficially } from '#rules/proof.ts';
import { scoreAnswer, scoringContext } from '#rules/score-record.ts';
import { answersToFacts } from '#rules/surveys/answers-to-facts.ts';
import { findSurvey } from '#rules/surveys/index.ts';
import { satisfied } from '#rules/surveys/satisfied.ts';
import type { Proof } from '#wire/response.ts';
import type { CloseContext } from './context.ts';
import type { JoinedAnswers } from './joined-answers.ts';
import type { JointTable } from './joint-table.ts';
import { saidOf } from './misread.ts';
import { officerIn, type UnitGathered } from './unit-tally.ts';

interface Row {
  seq: number;
  unit: string;
  survey: string;
  version: number;
  proof: Proof;
  answers: string;
}

const PAGE = 1000;

/** Where what the answers say goes, beside the sums. */
export interface AnswerSinks {
  readonly joined: JoinedAnswers;
  readonly joint: JointTable;
  readonly hash: { add(unit: string, fact: unknown): void };
  /** Called after each page. @param read answers of the page. */
  onPage(read: number): Promise<void>;
}

/**
 * One pass over the responses of the period, stage `returned`: points for the citizen series of each unit, and, where the
 * response is joined to a dossier of the period, joint counts and the officer's citizen series. Nothing of a single answer is
 * written. What counts of an answer is for the rules to say (`scoreAnswer`): one that is joined follows its dossier.
 */
export async function scoreResponses(
  ctx: CloseContext,
  units: ReadonlyMap<string, UnitGathered>,
  { joined, joint, hash, onPage }: AnswerSinks,
): Promise<void> {
  const { db, tenant, period, office, choices } = ctx;
  // Petitions are the dossiers' to tell, not the citizens'.
  const context = scoringContext(period, office, choices, false);

  function score(row: Row, { tally, officers }: UnitGathered): void {
    const survey = findSurvey(row.survey, row.version);
    if (!survey) return;
    const { seq, ...content } = row;
    hash.add(row.unit, content);
    if (!countsOfficially(row.proof, choices)) {
      tally.n[row.proof === 'officerLink' ? 'officerLink' : 'open'] += 1;
      return;
    }
    const answers = JSON.parse(row.answers) as Record<string, string>;
    const match = joined.get(seq);
    const { points, enters } = scoreAnswer({ ...answersToFacts(survey, answers), proof: row.proof }, match, context);
    const officer = (code: string) => officerIn(officers, code);
    if (enters) addPoints('citizen', points, match?.owners ?? {}, { unit: tally.sums, officer });
    tally.n.official += 1;
    const pleased = satisfied(survey, answers);
    if (pleased !== null) {
      tally.satisfaction.n += 1;
      if (pleased) tally.satisfaction.satisfied += 1;
    }
    if (!match) return;
    const given = Object.entries(points).filter((each): each is [string, number] => typeof each[1] === 'number');
    const ofIndicators = new Map(given.map(([id, value]) => [Number(id) as IndicatorId, value]));
    joint.add(row.unit, match, { points: ofIndicators, said: saidOf(survey, answers) });
  }

  for (let after = 0; ; ) {
    const rows = await db.all<Row>(
      `select seq, unit, survey, version, proof, answers from responses
       where tenant = ? and period = ? and seq > ? and stage = 'returned' order by seq limit ?`,
      [tenant, period.id, after, PAGE],
    );
    for (const row of rows) {
      const unit = units.get(row.unit);
      if (unit) score(row, unit);
    }
    after = rows.at(-1)?.seq ?? after;
    await onPage(rows.length);
    if (rows.length < PAGE) return;
  }
}
