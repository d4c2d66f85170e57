import { formatDateTime, formatMoment, formatWorkingTime } from '#rules/format.ts';
import { language, texts } from '../language.ts';
import { punctualityOf } from './deadline-mark.tsx';
import type { Feature } from './feature.ts';

const say = texts(
  {
    name: 'Nhắc hồ sơ sắp đến hạn',
    task: 'Trả kết quả chậm nhất {due}; còn {left}.',
  },
  {
    name: 'Reminder of dossiers that are due soon',
    task: 'Return the result by {due} at the latest; {left} left.',
  },
);

/** A dossier that runs and has two working days or less: until when the result must be there. */
export const dueSoon: Feature = {
  id: 'due-soon',
  name: () => say('name'),
  task: (seen) => {
    const found = punctualityOf(seen);
    if (found?.status !== 'dueSoon' || !found.due || found.minutes === null) return null;
    const lang = language();
    const left = formatWorkingTime(found.minutes, found.dayMinutes, { lang });
    const due = lang === 'vi' ? formatMoment(found.due.at) : formatDateTime(found.due.at);
    return { text: say('task', { due, left }), cite: null };
  },
};
