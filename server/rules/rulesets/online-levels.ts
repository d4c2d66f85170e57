import type { Dated } from '../law.ts';

/**
 * Whether online services have the levels 3 and 4 that indicator 9 speaks of. Since they ended a service is whole («toàn trình») or
 * partial («một phần»), and what the circular means is a reading (choice `index9.levels`).
 */
export const ONLINE_LEVELS: Dated<'held' | 'ended'> = [
  { from: '2019-01-06', value: 'held', cite: { act: 'TT 01/2018/TT-VPCP', article: '13', certainty: 'text' } },
  {
    from: '2022-01-01',
    value: 'ended',
    cite: {
      act: 'TT 01/2018/TT-VPCP',
      article: '13',
      certainty: 'reading',
      note: 'Mức 3, 4 bỏ trong năm 2022; chưa tra được ngày nên lấy từ đầu năm.',
    },
  },
];
