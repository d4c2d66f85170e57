import type { ServedSurvey } from '#wire/survey.ts';
import { RadioField } from '../parts/radio-field.tsx';
import { text } from '../text.ts';
import { type Answers, labelOf, numberOf, questionsOf, type Stage, titleOf } from './paper-questions.tsx';

/** Questions answered differently in the two entries, in the order of the sheet. */
export function differing(survey: ServedSurvey, stage: Stage, first: Answers, second: Answers): readonly string[] {
  const asked = new Set(
    [first, second].flatMap((answers) => questionsOf(survey, stage, answers).map(({ code }) => code)),
  );
  return [...asked].filter((code) => (first[code] ?? '') !== (second[code] ?? ''));
}

interface PaperTwiceProps {
  survey: ServedSurvey;
  stage: Stage;
  first: Answers;
  second: Answers;
  codes: readonly string[];
  /** What was settled by the sheet, by question. */
  settled: Answers;
  onSettle: (code: string, option: string) => void;
}

/** Both entries of the same clerk side by side, question by question; nothing of them is asked of the server. */
export function PaperTwice({ survey, stage, first, second, codes, settled, onSettle }: PaperTwiceProps) {
  return (
    <section aria-labelledby="hai-lan" class="fault">
      <h2 id="hai-lan" tabIndex={-1}>
        {text('paper.twice.differs', {
          questions: codes.map((code) => numberOf(survey, stage, code) ?? text('paper.twice.followUp')).join(', '),
        })}
      </h2>
      {codes.map((code) => (
        <RadioField
          key={code}
          legend={titleOf(survey, stage, code)}
          value={code in settled ? `=${settled[code]}` : ''}
          onValue={(value) => onSettle(code, value.slice(1))}
          options={[first, second].map((answers, i) => ({
            value: `=${answers[code] ?? ''}`,
            label: text(i === 0 ? 'paper.twice.first' : 'paper.twice.second', {
              answer: answers[code] ? labelOf(survey, code, answers[code]) : text('paper.empty'),
            }),
          }))}
        />
      ))}
    </section>
  );
}
