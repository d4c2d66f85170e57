import { TABLET_CAVEAT } from '../rulesets/tay-ninh-800.ts';
import { choice } from './choice.ts';
import type { Survey } from './survey.ts';

/**
 * The tablets on the counters of Tây Ninh's centre in 2020, to read what they counted. Offered at no stage: a scale whose lowest rung
 * is «Bình thường» must not collect new answers.
 */
export const tayNinhTablet3 = {
  id: 'tay-ninh-tablet-3',
  version: 1,
  from: '2019-04-04',
  cite: TABLET_CAVEAT.cite,
  questions: [choice('overall', { very: {}, satisfied: {}, normal: {} }, { required: true })],
  stages: {},
  satisfaction: {
    question: 'overall',
    satisfied: ['very', 'satisfied'],
    cannotRecordDissatisfaction: TABLET_CAVEAT,
  },
} as const satisfies Survey;
