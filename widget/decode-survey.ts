import type { Stage } from '#rules/surveys/survey.ts';
import type { ServedSurvey } from '#wire/survey.ts';

/**
 * A survey from the short form in which the build writes it: lines `key|text`; then for each question a line
 * `#code|text|help|kind|parent|options of the parent` and a line `code|text|becomes` for each option. A trailing part may
 * be missing; `?` is a text that is there but empty.
 */
export function decodeSurvey(whole: Omit<ServedSurvey, 'questions' | 'words'>, lines: string): ServedSurvey {
  const words: Record<string, string> = {};
  const questions: ServedSurvey['questions'] = [];
  const say = (name: string, text?: string) => {
    if (text) words[name] = text === '?' ? '' : text;
  };
  for (const line of lines.split('\n')) {
    const [key = '', text, third, kind, of, when] = line.split('|');
    const code = questions.at(-1)?.code;
    const name = key[0] === '#' ? key.slice(1) : code ? `${code}.${key}` : key;
    say(name, text);
    if (key[0] === '#') {
      say(`${name}.help`, third);
      questions.push({
        code: name,
        kind: kind === 'text' ? kind : 'choice',
        required: kind === '!',
        options: [],
        ...(of && when && { followUp: { of, when: when.split(' ') } }),
      });
    } else questions.at(-1)?.options.push({ code: key, ...(third && { becomes: third as Stage }) });
  }
  return { ...whole, questions, words };
}
