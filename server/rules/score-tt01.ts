import { asReading } from './as-reading.ts';
import { labelIn } from './choice.ts';
import type { Choices } from './choices.ts';
import { INDICATOR_CHOICES } from './choices-of-indicators.ts';
import { TIME_CHOICES } from './choices-of-time.ts';
import type { DossierFacts, UnitFacts } from './facts.ts';
import type { Evidence, Finding, IndicatorId, Series } from './finding.ts';
import { type Citation, type IsoDate, inForce } from './law.ts';
import type { Tenths } from './points.ts';
import { INDICATOR_NAMES, STEPS, TT01_2018 } from './rulesets/tt01-2018.ts';
import { type Beside, type DossierContext, scoreIndicator } from './score-dossier-tt01.ts';
import { scoreUnitIndicator } from './score-unit-tt01.ts';
import type { DecidingChoice, Scored, Steps } from './scored.ts';

/** The points of each step on `on`. @throws NotInForce before 06/01/2019. */
export function stepsOn(on: IsoDate): { value: Steps; cite: Citation } {
  return inForce('Điểm của các chỉ số', STEPS, on);
}

/** Tenths; `null` = left out. */
export function pointsOf({ step }: Scored, steps: Steps): Tenths | null {
  return step === null || typeof step === 'number' ? step : steps[step];
}

/** The choices on results, and their words, are not needed to score: they stay out of the officer's browser. */
const DECIDING = [...INDICATOR_CHOICES, ...TIME_CHOICES];

const readingNote = (key: DecidingChoice, choices: Choices) => `${key}: ${labelIn(DECIDING, key, choices[key])}.`;

function finding(
  indicator: IndicatorId,
  scored: Scored,
  compared: readonly Evidence[],
  choices: Choices,
  on: IsoDate,
): Finding {
  const { value: steps, cite } = stepsOn(on);
  const { because, choices: by, evidence = [] } = scored;
  return {
    indicator,
    points: pointsOf(scored, steps),
    max: steps.best,
    cite: by ? asReading(cite, by.map((key) => readingNote(key, choices)).join(' ')) : cite,
    because,
    evidence: [{ label: 'Chỉ số', value: INDICATOR_NAMES[indicator] }, ...compared, ...evidence],
  };
}

/** Points alone of one dossier on one indicator, for counts over many dossiers; `scoreDossier` gives the reasons. */
export function dossierPoints(indicator: IndicatorId, context: DossierContext, steps: Steps): Tenths | null {
  return pointsOf(scoreIndicator(indicator, context), steps);
}

function comparedOn(indicator: IndicatorId, basis: Evidence, { timing = [], steps = [] }: Beside): readonly Evidence[] {
  if (indicator === 2) return steps;
  return indicator === 1 || indicator === 7 ? [basis, ...timing] : [];
}

/**
 * Scores one dossier on indicators 1, 2, 3, 4, 6, 7 (TT 01/2018/TT-VPCP Điều 13): the one function behind the citizen, computed and
 * self series. What is not known gives `points: null` with the reason, never 0 and never full marks.
 * @param on last day of the period.
 * @param beside points of a legacy form, the system's facts on the same dossier where the two are joined, dates and steps for evidence.
 * @throws NotInForce before 06/01/2019.
 */
export function scoreDossier(
  facts: DossierFacts,
  series: Series,
  choices: Choices,
  on: IsoDate,
  beside: Beside = {},
): Finding[] {
  // A citizen knows the printed date, never the statutory limit.
  const compareWith = series === 'citizen' ? 'promised' : choices.compareWith;
  const basis: Evidence = { label: 'So với', value: labelIn(TIME_CHOICES, 'compareWith', compareWith) };
  return TT01_2018.perDossier.map((indicator) =>
    finding(
      indicator,
      scoreIndicator(indicator, { facts, series, choices, beside }),
      comparedOn(indicator, basis, beside),
      choices,
      on,
    ),
  );
}

/**
 * Points somebody gave by hand, as findings: no fact stands behind them, so only the article and that they were given.
 * @param left why an indicator without points has none.
 */
export function givenFindings(
  given: Partial<Readonly<Record<IndicatorId, Tenths>>>,
  because: string,
  left: string,
  on: IsoDate,
): Finding[] {
  const { value: steps, cite } = stepsOn(on);
  return TT01_2018.perDossier.map((indicator) => {
    const points = given[indicator] ?? null;
    const evidence = [{ label: 'Chỉ số', value: INDICATOR_NAMES[indicator] }];
    return { indicator, points, max: steps.best, cite, because: points === null ? left : because, evidence };
  });
}

/**
 * Scores a unit on indicators 5, 6, 8, 9 from its counts. Indicator 6 enters the unit's total from here, once.
 * @throws NotInForce before 06/01/2019, or for a level that no longer exists on that day.
 * @throws RangeError when a part is larger than its whole.
 */
export function scoreUnit(facts: UnitFacts, choices: Choices, on: IsoDate): Finding[] {
  return TT01_2018.perUnit.map((indicator) =>
    finding(indicator, scoreUnitIndicator(indicator, facts, choices, on), [], choices, on),
  );
}
