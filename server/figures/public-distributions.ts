import { countsOfficially } from '#rules/proof.ts';
import { findSurvey } from '#rules/surveys/index.ts';
import type { Words } from '#rules/surveys/survey.ts';
import { wordsOf } from '#rules/surveys/words-of.ts';
import type { Distributions, QuestionCounts } from '#wire/distributions.ts';
import type { Db } from '../store/db.ts';
import { periodOrNull } from '../store/periods.ts';
import { proceduresOf } from '../store/procedures.ts';
import type { AnswerCount } from '../store/read-tallies.ts';
import { settledChoices } from '../store/settled-choices.ts';
import { answerFamilies, unitsApart } from './answer-families.ts';
import { byMember } from './answer-groups.ts';
import { publicResults } from './public-results.ts';

/** The words of each form, put together once: a province has some ten thousand counts. */
const WORDS = new Map<string, Words>();

function wordsOnce(survey: string): Words {
  const known = findSurvey(survey);
  const words = WORDS.get(survey) ?? (known ? wordsOf(known, 'vi') : {});
  WORDS.set(survey, words);
  return words;
}

function questionsOf(counts: readonly AnswerCount[]): QuestionCounts[] {
  const questions = new Map<string, QuestionCounts>();
  const sorted = [...counts].sort((a, b) =>
    a.survey + a.question === b.survey + b.question ? 0 : a.survey + a.question < b.survey + b.question ? -1 : 1,
  );
  for (const { survey, question, option, n } of sorted) {
    const words = wordsOnce(survey);
    const id = `${survey}\n${question}`;
    const own = questions.get(id) ?? { survey, question, text: words[question] ?? question, options: [] };
    questions.set(id, own);
    const same = own.options.find((each) => each.option === option);
    if (same) same.n += n;
    else own.options.push({ option, text: words[`${question}.${option}`] ?? words[option] ?? option, n });
  }
  for (const { options } of questions.values()) options.sort((a, b) => (a.option < b.option ? -1 : 1));
  return [...questions.values()];
}

/**
 * How people answered, as the public may see it: unit × question × option of official evidence, and procedure × question ×
 * option of every form that names its procedure; `null` when the period is not published or a part of it not sealed.
 *
 * Never crossed, and never the same forms: each family leaves out what the other holds (forms without a procedure, forms that are
 * no official evidence), in numbers that are published nowhere, so neither bounds what the other hides. Where the
 * province counts every form (`citizen.evidence` = all) that would not hold, and procedures are not published. A unit or
 * procedure is hidden whole; of a shown one each option is shown, even one that all chose: whose answer it was is not known
 * among 5 or more.
 */
export async function publicDistributions(
  db: Db,
  tenant: string,
  periodId: string,
  at: Date,
): Promise<Distributions | null> {
  const results = await publicResults(db, tenant, periodId, at);
  const period = await periodOrNull(db, tenant, periodId);
  if (!results || !period) return null;
  const choices = settledChoices(period.choices);
  const known = await proceduresOf(db, tenant);
  const families = await answerFamilies(
    db,
    tenant,
    period,
    known.map(({ procedure }) => procedure),
  );
  if (!families) return null;
  const ofUnit = byMember(families.units);
  const ofProcedure = byMember(families.procedures);
  const nameOf = new Map(known.map(({ procedure, name }) => [procedure, name]));
  const apart = !countsOfficially('open', choices);
  const shown = results.units.filter(({ hidden }) => !hidden).map(({ unit }) => unit);
  const byUnit = unitsApart(shown, families);
  const { tenantName, watermark, snapshot } = results;
  return {
    ...{ tenant, tenantName, watermark, period: results.period, snapshot },
    units: results.units.map(({ unit, name, level, hidden: unseen }) => {
      const hidden = unseen || !byUnit;
      return { unit, name, level, hidden, questions: hidden ? [] : questionsOf(ofUnit.get(unit) ?? []) };
    }),
    procedures: apart
      ? [...families.shownProcedures].sort().map((procedure) => ({
          procedure,
          name: nameOf.get(procedure) ?? null,
          questions: questionsOf(ofProcedure.get(procedure) ?? []),
        }))
      : [],
  };
}
