import { SUPPLEMENT_COUNT } from '#rules/duties/supplement-requests.ts';
import { requestsOf } from '#rules/qd766/end.ts';
import { texts } from '../language.ts';
import { dutyOf, taskOf } from './duty-of.ts';
import type { Feature, Seen } from './feature.ts';
import { Pair } from './pair.tsx';

const say = texts(
  {
    name: 'Đếm số lần yêu cầu bổ sung (②)',
    sign: 'Yêu cầu bổ sung lần {n}',
    label: 'Bổ sung',
    times: '{n} lần',
  },
  {
    name: 'Count of supplement requests (②)',
    sign: 'Supplement request no. {n}',
    label: 'Supplements',
    times: '{n}',
  },
);

/** Requests on the screens; `null` = none of them shows any count. */
function countOf({ dossier, acts }: Seen): number | null {
  const notices = acts.supplementNotices?.length ?? 0;
  if (!dossier || (notices === 0 && dossier.supplements === null)) return null;
  return Math.max(notices, requestsOf(dossier));
}

/** How often the applicant was asked for papers; the decrees want one request, complete. */
export const supplementCount: Feature = {
  id: 'supplement-count',
  name: () => say('name'),
  sign: (seen) => {
    const n = countOf(seen);
    if (!n || dutyOf(seen, SUPPLEMENT_COUNT)?.state !== 'breached') return null;
    return { sign: 'supplements', name: say('sign', { n }) };
  },
  task: (seen) => {
    const found = countOf(seen) ? dutyOf(seen, SUPPLEMENT_COUNT) : null;
    return found?.state === 'breached' ? taskOf(found) : null;
  },
  explain: (seen) => {
    const n = countOf(seen);
    return (
      n !== null && (
        <dl>
          <Pair label={say('label')} value={say('times', { n })} />
        </dl>
      )
    );
  },
};
