import type { Choices } from '#rules/choices.ts';
import { countsOfficially } from '#rules/proof.ts';
import { findSurvey } from '#rules/surveys/index.ts';
import { UNKNOWN } from '#rules/surveys/survey.ts';
import { wordsOf } from '#rules/surveys/words-of.ts';
import type { Distributions } from '#wire/distributions.ts';
import type { AnswerCount } from '../../store/read-tallies.ts';
import { SMALLEST_GROUP } from '../suppress.ts';

/** Answers to the question of one form on satisfaction, its scale from best to worst. */
export interface AnswerLevels {
  readonly survey: string;
  readonly levels: readonly { readonly code: string; readonly label: string }[];
  /** What its scale cannot record; `null` = nothing. */
  readonly caveat: string | null;
  /** Counts in the order of `levels`, only of units with 5 or more of these answers. */
  readonly units: readonly { readonly unit: string; readonly counts: readonly number[] }[];
}

type Counted = Pick<AnswerCount, 'survey' | 'question' | 'option' | 'n'> & { readonly unit: string };

/** Units that answered some form fewer than 5 times: what all forms together say, minus the others, would be those few. */
function fewOf(counts: readonly Counted[]): ReadonlySet<string> {
  const totals = new Map<string, number>();
  for (const { unit, survey, question, n } of counts) {
    if (findSurvey(survey)?.satisfaction?.question !== question) continue;
    const key = `${unit}\n${survey}`;
    totals.set(key, (totals.get(key) ?? 0) + n);
  }
  return new Set([...totals].filter(([, n]) => n < SMALLEST_GROUP).map(([key]) => key.split('\n')[0] ?? ''));
}

function levelsOf(counts: readonly Counted[]): AnswerLevels[] {
  const few = fewOf(counts);
  return [...new Set(counts.map(({ survey }) => survey))].sort().flatMap((id): AnswerLevels[] => {
    const survey = findSurvey(id);
    const asked = survey?.satisfaction;
    const question = survey?.questions.find(({ code }) => code === asked?.question);
    if (!survey || !asked || !question) return [];
    const words = wordsOf(survey, 'vi');
    const levels = question.options
      .filter(({ code }) => code !== UNKNOWN)
      .map(({ code }) => ({ code, label: words[`${question.code}.${code}`] ?? words[code] ?? code }));
    const own = counts.filter((each) => each.survey === id && each.question === question.code);
    const units = [...new Set(own.map(({ unit }) => unit))].sort().map((unit) => ({
      unit,
      counts: levels.map(({ code }) =>
        own.filter((each) => each.unit === unit && each.option === code).reduce((sum, { n }) => sum + n, 0),
      ),
    }));
    const enough = units.filter(({ unit }) => !few.has(unit));
    const { cannotRecordDissatisfaction: caveat } = asked;
    return enough.length === 0 ? [] : [{ survey: id, levels, caveat: caveat?.text ?? null, units: enough }];
  });
}

/** Of all official answers of a period. */
export function privateAnswerLevels(
  counts: readonly (AnswerCount & { readonly proof: Parameters<typeof countsOfficially>[0] })[],
  choices: Choices,
): AnswerLevels[] {
  return levelsOf(
    counts
      .filter(({ proof }) => countsOfficially(proof, choices))
      .map(({ member, ...rest }) => ({ ...rest, unit: member })),
  );
}

/** Of what the public may read of them. */
export function publicAnswerLevels(distributions: Distributions): AnswerLevels[] {
  return levelsOf(
    distributions.units.flatMap(({ unit, questions }) =>
      questions.flatMap(({ survey, question, options }) =>
        options.map(({ option, n }) => ({ unit, survey, question, option, n })),
      ),
    ),
  );
}
