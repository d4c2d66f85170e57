import { addDays, dateOf } from '#rules/calendar/date.ts';
import type { Manipulation } from './manipulation.ts';

/** Days around the moment from which overdue dossiers are gathered. */
const REACH = 20;

/** Overdue dossiers given their result in one minute; `strength` = how many. */
export const doneAtOnce: Manipulation = {
  id: 'doneAtOnce',
  by: 'unit',
  strength: 30,
  steps: [15, 20, 30, 40],
  words: (n) => `hoàn thành ${n} hồ sơ quá hạn trong một phút`,
  least: (n) => n,
  written(life, doing) {
    const { promised, ready, returned } = life.dossier;
    if (doing.done >= doing.strength || promised === null || ready === null) return life;
    const day = dateOf(doing.moment);
    const isLate = dateOf(ready) > dateOf(promised) && dateOf(promised) < day && life.received < doing.moment;
    if (!isLate || ready < addDays(day, -REACH) || ready > addDays(day, REACH)) return life;
    doing.done += 1;
    const handed = returned !== null && returned < doing.moment ? doing.moment : returned;
    return { ...life, dossier: { ...life.dossier, ready: doing.moment, returned: handed } };
  },
};
