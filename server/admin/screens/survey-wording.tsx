import { citationText } from '#rules/law.ts';
import { questionsOf } from '#rules/surveys/questions-of.ts';
import type { Survey } from '#rules/surveys/survey.ts';
import { wordDiff } from '#rules/word-diff.ts';
import type { ServedSurvey } from '#wire/survey.ts';
import { text } from '../text.ts';

/** A survey and its words. */
export interface Worded {
  readonly served: ServedSurvey;
  readonly survey: Survey;
}

interface Asked {
  readonly key: string;
  /** The question and its options as printed, one text each. */
  readonly lines: readonly string[];
}

/** What is asked after the result, in order; `key` = the indicator a question feeds, else its own code. */
function askedIn({ words }: ServedSurvey, survey: Survey): readonly Asked[] {
  return questionsOf(survey, 'returned').map((question) => ({
    key: question.indicator ? `i${question.indicator}` : question.code,
    lines: [
      words[`${question.code}@returned`] ?? words[question.code] ?? question.code,
      ...question.options.map(({ code }) => words[`${question.code}.${code}`] ?? words[code] ?? code),
    ],
  }));
}

/** The survey as citizens read it, nothing to press. */
export function SurveyPreview({ served, survey }: Worded) {
  return (
    <section aria-label={text('survey.preview')} lang="vi">
      <p class="small muted">{citationText(survey.cite)}</p>
      <ol>
        {askedIn(served, survey).map(({ key, lines: [question, ...options] }) => (
          <li key={key}>
            {question}
            {options.length > 0 && (
              <ul>
                {options.map((option) => (
                  <li key={option}>{option}</li>
                ))}
              </ul>
            )}
          </li>
        ))}
      </ol>
    </section>
  );
}

const keysOf = (first: readonly Asked[], second: readonly Asked[]) => [
  ...new Set([...first, ...second].map(({ key }) => key)),
];

/** Two surveys beside each other: questions that feed the same indicator face each other, with the words that differ marked. */
export function SurveyComparison({ before, after }: { before: Worded; after: Worded }) {
  const [first, second] = [askedIn(before.served, before.survey), askedIn(after.served, after.survey)];
  const textOf = (asked: readonly Asked[], key: string) =>
    asked
      .filter((each) => each.key === key)
      .flatMap(({ lines }) => lines)
      .join(' · ');
  return (
    <div class="scroll">
      <table class="survey-words">
        <caption>{text('survey.compare.caption')}</caption>
        <thead>
          <tr>
            <th scope="col">{text('survey.compare.feeds')}</th>
            <th scope="col">{text('survey.compare.words')}</th>
          </tr>
        </thead>
        <tbody>
          {keysOf(first, second).map((key) => (
            <tr key={key}>
              <th scope="row">
                {/^i\d$/.test(key) ? text('compare.index', { i: key.slice(1) }) : text('survey.compare.none')}
              </th>
              <td lang="vi">
                {wordDiff(textOf(first, key), textOf(second, key)).map(({ kind, text: words }, i) => {
                  const place = `${i} ${kind}`;
                  if (kind === 'gone') return <del key={place}>{words} </del>;
                  if (kind === 'come') return <ins key={place}>{words} </ins>;
                  return <span key={place}>{words} </span>;
                })}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
