import { addFindings, emptyAggregate, type Indices, indices } from '#rules/aggregate.ts';
import { DEFAULT_OFFICE } from '#rules/calendar/working-time.ts';
import { type Choices, DEFAULT_CHOICES } from '#rules/choices.ts';
import { countsIn } from '#rules/counts-in.ts';
import { dossierFacts } from '#rules/dossier-facts.ts';
import { type Finding, INDICATOR_IDS } from '#rules/finding.ts';
import { formatScore } from '#rules/format.ts';
import { type Grade, officerGrade, satisfactionLabel, unitGrade } from '#rules/grade.ts';
import { type Citation, citationText, type IsoDate } from '#rules/law.ts';
import { officialIndices, officialSource } from '#rules/official.ts';
import { custom, lastDay, type Period, periodLabel } from '#rules/period.ts';
import { punctuality } from '#rules/punctuality.ts';
import { choicesUnder, rulesetOf } from '#rules/rulesets/index.ts';
import { scoreDossier, scoreUnit } from '#rules/score-tt01.ts';
import type { ScoreInput } from '#wire/score-input.ts';

type Item = ScoreInput['dossiers'][number];

const SERIES = ['citizen', 'computed', 'self'] as const;
type Scored = Readonly<Record<(typeof SERIES)[number], readonly Finding[]>> & {
  readonly code: string;
  readonly officer: string | null;
};

/** Points the officer gave, as findings: no fact behind them, so only the article and that they were given. */
function selfFindings(item: Item, choices: Choices, on: IsoDate): Finding[] {
  if (!item.self) return [];
  const given: Partial<Record<string, number>> = item.self;
  return scoreDossier({}, 'self', choices, on).map((finding) => {
    const points = given[finding.indicator] ?? null;
    return { ...finding, points, because: points === null ? 'Cán bộ để trống.' : 'Điểm cán bộ tự chấm.' };
  });
}

function scoreItem(item: Item, period: Period, choices: Choices): Scored {
  const on = lastDay(period);
  const now = `${on}T23:59`;
  const facts = dossierFacts(item.dossier, now, DEFAULT_OFFICE, choices, item.verifiedPetition);
  const timing = punctuality(item.dossier, now, DEFAULT_OFFICE, choices).evidence;
  const counts = countsIn(item.dossier, period, DEFAULT_OFFICE, choices);
  const counted = (found: readonly Finding[]) =>
    found.filter(({ indicator }) => (indicator === 1 || indicator === 2 ? counts.timeliness : counts.rest));
  const asked = item.citizen !== undefined || item.legacy !== undefined;
  const beside = { computed: facts, ...(item.legacy && { legacy: item.legacy }) };
  return {
    code: item.dossier.code,
    officer: item.dossier.officer,
    citizen: counted(asked ? scoreDossier(item.citizen ?? {}, 'citizen', choices, on, beside) : []),
    computed: counted(scoreDossier(facts, 'computed', choices, on, { timing })),
    self: counted(selfFindings(item, choices, on)),
  };
}

function seriesIndices(rows: readonly Scored[], series: (typeof SERIES)[number]): Indices {
  return indices(rows.reduce((sum, row) => addFindings(sum, row[series]), emptyAggregate()));
}

const withText = <T extends { cite: Citation }>(row: T) => ({ ...row, citeText: citationText(row.cite) });

/** Splits a grade into the parts that are printed apart. */
function gradeParts({ code, label, cite, because, total, max, missing }: Grade<string>) {
  return {
    total: { total, max, text: formatScore(total, max) },
    grade: withText({ code, label, cite, because }),
    missing,
  };
}

/**
 * Scores one unit over one period: a finding per dossier, series and indicator, the official indices, totals and grades. Points are
 * tenths.
 * @throws NotInForce when no ruleset holds on the period's last day. @throws RangeError for facts that contradict themselves.
 */
export function scoreResult(input: ScoreInput) {
  const settled: Choices = { ...DEFAULT_CHOICES, ...input.choices };
  const period = custom(input.period.from, input.period.lastDay);
  const on = lastDay(period);
  const { ruleset, cite, label } = rulesetOf(period, input.decision, settled);
  if (ruleset.method !== 'points') throw new RangeError(`${ruleset.title}: không có điểm.`);
  const choices = choicesUnder(ruleset, settled);

  const rows = input.dossiers.map((item) => scoreItem(item, period, choices));
  const unitFindings = scoreUnit(input.unitFacts, choices, on);
  const unit = indices(addFindings(emptyAggregate(), unitFindings));
  const official = (of: readonly Scored[]) =>
    officialIndices({ citizen: seriesIndices(of, 'citizen'), computed: seriesIndices(of, 'computed'), unit }, choices);

  const values = official(rows);
  const graded = unitGrade(ruleset, values, choices, on, input.evaluated);
  const parts = gradeParts(graded);
  const names = [...new Set(rows.flatMap(({ officer }) => officer ?? []))].sort();
  const officers = names.map((officer) => {
    const own = rows.filter((row) => row.officer === officer);
    return { officer, ...gradeParts(officerGrade(ruleset, official(own), choices, on)) };
  });

  return {
    pointsIn: 'tenths',
    period: { ...period, label: periodLabel(period) },
    ruleset: withText({ id: ruleset.id, label, cite }),
    choices,
    findings: [
      ...rows.flatMap((row) =>
        SERIES.flatMap((series) => row[series].map((each) => withText({ dossier: row.code, series, ...each }))),
      ),
      ...unitFindings.map((each) => withText({ dossier: null, series: 'unit', ...each })),
    ],
    series: { ...Object.fromEntries(SERIES.map((series) => [series, seriesIndices(rows, series)])), unit },
    official: INDICATOR_IDS.map((id) => ({ indicator: id, source: officialSource(id, choices), ...values[id] })),
    totals: { unit: parts.total, officers: officers.map(({ officer, total }) => ({ officer, ...total })) },
    grades: {
      unit: parts.grade,
      satisfactionLabel: satisfactionLabel(graded.code, choices),
      officers: officers.map(({ officer, grade }) => ({ officer, ...grade })),
    },
    missing: { unit: parts.missing, officers: officers.map(({ officer, missing }) => ({ officer, missing })) },
    /** Dossiers of another period, or whose end is not known. */
    leftOut: rows.filter((row) => row.computed.length === 0).map(({ code }) => code),
  };
}
