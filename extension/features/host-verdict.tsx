import { formatWorkingTime } from '#rules/format.ts';
import type { Punctuality } from '#rules/punctuality.ts';
import { type SaidOfTime, saidOfTime } from '#rules/said-of-time.ts';
import { language, texts } from '../language.ts';
import { punctualityOf } from './deadline-mark.tsx';
import type { Feature, Seen } from './feature.ts';

const say = texts(
  {
    name: 'So với lời của phần mềm một cửa (≠)',
    sign: 'Lệch với phần mềm',
    differs: 'Phần mềm ghi: {host}. Tính lại: {ours}. Ngày đã hẹn với người dân vẫn giữ.',
    late: 'trễ {time}',
    early: 'trước hạn {time}',
    onTime: 'đúng hạn',
    inTime: 'còn {time}',
  },
  {
    name: 'Comparison with what the back office says (≠)',
    sign: 'Differs from the back office',
    differs: 'The system says: {host}. Our result: {ours}. The promised date stands.',
    late: 'late by {time}',
    early: 'early by {time}',
    onTime: 'on time',
    inTime: '{time} left',
  },
);

const OURS: Partial<Record<Punctuality['status'], SaidOfTime>> = { early: 'early', overdue: 'late', dueSoon: 'inTime' };

/** What our own result comes to in the host's terms; `null` where there is none to compare. */
function ours({ status, finished }: Punctuality): SaidOfTime | null {
  if (status === 'onTime') return finished ? 'onTime' : 'inTime';
  return OURS[status] ?? null;
}

/** A running dossier that is not late is in time, whatever word the host has for it. */
function isSame(host: SaidOfTime, own: SaidOfTime, finished: boolean): boolean {
  return finished ? host === own || host === 'inTime' : (host === 'late') === (own === 'late');
}

interface Difference {
  readonly host: string;
  readonly own: SaidOfTime;
  readonly found: Punctuality;
}

/** What both say, or `null` where it is the same or one says nothing. */
function differenceOf(seen: Seen): Difference | null {
  const words = seen.reading.hostVerdict?.trim();
  const host = words && saidOfTime(words);
  const found = host ? punctualityOf(seen) : null;
  const own = found && ours(found);
  return words && host && found && own && !isSame(host, own, found.finished) ? { host: words, own, found } : null;
}

function Sentence({ host, own, found: { minutes, dayMinutes } }: Difference) {
  const time = formatWorkingTime(minutes ?? 0, dayMinutes, { lang: language() });
  return <p class="note">≠ {say('differs', { host, ours: say(own, { time }) })}</p>;
}

/** Our result beside the host's where the two differ: information, not a fault of anybody. */
export const hostVerdict: Feature = {
  id: 'host-verdict',
  name: () => say('name'),
  sign: (seen) => (differenceOf(seen) ? { sign: 'differs', name: say('sign') } : null),
  explain: (seen) => {
    const difference = differenceOf(seen);
    return difference && <Sentence {...difference} />;
  },
};
