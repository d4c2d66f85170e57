import type { JSX } from 'preact';
import type { ReadingCount } from '../messages.ts';

interface Props {
  readonly count: ReadingCount | null;
  readonly unreadable: boolean;
  /** Codes that stand in more than one row. */
  readonly doubled: readonly string[];
  readonly unsent: number;
  readonly hidden: boolean;
  readonly onHide: (event: Event) => void;
}

/** What could be read of this list, in a corner of the window; nothing is passed over in silence. */
export function Chip({ count, unreadable, doubled, unsent, hidden, onHide }: Props): JSX.Element | null {
  if (unreadable)
    return (
      <p class="chip" role="status">
        Chưa đọc được danh sách này.
      </p>
    );
  if (!count || count.total === 0) return null;
  const parts = [`Đọc được ${count.read}/${count.total} dòng`];
  if (count.noDate) parts.push(`${count.noDate} dòng không có ngày hẹn`);
  if (count.noCode) parts.push(`${count.noCode} dòng không có mã hồ sơ`);
  if (unsent) parts.push(`Chưa gửi ${unsent} việc`);
  return (
    <div class="chip" role="status">
      <span>{parts.join(' · ')}</span>
      {doubled.map((code) => (
        <span key={code}>
          Có {count.duplicates} dòng cùng mã {code}. Các dòng này không được đánh dấu; hãy mở từng hồ sơ.
        </span>
      ))}
      <button type="button" aria-keyshortcuts="Alt+M" onClick={onHide}>
        {hidden ? 'Hiện dấu' : 'Ẩn dấu'} (Alt+M)
      </button>
    </div>
  );
}
