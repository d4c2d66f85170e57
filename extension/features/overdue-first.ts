import { texts } from '../language.ts';
import { punctualityOf } from './deadline-mark.tsx';
import type { Feature, Seen } from './feature.ts';

const say = texts(
  { name: 'Quá hạn đứng trước trong danh sách Hôm nay' },
  { name: 'Overdue first in the list of today' },
);

/** How long a dossier that runs is past its date, in working minutes; time left counts below zero. What does not run comes last. */
function delayOf(seen: Seen): number {
  const found = punctualityOf(seen);
  if (!found || found.finished || found.minutes === null) return Number.NEGATIVE_INFINITY;
  return found.status === 'overdue' ? found.minutes : -found.minutes;
}

/** The latest first, then by the time left, then what is paused, not known or finished; of equals the lower code. */
export function overdueFirst(a: Seen, b: Seen): number {
  const [one, other] = [delayOf(a), delayOf(b)];
  if (one !== other) return one > other ? -1 : 1;
  return a.reading.code < b.reading.code ? -1 : 1;
}

/** Order of the panel's own list; the host's stays as it is. */
export const overdueOrder: Feature = {
  id: 'overdue-first',
  name: () => say('name'),
  order: overdueFirst,
};
