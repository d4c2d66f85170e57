import { rulesetById } from '#rules/rulesets/index.ts';
import type { PointsRuleset } from '#rules/rulesets/ruleset.ts';
import type { PublicResults } from '#wire/results.ts';
import type { Db } from '../../store/db.ts';
import { settledChoices } from '../../store/settled-choices.ts';
import { snapshotOrNull } from '../../store/snapshots.ts';
import { publicDistributions } from '../public-distributions.ts';
import { publicAnswerLevels } from './answer-levels.ts';
import { openHead } from './report-head.ts';
import { publicReview } from './report-review.ts';
import type { ReportSource } from './report-source.ts';
import { publicUnits } from './report-unit.ts';

/** What the public may read, and nothing that is not in `results` or in the published answers. */
export async function publicSource(db: Db, results: PublicResults, at: Date): Promise<ReportSource> {
  const { tenant, tenantName, watermark, period, snapshot, units, choices, faults, faultReason, errata } = results;
  const stored = await snapshotOrNull(db, tenant, snapshot.snapshot);
  const current = results.supersededBy === null;
  const distributions = current ? await publicDistributions(db, tenant, period.period, at) : null;
  const answers = distributions ? publicAnswerLevels(distributions) : [];
  return {
    ...{ tenant, tenantName, watermark, audience: 'public', period, snapshot, draft: false },
    units: publicUnits(units),
    choices: settledChoices(stored?.choices ?? '{}'),
    readings: choices,
    ruleset: rulesetById<PointsRuleset>(period.ruleset as PointsRuleset['id']),
    faults,
    faultReason,
    errata: errata.filter((each) => each.snapshot === snapshot.snapshot),
    officers: null,
    time: null,
    beside: null,
    review: await publicReview(db, tenant, period.period),
    answers,
    surveys: answers.map(({ survey }) => survey),
    head: openHead(tenantName),
    own: {},
  };
}
