import type { JSX } from 'preact';
import { useState } from 'preact/hooks';
import { countSentence } from '../health-words.ts';
import { texts } from '../language.ts';
import type { ReadingCount } from '../messages.ts';

const say = texts(
  {
    unreadable: 'Chưa đọc được danh sách này.',
    teach: 'Dạy đọc trang hoặc tắt ở đây',
    unsent: 'Chưa gửi {n} việc',
    doubled: 'Có {n} dòng cùng mã {code}. Các dòng này không được đánh dấu; hãy mở từng hồ sơ.',
    show: 'Hiện dấu',
    hide: 'Ẩn dấu',
    fold: 'Thu gọn ô này',
  },
  {
    unreadable: 'This list cannot be read yet.',
    teach: 'Teach this page or turn off here',
    unsent: '{n} items not sent',
    doubled: '{n} rows share code {code}. They are not marked; open each dossier.',
    show: 'Show marks',
    hide: 'Hide marks',
    fold: 'Make this box small',
  },
);

/** More codes than this would cover the list. */
const MOST_NAMED = 3;

interface Props {
  readonly count: ReadingCount | null;
  readonly unreadable: boolean;
  /** Codes that stand in more than one row. */
  readonly doubled: readonly string[];
  readonly unsent: number;
  readonly hidden: boolean;
  /** What hides and shows: `Alt+M`. */
  readonly keys: string;
  readonly onHide: (event: Event) => void;
  readonly onTeach: (event: Event) => void;
}

/**
 * What could be read of this list, in a corner of the window; nothing is passed over in silence. Folded it leaves free what the host has
 * in that corner, and opens by itself when more is lacking than there was.
 */
export function Chip({ count, unreadable, doubled, unsent, hidden, keys, onHide, onTeach }: Props): JSX.Element | null {
  const [folded, setFolded] = useState<number | null>(null);
  if (unreadable)
    return (
      <div class="chip" role="status">
        <span>{say('unreadable')}</span>
        <button type="button" onClick={onTeach}>
          {say('teach')}
        </button>
      </div>
    );
  if (!count || count.total === 0) return null;
  const parts = [countSentence(count)];
  if (unsent) parts.push(say('unsent', { n: unsent }));
  const { read, total, duplicates } = count;
  const lacking = total - read + unsent;
  const open = folded === null || lacking > folded;
  return (
    <div class="chip" role="status">
      {open && (
        <>
          <span>{parts.join(' · ')}</span>
          {doubled.length > 0 && (
            <span>{say('doubled', { n: duplicates, code: doubled.slice(0, MOST_NAMED).join(', ') })}</span>
          )}
          <button type="button" aria-keyshortcuts={keys} onClick={onHide}>
            {say(hidden ? 'show' : 'hide')} ({keys})
          </button>
        </>
      )}
      <button
        type="button"
        aria-expanded={open}
        aria-label={open ? say('fold') : parts.join(' · ')}
        onClick={({ isTrusted }) => isTrusted && setFolded(open ? lacking : null)}
      >
        {open ? '–' : `${read}/${total}`}
      </button>
    </div>
  );
}
