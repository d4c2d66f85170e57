import type { ServedSurvey } from '#wire/survey.ts';
import { type ApiFault, issueOf } from '../api.ts';
import { Labelled } from '../parts/labelled.tsx';
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

/** The number printed before a question, `null` for a follow-up. */
export function numberOf(survey: ServedSurvey, stage: Stage, code: string): number | null {
  const numbered = questionsOf(survey, stage, {}).filter(({ followUp }) => !followUp);
  const place = numbered.findIndex((question) => question.code === code);
  return place < 0 ? null : place + 1;
}

/** An option in the words of the sheet. */
export function labelOf({ words }: ServedSurvey, code: string, option: string): string {
  return words[`${code}.${option}`] ?? words[option] ?? option;
}

/** A question as the sheet prints it, with its number where it has one. */
export function titleOf(survey: ServedSurvey, stage: Stage, code: string): string {
  const number = numberOf(survey, stage, code);
  const words = survey.words[`${code}@${stage}`] ?? survey.words[code] ?? code;
  return number === null ? words : `${number}. ${words}`;
}

interface PaperQuestionsProps {
  survey: ServedSurvey;
  stage: Stage;
  answers: Answers;
  fault: ApiFault | null;
  onAnswer: (code: string, option: string) => void;
}

/** The control after this one in its form, as Enter leads to it. */
function focusNext(from: HTMLSelectElement): void {
  const controls = [...(from.form?.querySelectorAll<HTMLElement>('select, input, textarea, button') ?? [])];
  controls[controls.indexOf(from) + 1]?.focus();
}

/**
 * What is ticked on the sheet, in the form's own words; nothing ticked stays empty. A digit picks the option of that number, 0 none, and
 * Enter goes on to the next question.
 */
export function PaperQuestions({ survey, stage, answers, fault, onAnswer }: PaperQuestionsProps) {
  return (
    <>
      {questionsOf(survey, stage, answers).map(({ code, options }) => {
        const offered = options.filter(({ becomes }) => becomes === undefined);
        const onKeyDown = (event: KeyboardEvent & { readonly currentTarget: HTMLSelectElement }) => {
          if (event.ctrlKey || event.altKey || event.metaKey) return;
          if (event.key === 'Enter') {
            event.preventDefault();
            focusNext(event.currentTarget);
          }
          if (!/^\d$/.test(event.key)) return;
          const picked = event.key === '0' ? '' : offered[Number(event.key) - 1]?.code;
          event.preventDefault();
          if (picked !== undefined) onAnswer(code, picked);
        };
        return (
          <Labelled key={code} label={titleOf(survey, stage, code)} error={issueOf(fault, `answers.${code}`)}>
            {(ties) => (
              <select
                {...ties}
                value={answers[code] ?? ''}
                onChange={(event) => onAnswer(code, event.currentTarget.value)}
                onKeyDown={onKeyDown}
              >
                <option value="">{text('paper.empty')}</option>
                {offered.map((option, i) => (
                  <option key={option.code} value={option.code}>
                    {i + 1}. {labelOf(survey, code, option.code)}
                  </option>
                ))}
              </select>
            )}
          </Labelled>
        );
      })}
    </>
  );
}
