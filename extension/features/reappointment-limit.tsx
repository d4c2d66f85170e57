import { REAPPOINTMENTS } from '#rules/duties/reappointments.ts';
import { texts } from '../language.ts';
import { dutyOf, taskOf } from './duty-of.ts';
import type { Feature } from './feature.ts';
import { Pair } from './pair.tsx';

const say = texts(
  {
    name: 'Đếm số lần hẹn lại, báo khi quá một lần',
    sign: 'Hẹn lại {n} lần',
    label: 'Hẹn lại',
    times: '{n} lần',
    none: 'Quy định không cho hẹn lại lần thứ hai.',
  },
  {
    name: 'Count of new dates, tells when there is more than one',
    sign: 'New date set {n} times',
    label: 'New dates',
    times: '{n}',
    none: 'The rule allows no second new date.',
  },
);

/** How often a new date was set; the decrees allow one. */
export const reappointmentLimit: Feature = {
  id: 'reappointment-limit',
  name: () => say('name'),
  sign: (seen) => {
    if (dutyOf(seen, REAPPOINTMENTS)?.state !== 'breached') return null;
    return { sign: 'reappointed', name: say('sign', { n: seen.dossier?.reappointed?.length ?? 0 }) };
  },
  task: (seen) => {
    const found = dutyOf(seen, REAPPOINTMENTS);
    return found?.state === 'breached' ? taskOf(found) : null;
  },
  explain: (seen) => {
    const n = seen.dossier?.reappointed?.length;
    return (
      n && (
        <dl>
          <Pair label={say('label')} value={say('times', { n })} note={say('none')} />
        </dl>
      )
    );
  },
};
