import { type Apology, type ApologyState, apologyOwed } from '#rules/duties/apology.ts';
import { formatDateTime } from '#rules/format.ts';
import { citationText } from '#rules/law.ts';
import type { RecordedLetter } from '../known-reading.ts';
import { texts } from '../language.ts';
import type { Feature, Seen } from './feature.ts';
import { Pair } from './pair.tsx';

const say = texts(
  {
    name: 'Nhắc xin lỗi khi trễ hạn (✉), soạn văn bản xin lỗi',
    sign: 'Cần xin lỗi',
    send: 'Gửi văn bản xin lỗi và hẹn lại ngày trả. {because}',
    deadline: 'Hạn gửi xin lỗi',
    byArticle: '({cite}; tính đến giờ đóng cửa ngày làm việc cuối: cách hiểu)',
    letter: 'Đã xin lỗi',
    recorded: '{sent}, hẹn lại {promised}',
    waiting: '(chưa gửi máy chủ)',
    refused: '(máy chủ không nhận: {problem})',
    write: 'Soạn văn bản xin lỗi',
  },
  {
    name: 'Apologies owed for late dossiers (✉), with the letter',
    sign: 'Apology owed',
    send: 'Send the letter of apology with a new date. {because}',
    deadline: 'Apology due',
    byArticle: '({cite}; counted to closing time of the last working day: our reading)',
    letter: 'Apology sent',
    recorded: '{sent}, new date {promised}',
    waiting: '(not yet on the server)',
    refused: '(refused by the server: {problem})',
    write: 'Write the letter of apology',
  },
);

const DUTIES: ReadonlySet<ApologyState> = new Set(['dueToday', 'late']);
/** No letter is on record: until when one is in time, or was. */
const OPEN: ReadonlySet<ApologyState> = new Set(['notYet', 'dueToday', 'late']);
/** While a letter still has a point: what runs and may be late, or is late. */
const WRITABLE: ReadonlySet<ApologyState> = new Set(['notYet', 'dueToday', 'late', 'reappointed', 'done', 'doneLate']);

function apologyOf({ dossier, acts, now, office, settings }: Seen): Apology | null {
  return dossier && apologyOwed(dossier, now, office, settings.choices, acts.apologies?.[0] ?? null);
}

function stateOf({ state, problem }: RecordedLetter): string | undefined {
  if (state === 'queued') return say('waiting');
  return state === 'refused' ? say('refused', { problem: problem ?? '' }) : undefined;
}

function Letter({ letter }: { letter: RecordedLetter }) {
  const value = say('recorded', { sent: formatDateTime(letter.sent), promised: formatDateTime(letter.promised) });
  const note = stateOf(letter);
  return <Pair label={say('letter')} value={value} {...(note ? { note } : {})} />;
}

/** An overdue dossier whose applicant was not written to in time: a letter of apology with a new date is owed. */
export const apologyOwedMark: Feature = {
  id: 'apology-owed',
  name: () => say('name'),
  sign: (seen) => (apologyOf(seen)?.owed ? { sign: 'apology', name: say('sign') } : null),
  task: (seen) => {
    const apology = apologyOf(seen);
    if (!apology?.cite || !DUTIES.has(apology.state)) return null;
    const text = apology.owed ? say('send', { because: apology.because }) : apology.because;
    const due = apology.owed ? 'owed' : apology.state === 'dueToday' ? 'lastDay' : null;
    return { text, cite: citationText(apology.cite), ...(due ? { apology: due } : {}) };
  },
  explain: (seen) => {
    const apology = apologyOf(seen);
    const letters = seen.reading.letters ?? [];
    const open = apology && OPEN.has(apology.state) ? apology : null;
    if (!open && letters.length === 0) return null;
    return (
      <dl>
        {open?.deadline && open.cite && (
          <Pair
            label={say('deadline')}
            value={formatDateTime(open.deadline)}
            note={say('byArticle', { cite: citationText(open.cite) })}
          />
        )}
        {letters.map((letter) => (
          <Letter key={letter.sent} letter={letter} />
        ))}
      </dl>
    );
  },
  link: (seen) => {
    const apology = apologyOf(seen);
    if (!apology || !WRITABLE.has(apology.state)) return null;
    return { href: `/letter.html#${encodeURIComponent(seen.reading.code)}`, label: say('write') };
  },
};
