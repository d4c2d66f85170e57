import {
  addFindings,
  emptyAggregate,
  forEachIndicator,
  type Index,
  type Indices,
  indices,
  pooled,
} from './aggregate.ts';
import type { Choices } from './choices.ts';
import type { UnitFacts } from './facts.ts';
import type { Finding } from './finding.ts';
import { officerGrade, satisfactionLabel, unitGrade } from './grade.ts';
import type { IsoDate } from './law.ts';
import { type Appraised, type OfficialSource, officialIndices } from './official.ts';
import { overlaps, type Period, periodLabel } from './period.ts';
import { meanTenths } from './points.ts';
import { asPooled, pooledFacts } from './pooled-facts.ts';
import type { PointsRuleset } from './rulesets/ruleset.ts';
import type { OfficerScore, PeriodScore } from './score-period.ts';
import { scoreUnit } from './score-tt01.ts';

/** A year of one unit. */
export interface Year {
  readonly period: Period;
  /** The one that judges the year (`rulesetOf`). */
  readonly ruleset: PointsRuleset;
  /** Its quarters in order. */
  readonly quarters: readonly PeriodScore[];
  /** Facts stated for the year itself; absent = pooled from those of the quarters. A mean of quarters asks for neither. */
  readonly unitFacts?: UnitFacts;
  readonly appraised?: Appraised;
  readonly evaluated: boolean;
}

export type YearScore = Pick<
  PeriodScore,
  | 'period'
  | 'on'
  | 'choices'
  | 'unitFindings'
  | 'series'
  | 'official'
  | 'grade'
  | 'satisfaction'
  | 'officers'
  | 'dossiers'
>;

/** By which choices a year is scored, and on which day's rules: those of its last quarter, for a unit may have ended before the year. */
interface Settled {
  readonly choices: Choices;
  readonly on: IsoDate;
}

/** @throws RangeError for quarters that are missing, lie outside, overlap or were scored by other choices than the first. */
function check({ period, quarters }: Year): Settled {
  const [first, last] = [quarters[0], quarters.at(-1)];
  if (!first || !last) throw new RangeError(`${periodLabel(period)}: chưa có quý nào. Chấm các quý trước.`);
  for (const [i, quarter] of quarters.entries()) {
    const label = periodLabel(quarter.period);
    if (quarter.period.from < period.from || quarter.period.to > period.to)
      throw new RangeError(`${label} nằm ngoài ${periodLabel(period)}. Chọn đúng các quý của năm.`);
    const other = quarters.slice(0, i).find((each) => overlaps(each.period, quarter.period));
    if (other) throw new RangeError(`${label} trùng ngày với ${periodLabel(other.period)}. Mỗi ngày chỉ tính một lần.`);
    const key = (Object.keys(first.choices) as (keyof Choices)[]).find((k) => first.choices[k] !== quarter.choices[k]);
    if (key)
      throw new RangeError(`${label} chấm theo lựa chọn «${key}» khác quý đầu. Chấm lại theo cùng một lựa chọn.`);
  }
  return { choices: first.choices, on: last.on };
}

/** Mean of the quarters that have a value; `sum` and `n` are then those of quarters, not of dossiers. */
function meanOf(quarters: readonly Indices[], choices: Choices): Indices {
  return forEachIndicator((id): Index => {
    const values = quarters.flatMap((quarter) => quarter[id].value ?? []);
    const sum = values.reduce((all, value) => all + value, 0);
    return {
      sum,
      n: values.length,
      value: values.length === 0 ? null : meanTenths(sum, values.length, choices.rounding),
    };
  });
}

function together(quarters: readonly Indices[], choices: Choices): Indices {
  return choices['year.pool'] === 'dossiers' ? indices(pooled(quarters), choices.rounding) : meanOf(quarters, choices);
}

/** On the facts of the year; none where the year is the mean of what its quarters came to. */
function findingsOf(year: Year, { choices, on }: Settled): readonly Finding[] {
  if (choices['year.pool'] === 'meanOfQuarters') return [];
  if (year.unitFacts) return scoreUnit(year.unitFacts, choices, on);
  const facts = pooledFacts(year.quarters.map(({ unitFacts }) => unitFacts));
  return scoreUnit(facts, choices, on).map(asPooled);
}

function unitIndices(findings: readonly Finding[], choices: Choices): Indices {
  return indices(addFindings(emptyAggregate(), findings), choices.rounding);
}

/** The official indices of a year: read off its pooled series, or the mean of what each quarter's official ones were. */
function officialOf(
  parts: readonly Pick<PeriodScore, 'official'>[],
  series: Readonly<Record<OfficialSource, Indices>>,
  choices: Choices,
  appraised?: Appraised,
): Indices {
  if (choices['year.pool'] === 'dossiers') return officialIndices(series, choices, appraised);
  const quarters = parts.map(({ official }) => official);
  const mean = meanOf(quarters, choices);
  return officialIndices({ citizen: mean, computed: mean, unit: mean }, choices, appraised);
}

function seriesOf(parts: readonly Pick<PeriodScore | OfficerScore, 'series'>[], choices: Choices) {
  const of = (name: 'citizen' | 'computed' | 'self') =>
    together(
      parts.map(({ series }) => series[name]),
      choices,
    );
  return { citizen: of('citizen'), computed: of('computed'), self: of('self') };
}

function officersOf({ quarters, ruleset }: Year, { choices, on }: Settled, ofUnit: Indices): OfficerScore[] {
  const codes = [...new Set(quarters.flatMap(({ officers }) => officers.map(({ officer }) => officer)))].sort();
  const none = indices(emptyAggregate());
  return codes.map((officer) => {
    const own = quarters.flatMap(({ officers }) => officers.filter((each) => each.officer === officer));
    const series = seriesOf(own, choices);
    const official = officialOf(own, { ...series, unit: none }, choices);
    const grade = officerGrade(ruleset, official, choices, on, ofUnit);
    return { officer, dossiers: own.reduce((n, each) => n + each.dossiers, 0), series, official, grade };
  });
}

/**
 * A year from its quarters (choice `year.pool`): from all their dossiers, a quarter with few of them weighing little; or as the mean
 * of the quarters' own indices. Lateness counts in one quarter and the rest in another, so a dossier that fell late between two is
 * pooled once in each part, and its officer's count of dossiers names it in both.
 * @throws RangeError for quarters that are missing, lie outside, overlap or were scored by different choices.
 */
export function pooledYear(year: Year): YearScore {
  const { period, ruleset, quarters, appraised, evaluated } = year;
  const settled = check(year);
  const { choices, on } = settled;
  const unitFindings = findingsOf(year, settled);
  const unit =
    choices['year.pool'] === 'dossiers'
      ? unitIndices(unitFindings, choices)
      : meanOf(
          quarters.map(({ series }) => series.unit),
          choices,
        );
  const series = { ...seriesOf(quarters, choices), unit };
  const official = officialOf(quarters, series, choices, appraised);
  const grade = unitGrade(ruleset, official, choices, on, evaluated);
  return {
    period,
    on,
    choices,
    unitFindings,
    series,
    official,
    grade,
    satisfaction: satisfactionLabel(ruleset, grade.code, choices),
    officers: officersOf(year, settled, official),
    dossiers: quarters.reduce((n, quarter) => n + quarter.dossiers, 0),
  };
}
