import { choice } from './choice.ts';
import type { Survey } from './survey.ts';

const LEVELS = { very: {}, satisfied: {}, notYet: {} };

/**
 * The three levels TT 32/2017/TT-BTTTT Điều 12 has portals ask: overall, the one content it makes mandatory, then convenience,
 * punctuality and attitude. Feeds shares only, never an indicator.
 */
export const tt32Three = {
  id: 'tt32-3',
  version: 1,
  from: '2026-01-01',
  cite: { act: 'TT 32/2017/TT-BTTTT', article: '12', certainty: 'text' },
  questions: [
    choice('overall', LEVELS, { required: true }),
    choice('ease', LEVELS),
    choice('time', LEVELS),
    choice('attitude', LEVELS),
  ],
  stages: { returned: ['overall', 'ease', 'time', 'attitude'] },
  satisfaction: { question: 'overall', satisfied: ['very', 'satisfied'] },
} as const satisfies Survey;
