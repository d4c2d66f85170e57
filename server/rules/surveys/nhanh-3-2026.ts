import { choice } from './choice.ts';
import type { Survey } from './survey.ts';

/**
 * The quick form of a counter's tablet: one touch, then one optional touch that is the same after every level. Feeds a share
 * only, never an indicator.
 */
export const nhanh32026 = {
  id: 'nhanh-3-2026',
  version: 1,
  from: '2026-01-01',
  cite: { act: 'NĐ 118/2025/NĐ-CP', article: '33', clause: '1', certainty: 'text' },
  questions: [
    choice('overall', { satisfied: {}, neutral: {}, dissatisfied: {} }, { required: true }),
    choice('topic', { waiting: {}, appointment: {}, attitude: {}, guidance: {}, trips: {}, cost: {}, other: {} }),
  ],
  stages: { returned: ['overall', 'topic'] },
  satisfaction: { question: 'overall', satisfied: ['satisfied'] },
} as const satisfies Survey;
