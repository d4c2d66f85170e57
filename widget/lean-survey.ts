import type { Plugin } from 'vite';
import { danhgia2026 } from '../server/rules/surveys/danhgia-2026.ts';
import type { Survey } from '../server/rules/surveys/survey.ts';

const { id, version, questions, stages }: Survey = danhgia2026;
/** Asked only where the channel is known beforehand, which this form never learns. */
const replacing = questions.filter((q) => q.insteadOf);

const survey = {
  ...{ id, version, stages },
  questions: questions
    .filter((q) => !replacing.includes(q))
    .map(({ indicator: _indicator, content: _content, options, ...asked }) => ({
      ...asked,
      options: options.map(({ code, becomes }) => ({ code, becomes })),
    })),
};

/** In the built script the default survey keeps what this form shows; facts, articles and contents are the server's concern. */
export function leanSurvey(): Plugin {
  return {
    name: 'lean-survey',
    enforce: 'pre',
    load: (file) =>
      file.endsWith('/surveys/danhgia-2026.ts') ? `export const danhgia2026 = ${JSON.stringify(survey)}` : null,
    transform(text, file) {
      if (!file.endsWith('/words/danhgia-2026.vi.json')) return null;
      const words = Object.entries(JSON.parse(text) as Record<string, string>);
      const shown = words.filter(
        ([key]) => !key.endsWith('@online') && !replacing.some((q) => key.split('.')[0] === q.code),
      );
      return JSON.stringify(Object.fromEntries(shown));
    },
  };
}
