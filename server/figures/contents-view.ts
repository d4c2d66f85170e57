import { caveatsOn } from '#rules/caveats-on.ts';
import { figureOf } from '#rules/figure-id.ts';
import { NotInForce } from '#rules/law.ts';
import type { ContentTallies } from '#rules/nd118/content-tallies.ts';
import { type ContentResult, type Share, scoreNd118 } from '#rules/nd118/score.ts';
import { lastDay } from '#rules/period.ts';
import { type Figure, SMALL_N } from '#rules/print-figure.ts';
import { countsOfficially } from '#rules/proof.ts';
import { ND118_EV } from '#rules/rulesets/nd118-ev.ts';
import { findSurvey } from '#rules/surveys/index.ts';
import type { Survey } from '#rules/surveys/survey.ts';
import { wordsOf } from '#rules/surveys/words-of.ts';
import type { ContentsView, ContentView } from '#wire/contents-view.ts';
import { Refusal } from '../refusal.ts';
import type { Db } from '../store/db.ts';
import { partsOf, type StoredPeriod } from '../store/periods.ts';
import { type AnswerCount, formAnswerCounts } from '../store/read-tallies.ts';
import { settledChoices } from '../store/settled-choices.ts';
import type { StoredUnit } from '../store/units.ts';
import { citeView } from './cite-view.ts';
import { periodView } from './period-view.ts';
import { SMALLEST_GROUP } from './suppress.ts';

/**
 * The counts of which a unit has 5 or more to a question: a sum that held fewer would tell them, less the units that are shown.
 * @returns also whether any was left out.
 */
function enough(counts: readonly AnswerCount[]): { kept: AnswerCount[]; leftOut: boolean } {
  const keyOf = ({ member, survey, question }: AnswerCount) => JSON.stringify([member, survey, question]);
  const sizes = new Map<string, number>();
  for (const count of counts) sizes.set(keyOf(count), (sizes.get(keyOf(count)) ?? 0) + count.n);
  const kept = counts.filter((count) => (sizes.get(keyOf(count)) ?? 0) >= SMALLEST_GROUP);
  return { kept, leftOut: kept.length < counts.length };
}

/** Counts of the choices of those questions that carry a content of the decree. */
function talliesOf(survey: Survey, counts: readonly AnswerCount[]): ContentTallies {
  const tallies: Record<string, Record<string, number>> = {};
  for (const { question: code, option, n } of counts) {
    const question = survey.questions.find((each) => each.code === code && each.content !== undefined);
    if (!question?.options.some((each) => each.code === option)) continue;
    const own = tallies[code] ?? {};
    own[option] = (own[option] ?? 0) + n;
    tallies[code] = own;
  }
  return tallies;
}

function shareFigure(id: string, { count, n, interval }: Share, cites: readonly string[] = []): Figure {
  return figureOf(id, 'share', count, { of: n, n, low: interval.lo, high: interval.hi, cites, few: n < SMALL_N });
}

function contentOf(survey: Survey, scope: string, result: ContentResult): ContentView {
  const { letter, heading, cite, n, declined, shares, favourable, because } = result;
  const words = wordsOf(survey, 'vi');
  const id = (rest: string) => `contents/${scope}/${survey.id}/${rest}`;
  // What people wrote is not among the counts: none here does not mean that nobody wrote.
  const inWords = survey.questions.some(({ content, kind }) => content === letter && kind === 'text');
  const codes = [...new Set((shares ?? []).map(({ question }) => question))];
  return {
    ...{ letter, heading, cite: citeView(cite), declined },
    because: inWords && n === 0 ? 'Góp ý bằng lời không đếm ở đây.' : because,
    n: inWords && n === 0 ? null : n,
    favourable: favourable && shareFigure(id(`${letter}/favourable`), favourable, [citeView(favourable.cite)]),
    questions: codes.map((question) => ({
      question,
      text: words[question] ?? question,
      options: (shares ?? [])
        .filter((share) => share.question === question)
        .map((share) => ({
          option: share.option,
          text: words[`${question}.${share.option}`] ?? words[share.option] ?? share.option,
          share: shareFigure(id(`${question}/${share.option}`), share),
        })),
    })),
  };
}

/**
 * The contents a to i of NĐ 118/2025/NĐ-CP Điều 33(1) as official forms of stage `returned` answered them; after the close alone.
 * @param unit `null` = the whole province.
 * @throws Refusal 422 `ruleset.outside` for a period from before the decree.
 */
export async function contentsView(
  db: Db,
  tenant: string,
  period: StoredPeriod,
  unit: StoredUnit | null,
  at: Date,
): Promise<ContentsView> {
  const { period: id, kind, from, to } = period;
  const on = lastDay({ id, kind, from, to });
  if (on < ND118_EV.from)
    throw new Refusal(422, 'ruleset.outside', `${new NotInForce(ND118_EV.title, on).message} Chọn kỳ sau đó.`);
  const closed = period.snapshot !== null;
  const choices = settledChoices(period.choices);
  const parts = partsOf(period).length > 0 ? partsOf(period) : [id];
  const counts = closed ? await formAnswerCounts(db, tenant, parts, unit?.unit ?? null) : [];
  const official = counts.filter(
    ({ proof, member }) => countsOfficially(proof, choices) && (unit === null || member === unit.unit),
  );
  const { kept, leftOut } = enough(official);
  const surveys = [...new Set(kept.map(({ survey }) => survey))].flatMap((name) => findSurvey(name) ?? []);
  const scored = surveys.map((survey) => ({
    survey,
    result: scoreNd118(
      survey,
      talliesOf(
        survey,
        kept.filter((count) => count.survey === survey.id),
      ),
      on,
    ),
  }));
  return {
    period: periodView(period, at),
    unit: unit && { unit: unit.unit, name: unit.name },
    title: ND118_EV.title,
    cite: citeView(ND118_EV.inForce[0].cite),
    because: 'Nghị định không quy định điểm, nên chỉ có số câu trả lời và tỷ lệ.',
    caveats: caveatsOn(ND118_EV, on).map((caveat) => `${caveat.text} ${citeView(caveat.cite)}`),
    ...{ closed, leftOut },
    // A form that asks about none of them has nothing to say here.
    surveys: scored
      .filter(({ result }) => result.contents.some(({ n }) => n !== null && n > 0))
      .map(({ survey, result }) => ({
        survey: survey.id,
        contents: result.contents.map((content) => contentOf(survey, unit?.unit ?? 'all', content)),
      })),
  };
}
