import type { ServedSurvey } from '#wire/survey.ts';
import { type ApiFault, issueOf } from '../api.ts';
import { SelectField } from '../parts/select-field.tsx';
import { text } from '../text.ts';

export type Stage = 'submitted' | 'returned';
export type Answers = Readonly<Record<string, string>>;

/** Questions of the printed form, in its order, that the answers given so far ask for. */
export function questionsOf({ questions, stages }: ServedSurvey, stage: Stage, answers: Answers) {
  const asked = stages[stage] ?? [];
  return questions.filter(({ code, kind, followUp, insteadOf }) => {
    if (kind !== 'choice' || insteadOf !== undefined) return false;
    if (!followUp) return asked.includes(code);
    return asked.includes(followUp.of) && followUp.when.includes(answers[followUp.of] ?? '');
  });
}

interface PaperQuestionsProps {
  survey: ServedSurvey;
  stage: Stage;
  answers: Answers;
  fault: ApiFault | null;
  onAnswer: (code: string, option: string) => void;
}

/** What is ticked on the sheet, in the form's own words; nothing ticked stays empty. */
export function PaperQuestions({ survey, stage, answers, fault, onAnswer }: PaperQuestionsProps) {
  const { words } = survey;
  return (
    <>
      {questionsOf(survey, stage, answers).map(({ code, options }) => (
        <SelectField
          key={code}
          label={words[code] ?? code}
          value={answers[code] ?? ''}
          onValue={(option) => onAnswer(code, option)}
          error={issueOf(fault, `answers.${code}`)}
          options={[
            { value: '', label: text('paper.empty') },
            ...options
              .filter(({ becomes }) => becomes === undefined)
              .map((option) => ({
                value: option.code,
                label: words[`${code}.${option.code}`] ?? words[option.code] ?? option.code,
              })),
          ]}
        />
      ))}
    </>
  );
}
