import { ONLINE_ANSWER } from '#rules/duties/online-answer.ts';
import { SUPPLEMENT_OPEN } from '#rules/duties/supplement-open.ts';
import { texts } from '../language.ts';
import { dutyOf, taskOf } from './duty-of.ts';
import type { Feature, Seen } from './feature.ts';

/** What waits too long: papers asked for, or a dossier filed online. */
export type LongWait = 'supplement' | 'online';

const say = texts(
  {
    name: 'Báo hồ sơ chờ bổ sung quá hạn, hồ sơ trực tuyến chưa được trả lời',
    supplement: 'Chờ bổ sung quá hạn',
    online: 'Hồ sơ trực tuyến chưa được trả lời',
  },
  {
    name: 'Dossiers that wait for a supplement, or online for an answer, past their limit',
    supplement: 'Supplement waited for too long',
    online: 'Online dossier without an answer',
  },
);

const DUTIES = { supplement: SUPPLEMENT_OPEN, online: ONLINE_ANSWER } as const;

/** Whether a dossier that still runs waits longer than the decree of its day allows; `null` also where no screen shows since when. */
export function longWaitOf(seen: Seen): LongWait | null {
  const { dossier, acts } = seen;
  if (dossier?.state === 'waitingSupplement' && acts.supplementNotices)
    return dutyOf(seen, SUPPLEMENT_OPEN)?.state === 'breached' ? 'supplement' : null;
  if (dossier?.state === 'new' && acts.submitted)
    return dutyOf(seen, ONLINE_ANSWER)?.state === 'breached' ? 'online' : null;
  return null;
}

/** A supplement nobody completed, or an online dossier nobody answered, past the limit of the decree. */
export const longWaits: Feature = {
  id: 'long-waits',
  name: () => say('name'),
  sign: (seen) => {
    const wait = longWaitOf(seen);
    return wait && { sign: 'waits', name: say(wait) };
  },
  task: (seen) => {
    const wait = longWaitOf(seen);
    const found = wait && dutyOf(seen, DUTIES[wait]);
    return found && taskOf(found);
  },
};
