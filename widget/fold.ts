import { UNKNOWN } from '#rules/surveys/survey.ts';
import type { WordedSurvey } from './built-in.ts';
import type { Folded } from './unfold.ts';

/** The survey as `unfold` reads it: every byte of it travels to every citizen. */
export function fold({ survey: { questions, ...survey }, words }: WordedSurvey): Folded {
  const around = { ...words };
  const take = (key: string) => {
    const text = around[key] ?? '';
    delete around[key];
    return text;
  };
  const asked = questions.map(({ code, options }) => {
    const offered = options.filter((o) => o.code !== UNKNOWN);
    const labels = offered.map((o) => [o.becomes ? `${o.code}>${o.becomes}` : o.code, take(`${code}.${o.code}`)]);
    return [code, [take(code), Object.fromEntries(labels)]];
  });
  const more = questions.flatMap(({ code, kind, options, ...special }) => {
    const rest = kind === 'choice' ? special : { kind, options, ...special };
    return Object.keys(rest).length ? [[code, rest]] : [];
  });
  return { ...survey, around, asked: Object.fromEntries(asked), more: Object.fromEntries(more) };
}
