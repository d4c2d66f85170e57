import type { Choices } from '#rules/choices.ts';
import { figureOf, procedureId } from '#rules/figure-id.ts';
import { wilson } from '#rules/interval.ts';
import { SMALL_N } from '#rules/print-figure.ts';
import { countsOfficially } from '#rules/proof.ts';
import { findSurvey } from '#rules/surveys/index.ts';
import { wordsOf } from '#rules/surveys/words-of.ts';
import type { ProcedurePage } from '#wire/procedure-page.ts';
import type { Db } from '../store/db.ts';
import { partsOf, type StoredPeriod } from '../store/periods.ts';
import { type AnswerCount, procedureAnswerCounts } from '../store/read-tallies.ts';
import { smallestSurvey } from './answer-groups.ts';
import { SMALLEST_GROUP } from './suppress.ts';

type Answers = Pick<ProcedurePage, 'answers' | 'answersBecause'>;

const none = (answersBecause: string): Answers => ({ answers: [], answersBecause });

function answersOf(procedure: string, counts: readonly AnswerCount[]): Answers['answers'] {
  const keyOf = ({ survey, question }: AnswerCount) => `${survey}/${question}`;
  return [...new Set(counts.map(keyOf))].flatMap((key) => {
    const own = counts.filter((count) => keyOf(count) === key);
    const [survey = '', question = ''] = key.split('/');
    const known = findSurvey(survey);
    const words = known ? wordsOf(known, 'vi') : {};
    const n = own.reduce((sum, count) => sum + count.n, 0);
    // A question of the few it was put to, after another answer.
    if (n < SMALLEST_GROUP) return [];
    const options = [...new Set(own.map(({ option }) => option))].sort();
    return {
      ...{ survey, question, text: words[question] ?? question },
      options: options.map((option) => {
        const k = own.filter((count) => count.option === option).reduce((sum, count) => sum + count.n, 0);
        const interval = wilson(k, n);
        return {
          option,
          text: words[`${question}.${option}`] ?? words[option] ?? option,
          share: figureOf(procedureId(procedure, `${key}/${option}`), 'share', k, {
            ...{ of: n, n, low: interval?.lo ?? null, high: interval?.hi ?? null, few: n < SMALL_N },
          }),
        };
      }),
    };
  });
}

/**
 * How people answered about a procedure in the whole province, from 5 forms on, by the fewest of any survey in it. Never by unit, and
 * not where every form counts officially: the unit's forms and these would then be the same, and a difference would tell the rest.
 */
export async function procedureAnswers(
  db: Db,
  tenant: string,
  period: StoredPeriod,
  procedure: string,
  choices: Choices,
): Promise<Answers> {
  if (countsOfficially('open', choices))
    return none('Tỉnh tính mọi phiếu vào kết quả nên không tách phiếu theo thủ tục, để không lộ người trả lời.');
  const made = partsOf(period).length > 0 ? partsOf(period) : [period.period];
  const counts: AnswerCount[] = [];
  for (const part of made) {
    const own = (await procedureAnswerCounts(db, tenant, part)).filter(({ member }) => member === procedure);
    const n = smallestSurvey(own);
    if (n > 0 && n < SMALLEST_GROUP) return none('Ẩn vì dưới 5 phiếu, để không lộ người trả lời.');
    counts.push(...own);
  }
  return counts.length === 0
    ? none('Chưa có phiếu nào nêu thủ tục này.')
    : { answers: answersOf(procedure, counts), answersBecause: null };
}
