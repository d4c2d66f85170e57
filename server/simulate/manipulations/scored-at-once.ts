import { momentNumber } from '#rules/calendar/date.ts';
import { utcOf } from '#rules/checks/local-minute.ts';
import type { Manipulation } from './manipulation.ts';

const WINDOW_SECONDS = 120;

/** One after the other without a look; `strength` = dossiers within two minutes. */
export const scoredAtOnce: Manipulation = {
  id: 'scoredAtOnce',
  by: 'officer',
  strength: 50,
  steps: [30, 40, 50, 70],
  words: (n) => `xác nhận ${n} hồ sơ trong 2 phút`,
  least: (n) => n,
  confirmed(confirmation, doing) {
    if (doing.done >= doing.strength) return confirmation;
    const each = WINDOW_SECONDS / doing.strength;
    const at = utcOf(momentNumber(doing.moment)) + Math.floor(doing.done * each * 1000);
    doing.done += 1;
    // Those with a result later than that minute would be scored before it: that is another matter.
    return { at: Math.max(at, confirmation.at - 366 * 86_400_000), looked: Math.floor(each) };
  },
};
