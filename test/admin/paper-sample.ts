import type { ServedSurvey } from '#wire/survey.ts';
import { UNIT } from './sample.ts';

const options = (...codes: string[]) => codes.map((code) => ({ code }));
/** A form of two questions, a follow-up and a comment. */
export const SURVEY: ServedSurvey = {
  id: 'danhgia-2026',
  version: 1,
  lang: 'vi',
  questions: [
    { code: 'overall', kind: 'choice', required: true, options: options('s5', 's1') },
    { code: 'q3', kind: 'choice', options: options('extra0', 'extra1') },
    { code: 'q3b', kind: 'choice', followUp: { of: 'q3', when: ['extra1'] }, options: options('guide', 'mine') },
    { code: 'comment', kind: 'text', options: [] },
  ],
  stages: { submitted: ['overall'], returned: ['overall', 'q3', 'comment'] },
  words: {
    overall: 'Hài lòng đến mức nào?',
    'overall.s5': 'Rất hài lòng',
    q3: 'Mấy lần?',
    'q3.extra1': '2 lần',
    q3b: 'Vì sao?',
    'q3b.mine': 'Tôi ghi sai',
  },
};
/** A server that knows one unit and that form. */
export const PLACE = {
  'GET /v1/units': { body: { units: [UNIT] } },
  'GET /v1/surveys/danhgia-2026?version=1': { body: SURVEY },
};
