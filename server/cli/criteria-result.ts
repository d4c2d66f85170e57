import { DEFAULT_OFFICE } from '#rules/calendar/working-time.ts';
import { DEFAULT_CHOICES } from '#rules/choices.ts';
import type { DossierRecord } from '#rules/dossier-record.ts';
import { known } from '#rules/known.ts';
import { countRatios } from '#rules/par/count-ratios.ts';
import { type RatioCounts, trackCriteria } from '#rules/par/criteria.ts';
import { criteriaOn } from '#rules/par/criteria-on.ts';
import { parDecision, sipasDecision } from '#rules/par/decisions.ts';
import { forecastOf, lengthDoubt } from '#rules/par/forecast.ts';
import type { Ratio } from '#rules/par/ratio.ts';
import { unitRatios } from '#rules/par/unit-ratios.ts';
import { year } from '#rules/period.ts';
import type { CriteriaInput } from '#wire/criteria.ts';
import { withText } from './with-text.ts';

function countedRatios({ year: y, records, units, codes }: CriteriaInput): Ratio[] {
  const period = year(y);
  const ofUnits = units ? unitRatios(units, period, codes) : [];
  if (!records) return ofUnits;
  const { readAt, levels, wholeOnline, dossiers } = records;
  const whole = wholeOnline && new Set(wholeOnline);
  const view = {
    period,
    now: readAt,
    choices: DEFAULT_CHOICES,
    officeOf: () => DEFAULT_OFFICE,
    levelOf: (unit: string) => (Object.hasOwn(levels, unit) ? (levels[unit] ?? null) : null),
    wholeOnline: (procedure: string) => whole?.has(procedure) ?? null,
  };
  const rows: DossierRecord[] = dossiers.map(({ dossier, acts }) => ({ dossier, ...(acts && { acts }) }));
  return [...countRatios(rows, view, codes), ...ofUnits];
}

/** The ratios counted and the ones given; @throws RangeError for one that is both. */
function allCounts({ ratios }: CriteriaInput, counted: readonly Ratio[]): RatioCounts {
  const twice = counted.find(({ id, denominator, unknown }) => ratios[id] && denominator + unknown > 0);
  if (twice) throw new RangeError(`ratios.${twice.id}: đã được đếm từ records hoặc units; bỏ một trong hai.`);
  return { ...Object.fromEntries(counted.map((ratio) => [ratio.id, ratio])), ...ratios };
}

/**
 * Each criterion of a province's list, the forecast and the ratios behind it. Points are hundredths.
 * @throws NotInForce for a year without a decision. @throws RangeError for a list or counts that contradict themselves.
 */
export function criteriaResult(input: CriteriaInput) {
  const { year: y, act, certainty, criteria } = input;
  const ratios = countedRatios(input);
  // What holds on the last day of the year judges it.
  const { inForce } = criteriaOn(criteria, `${y}-12-31`);
  const file = { year: y, cite: { act, certainty }, criteria: inForce };
  const findings = trackCriteria(file, allCounts(input, ratios));
  const sipas = known(() => sipasDecision(y));
  return {
    pointsIn: 'hundredths',
    year: y,
    decisions: { par: withText(parDecision(y)), sipas: sipas && withText(sipas) },
    doubt: lengthDoubt(file),
    forecast: forecastOf(findings),
    findings: findings.map(withText),
    ratios: ratios.map(withText),
  };
}
