import { danhgia2026 } from '#rules/surveys/danhgia-2026.ts';
import type { AskedSurvey, Lang, Words } from '#rules/surveys/survey.ts';
import citizen from '#rules/surveys/words/citizen.vi.json' with { type: 'json' };
import danhgia from '#rules/surveys/words/danhgia-2026.vi.json' with { type: 'json' };

export interface WordedSurvey {
  readonly survey: AskedSurvey;
  readonly words: Words;
  readonly lang: Lang;
}

/** Carried in the script itself: the default form needs no request, and can always say that another did not load. */
export const BUILT_IN: WordedSurvey = {
  survey: danhgia2026,
  words: { ...citizen, ...danhgia },
  lang: 'vi',
};
