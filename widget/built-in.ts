import { danhgia2026 } from '#rules/surveys/danhgia-2026.ts';
import type { AskedSurvey, Lang, Survey, Words } from '#rules/surveys/survey.ts';
import citizen from '#rules/surveys/words/citizen.vi.json' with { type: 'json' };
import danhgia from '#rules/surveys/words/danhgia-2026.vi.json' with { type: 'json' };

export interface WordedSurvey {
  readonly survey: AskedSurvey;
  /** A help text that is empty is there to be fetched. */
  readonly words: Words;
  readonly lang: Lang;
}

const { id, version, stages, questions }: Survey = danhgia2026;
/** What stands in for another question where the channel is known beforehand, which this form never learns. */
const left = questions.flatMap((q) => (q.insteadOf ? q.code : []));
const shown = Object.entries({ ...citizen, ...danhgia }).filter(
  ([key]) => !key.endsWith('@online') && !left.includes(key.split('.')[0] ?? ''),
);

/**
 * Carried in the script itself: the default form needs no request, and can always say that another did not load. Facts,
 * articles and contents are the server's concern; explanations of questions are fetched by those who unfold one.
 */
export const BUILT_IN: WordedSurvey = {
  survey: {
    ...{ id, version, stages },
    questions: questions
      .filter((q) => !left.includes(q.code))
      .map(({ indicator: _indicator, content: _content, options, ...asked }) => ({
        ...asked,
        options: options.map(({ code, becomes }) => (becomes ? { code, becomes } : { code })),
      })),
  },
  words: Object.fromEntries(shown.map(([key, text]) => [key, /q.*\.help|overall\.help/.test(key) ? '' : text])),
  lang: 'vi',
};
