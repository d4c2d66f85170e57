import type { Choices } from '#rules/choices.ts';
import { countsOfficially } from '#rules/proof.ts';
import { findSurvey } from '#rules/surveys/index.ts';
import type { Words } from '#rules/surveys/survey.ts';
import { wordsOf } from '#rules/surveys/words-of.ts';
import type { Distributions, QuestionCounts } from '#wire/distributions.ts';
import type { Db } from '../store/db.ts';
import { partsOf, periodOrNull } from '../store/periods.ts';
import { proceduresOf } from '../store/procedures.ts';
import { type AnswerCount, procedureAnswerCounts, unitAnswerCounts } from '../store/read-tallies.ts';
import { settledChoices } from '../store/settled-choices.ts';
import { byMember, smallestSurvey } from './answer-groups.ts';
import { publicResults } from './public-results.ts';
import { SMALLEST_GROUP, suppress } from './suppress.ts';

interface Families {
  readonly units: readonly AnswerCount[];
  /** Units that answered some form fewer than 5 times. */
  readonly mixedUnits: ReadonlySet<string>;
  readonly procedures: readonly AnswerCount[];
  readonly shownProcedures: ReadonlySet<string>;
}

function questionsOf(counts: readonly AnswerCount[]): QuestionCounts[] {
  const questions = new Map<string, QuestionCounts>();
  const sorted = [...counts].sort((a, b) =>
    a.survey + a.question === b.survey + b.question ? 0 : a.survey + a.question < b.survey + b.question ? -1 : 1,
  );
  for (const { survey, question, option, n } of sorted) {
    const known = findSurvey(survey);
    const words: Words = known ? wordsOf(known, 'vi') : {};
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

/** The two families of one period that takes its own answers. */
async function familiesOf(db: Db, tenant: string, period: string, choices: Choices, catalogue: readonly string[]) {
  const units = (await unitAnswerCounts(db, tenant, period)).filter(({ proof }) => countsOfficially(proof, choices));
  const procedures = await procedureAnswerCounts(db, tenant, period);
  const byUnit = byMember(units);
  const byProcedure = byMember(procedures);
  const members = [...new Set([...catalogue, ...byProcedure.keys()])];
  const small = suppress(members.map((unit) => ({ unit, family: '', n: smallestSurvey(byProcedure.get(unit) ?? []) })));
  return {
    units,
    mixedUnits: new Set([...byUnit.keys()].filter((unit) => smallestSurvey(byUnit.get(unit) ?? []) < SMALLEST_GROUP)),
    procedures,
    shownProcedures: new Set(members.filter((procedure) => !small.has(procedure))),
  };
}

/** Sums of the parts: what one of them hides, the sum hides, or it would be the sum minus the others. */
function pooled(parts: readonly Families[]): Families {
  return {
    units: parts.flatMap(({ units }) => units),
    mixedUnits: new Set(parts.flatMap(({ mixedUnits }) => [...mixedUnits])),
    procedures: parts.flatMap(({ procedures }) => procedures),
    shownProcedures: new Set(
      [...(parts[0]?.shownProcedures ?? [])].filter((procedure) =>
        parts.every(({ shownProcedures }) => shownProcedures.has(procedure)),
      ),
    ),
  };
}

/**
 * Whether answers are shown by unit at all. The number of a unit's forms is published, so of one that answered a second form fewer
 * than 5 times the answers to the first would tell how many; and were it alone without answers, that it has 1–4 of the second. So
 * one such unit hides the answers of all, and there must be two at least for that to say of neither that it is the one.
 */
function unitsApart(shown: readonly string[], { mixedUnits }: Families): boolean {
  return shown.length > 1 && !shown.some((unit) => mixedUnits.has(unit));
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
  const catalogue = known.map(({ procedure }) => procedure);
  const made = partsOf(period).length === 0 ? [periodId] : partsOf(period);
  const states = await Promise.all(made.map(async (each) => (await periodOrNull(db, tenant, each))?.state));
  if (states.some((state) => state !== 'sealed')) return null;
  const families = pooled(await Promise.all(made.map((each) => familiesOf(db, tenant, each, choices, catalogue))));
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
