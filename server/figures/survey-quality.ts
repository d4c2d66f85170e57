import { figureOf, qualityId } from '#rules/figure-id.ts';
import { countsOfficially } from '#rules/proof.ts';
import { findSurvey } from '#rules/surveys/index.ts';
import { wordsOf } from '#rules/surveys/words-of.ts';
import { channel, lang, proof } from '#wire/response.ts';
import type { QualityQuestion, SurveyQuality } from '#wire/survey-quality.ts';
import type { Db } from '../store/db.ts';
import { languageCounts } from '../store/form-languages.ts';
import { partsOf, periodOrNull, type StoredPeriod } from '../store/periods.ts';
import { formAnswerCounts } from '../store/read-tallies.ts';
import { misreadingsOf } from '../store/snapshot-misreadings.ts';
import { invitedCounts, stepCounts } from '../store/survey-steps.ts';
import { unitsOf } from '../store/units.ts';
import { answeredForms, type FormAnswers, type FormCell, formsBy } from './answered-forms.ts';
import { closedPeriod } from './closed-period.ts';
import { estimates } from './estimates.ts';
import { formSteps } from './form-steps.ts';
import { misreadLines } from './misread.ts';
import { periodView } from './period-view.ts';
import { shareFigure } from './share-figure.ts';
import { SMALLEST_GROUP, suppress } from './suppress.ts';

const HIDDEN = 'Ẩn vì dưới 5 phiếu, để không lộ người trả lời.';
const MORE = 'Số phiếu nhiều hơn số hồ sơ tính trong kỳ: có phiếu về hồ sơ tính ở kỳ khác.';

/** Each key with its forms among all; one with fewer than 5, and the next where it would stand alone, is not told. */
function partsOfForms<Key extends string>(
  scope: string,
  keys: readonly Key[],
  cells: readonly FormCell[],
  keyOf: (cell: FormCell) => Key,
): { key: Key; figure: ReturnType<typeof shareFigure> }[] {
  const forms = formsBy(cells, keyOf);
  const all = cells.reduce((total, { n }) => total + n, 0);
  const shown = keys.filter((key) => forms.has(key));
  const hidden = suppress(shown.map((key) => ({ unit: key, family: '', n: forms.get(key) ?? 0 })));
  return shown.map((key) => ({
    key,
    figure: shareFigure(qualityId(scope, `part-${key}`), hidden.has(key) ? null : (forms.get(key) ?? 0), all, HIDDEN),
  }));
}

/** Each language with its forms among all of the province. */
function languagesOf(counts: ReadonlyMap<string, number> | null) {
  if (!counts) return null;
  const all = [...counts.values()].reduce((total, n) => total + n, 0);
  return lang.options.map((key) => ({
    key,
    figure: shareFigure(qualityId('all', `lang-${key}`), counts.get(key) ?? 0, all),
  }));
}

/** Answers to each question as it stands in its survey, of all answers to it. */
function questionsOf(scope: string, answers: readonly FormAnswers[]): QualityQuestion[] {
  const sums = new Map<string, { survey: string; question: string; options: Map<string, number> }>();
  for (const { survey, question, option, n } of answers) {
    const key = JSON.stringify([survey, question]);
    const own = sums.get(key) ?? { survey, question, options: new Map<string, number>() };
    own.options.set(option, (own.options.get(option) ?? 0) + n);
    sums.set(key, own);
  }
  return [...new Set(answers.map(({ survey }) => survey))].flatMap((id) => {
    const survey = findSurvey(id);
    if (!survey) return [];
    const words = wordsOf(survey, 'vi');
    return survey.questions.flatMap(({ code, options }): QualityQuestion[] => {
      const own = sums.get(JSON.stringify([id, code]));
      if (!own) return [];
      const n = [...own.options.values()].reduce((total, each) => total + each, 0);
      const named = options.map((option) => ({
        option: option.code,
        text: words[`${code}.${option.code}`] ?? words[option.code] ?? option.code,
        figure: shareFigure(
          qualityId(scope, `answer-${id}-${code}-${option.code}`),
          own.options.get(option.code) ?? 0,
          n,
        ),
      }));
      return [{ survey: id, question: code, text: words[code] ?? code, n, options: named }];
    });
  });
}

/**
 * How the forms of a period fared; nothing before its close, so that nobody watches a figure move with one answer.
 * @param unit with those below it; `null` = the whole province.
 */
export async function surveyQuality(
  db: Db,
  tenant: string,
  period: StoredPeriod,
  unit: string | null,
  at: Date,
): Promise<SurveyQuality> {
  const view = { period: periodView(period, at), unit };
  const within = new Map((await unitsOf(db, tenant, unit)).map((each) => [each.unit, each.name]));
  const closed = await closedPeriod(db, tenant, period, [...within.keys()]);
  if (!closed) return { ...view, quality: null };
  const periods = partsOf(period).length > 0 ? partsOf(period) : [period.period];
  const { cells, answers } = answeredForms(await formAnswerCounts(db, tenant, periods, unit));
  const official = cells.filter((cell) => countsOfficially(cell.proof, closed.choices));
  const byUnit = formsBy(official, (cell) => cell.unit);
  const scope = unit ?? 'all';
  const units = closed.results.map(({ unit: code, name, n: { dossiers } }) => {
    const forms = byUnit.get(code) ?? 0;
    const isFew = forms < SMALLEST_GROUP;
    const figure = shareFigure(qualityId(code, 'rate'), isFew ? null : forms, dossiers, isFew ? HIDDEN : MORE);
    return { unit: code, name, figure, dossiers, forms: isFew || forms > dossiers ? null : forms };
  });
  // Of the units whose own rate is told, so that the whole minus the others is nobody's.
  const rated = units.filter(({ forms }) => forms !== null);
  const add = (of: (each: (typeof units)[number]) => number) => rated.reduce((total, each) => total + of(each), 0);
  const made = await Promise.all(periods.map((each) => periodOrNull(db, tenant, each)));
  const live = await Promise.all(made.map((each) => (each ? invitedCounts(db, tenant, each, unit) : [])));
  const steps = await stepCounts(db, tenant, periods, unit);
  const invited = [...live.flat(), ...steps.filter(({ step }) => step === 'invited')];
  const all = cells.reduce((total, { n }) => total + n, 0);
  return {
    ...view,
    quality: {
      forms: figureOf(qualityId(scope, 'forms'), 'count', all),
      fewUnits: closed.results.filter((each) => !cells.some((cell) => cell.unit === each.unit)).length,
      rate: shareFigure(
        qualityId(scope, 'all-rate'),
        rated.length ? add(({ forms }) => forms ?? 0) : null,
        add(({ dossiers }) => dossiers),
        HIDDEN,
      ),
      units: units.map(({ unit: code, name, figure }) => ({ unit: code, name, figure })),
      channels: partsOfForms(scope, channel.options, cells, (cell) => cell.channel),
      proofs: partsOfForms(scope, proof.options, cells, (cell) => cell.proof),
      languages: languagesOf(await languageCounts(db, tenant, periods)),
      ...(await estimates(db, tenant, closed, periods)),
      questions: questionsOf(scope, answers),
      ...formSteps(
        scope,
        steps,
        cells,
        invited.reduce((total, { n }) => total + n, 0),
      ),
      misread: misreadLines(await misreadingsOf(db, tenant, closed.snapshot.snapshot)),
    },
  };
}
