import { choice } from './choice.ts';
import type { Survey } from './survey.ts';

const LEVELS = { s5: {}, s4: {}, s3: {}, s2: {}, s1: {} };

/**
 * The contents of TT 32/2017/TT-BTTTT Điều 12 on the five levels that SIPAS and the ministry's own portal use. The circular prints
 * three, so joining the two is our reading. Feeds shares only, never an indicator.
 */
export const tt32Five = {
  id: 'tt32-5',
  version: 1,
  from: '2026-01-01',
  cite: {
    act: 'TT 32/2017/TT-BTTTT',
    article: '12',
    certainty: 'reading',
    note: 'Thông tư in ba mức; thang năm mức theo SIPAS (QĐ 1001/QĐ-BNV ngày 11/12/2023) và phiếu của Bộ Thông tin và Truyền thông.',
  },
  questions: [
    choice('overall', LEVELS, { required: true }),
    choice('ease', LEVELS),
    choice('time', LEVELS),
    choice('attitude', LEVELS),
  ],
  stages: { returned: ['overall', 'ease', 'time', 'attitude'] },
  satisfaction: { question: 'overall', satisfied: ['s5', 's4'] },
} as const satisfies Survey;
