import type { Acts } from '#rules/acts.ts';
import { DEFAULT_OFFICE } from '#rules/calendar/working-time.ts';
import { type Choices, DEFAULT_CHOICES } from '#rules/choices.ts';
import type { Dossier } from '#rules/dossier.ts';
import type { DossierRecord, Proof } from '#rules/dossier-record.ts';
import type { DossierFacts, UnitFacts } from '#rules/facts.ts';
import type { IndicatorId } from '#rules/finding.ts';
import type { Appraised } from '#rules/official.ts';
import { type Period, quarter } from '#rules/period.ts';
import { rulesetById } from '#rules/rulesets/index.ts';
import type { PointsRuleset, PointsRulesetId } from '#rules/rulesets/ruleset.ts';
import { type PeriodScore, scorePeriod } from '#rules/score-period.ts';
import { dossierOf } from '../dossier-of.ts';
import type { LawCase } from './case.ts';

/** One dossier: what differs from one that was promised for 15/10/2021 and done the day before. */
export interface RecordGiven {
  readonly dossier?: Partial<Dossier>;
  /** Absent = nobody answered. */
  readonly citizen?: DossierFacts;
  readonly proof?: Proof;
  readonly self?: DossierRecord['self'];
  readonly petition?: boolean | null;
  readonly acts?: Acts;
}

export interface PeriodGiven {
  readonly records: readonly RecordGiven[];
  readonly unitFacts?: UnitFacts;
  readonly appraised?: Appraised;
  readonly evaluated?: boolean;
  readonly ruleset?: PointsRulesetId;
  readonly choices?: Partial<Choices>;
  /** The official indices to look at. */
  readonly show: readonly IndicatorId[];
}

export interface PeriodExpect {
  /** Value in tenths and number of dossiers behind it. */
  readonly indices: readonly (readonly [value: number | null, n: number])[];
  readonly label: string | null;
  readonly satisfaction?: string;
}

export function recordOf({ dossier, citizen, proof = 'receipt', self, petition, acts }: RecordGiven): DossierRecord {
  return {
    dossier: dossierOf({
      state: 'ready',
      received: '2021-10-04T08:00',
      promised: '2021-10-15T17:00',
      ready: '2021-10-14T10:00',
      officer: 'CB-01',
      ...dossier,
    }),
    ...(citizen && { citizen: { facts: citizen, proof } }),
    ...(self && { self }),
    ...(petition !== undefined && { verifiedPetition: petition }),
    ...(acts && { acts }),
  };
}

/** The quarter that ends on `on`. */
export function quarterEnding(on: string): Period {
  return quarter(Number(on.slice(0, 4)), (Number(on.slice(5, 7)) / 3) as 1 | 2 | 3 | 4);
}

export function scoreGiven(given: PeriodGiven, on: string): PeriodScore {
  return scorePeriod({
    period: quarterEnding(on),
    ruleset: rulesetById<PointsRuleset>(given.ruleset ?? 'tt01-2018'),
    choices: { ...DEFAULT_CHOICES, ...given.choices },
    office: DEFAULT_OFFICE,
    unitFacts: given.unitFacts ?? {},
    evaluated: given.evaluated ?? true,
    ...(given.appraised && { appraised: given.appraised }),
    records: given.records.map(recordOf),
  });
}

export function runPeriod(given: PeriodGiven, on: string): PeriodExpect {
  const { official, grade, satisfaction } = scoreGiven(given, on);
  return {
    indices: given.show.map((id) => [official[id].value, official[id].n]),
    label: grade.label,
    ...(satisfaction && { satisfaction: satisfaction.label }),
  };
}

/** Dossiers of the last quarter of 2021, by an article of the circular. */
export function periodCase(
  name: string,
  given: PeriodGiven,
  expect: PeriodExpect,
  worked: string,
  article = '15',
): LawCase<PeriodGiven, PeriodExpect> {
  return { name, on: '2021-12-31', given, expect, article: `Điều ${article} TT 01/2018/TT-VPCP`, worked };
}
