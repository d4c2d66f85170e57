import { INDICATOR_IDS, type IndicatorId } from '#rules/finding.ts';
import { appraisalReplaces } from '#rules/official.ts';
import type { Tenths } from '#rules/points.ts';
import { rulesetById } from '#rules/rulesets/index.ts';
import type { PointsRuleset } from '#rules/rulesets/ruleset.ts';
import { INDICATOR_NAMES } from '#rules/rulesets/tt01-2018.ts';
import type { Appraisals } from '#wire/appraisal.ts';
import type { Cell } from '#wire/results.ts';
import { appraisalHistory } from '../store/appraisals.ts';
import type { Db } from '../store/db.ts';
import { type DossierPoints, pointsOfDossiers } from '../store/dossier-points.ts';
import type { StoredPeriod } from '../store/periods.ts';
import { settledChoices } from '../store/settled-choices.ts';
import { unitResults } from '../store/snapshots.ts';

const STEPS: readonly Tenths[] = [0, 10, 20];
const EVERY: readonly Tenths[] = Array.from({ length: 21 }, (_, tenths) => tenths);

/**
 * Points an appraisal may give: the steps of the scale where one thing is judged, any tenth where a unit's index is the mean of its
 * dossiers. Empty = the indicator is not one of single dossiers.
 */
export function allowedPoints(ruleset: PointsRuleset, indicator: IndicatorId, ofDossier: boolean): readonly Tenths[] {
  if (ofDossier) return ruleset.perDossier.includes(indicator) ? STEPS : [];
  return ruleset.perUnit.includes(indicator) ? STEPS : EVERY;
}

/** Who looks at the form. */
export interface AppraisalReader {
  readonly actor: string;
  /** Whether this reader may give points now. */
  readonly gives: boolean;
}

type Points = Readonly<Partial<Record<IndicatorId, Tenths | null>>>;

const cellOf = (points: Points | undefined, indicator: IndicatorId): Cell | null => {
  const value = points?.[indicator];
  return value === undefined ? null : { points: value, n: 1, because: null };
};

/**
 * What a reviewer sees of a unit in a period: the series beside each other and every appraisal; `dossier` '' = the unit as a whole. Of a
 * dossier, what the officer and the system gave is hidden from whoever may give points until points are given: who has seen them first
 * follows them.
 */
export async function appraisalRows(
  db: Db,
  tenant: string,
  period: StoredPeriod,
  unit: string,
  dossier: string,
  { actor, gives }: AppraisalReader,
): Promise<Appraisals> {
  const ruleset = rulesetById<PointsRuleset>(period.ruleset);
  const choices = settledChoices(period.choices);
  const results = period.snapshot && dossier === '' ? await unitResults(db, tenant, period.snapshot) : [];
  const own = results.find((result) => result.unit === unit);
  const history = (await appraisalHistory(db, tenant, period.period, unit, dossier)).reverse();
  const [found] =
    period.snapshot && dossier !== ''
      ? await pointsOfDossiers(db, tenant, period.snapshot, unit, [dossier])
      : ([] as DossierPoints[]);
  const rows = INDICATOR_IDS.map((indicator) => {
    const series = own?.rows.find((row) => row.indicator === indicator);
    const revisions = history.filter((each) => each.indicator === indicator);
    const blind = dossier !== '' && gives && !revisions.some((each) => each.actor === actor && each.points !== null);
    return {
      indicator,
      blind,
      label: INDICATOR_NAMES[indicator],
      allowed: [...allowedPoints(ruleset, indicator, dossier !== '')],
      replaces: dossier === '' && appraisalReplaces(indicator, choices),
      citizen: series?.citizen ?? null,
      computed: blind ? null : (series?.computed ?? cellOf(found?.computed, indicator)),
      self: blind ? null : (series?.self ?? cellOf(found?.self, indicator)),
      appraised: revisions[0]?.points ?? null,
      history: revisions.map(({ points, reason, actor, at }) => ({ points, reason, actor, at })),
    };
  });
  return { rows: rows.filter(({ allowed }) => allowed.length > 0) };
}
