import type { JSX } from 'preact';
import { useState } from 'preact/hooks';
import { formatCount } from '#rules/format.ts';
import type { PanelState, PanelView } from '../messages.ts';
import { SignIcon } from '../ui/sign-icon.tsx';
import { StatusIcon } from '../ui/status-icon.tsx';
import { type DutyId, todayItems } from './duties.ts';
import { useDoing } from './use-doing.ts';

interface DutyKind {
  readonly id: DutyId;
  readonly label: string;
  readonly view: PanelView;
  readonly icon: JSX.Element | null;
}

const DUTIES: readonly DutyKind[] = [
  { id: 'overdue', label: 'Quá hạn', view: 'dossier', icon: <StatusIcon status="overdue" /> },
  { id: 'dueToday', label: 'Đến hạn hôm nay', view: 'dossier', icon: <StatusIcon status="dueSoon" /> },
  { id: 'apology', label: 'Cần xin lỗi', view: 'dossier', icon: <SignIcon sign="apology" /> },
  { id: 'unscored', label: 'Chưa tự chấm', view: 'score', icon: null },
];
const SHOWN = 50;

function Reading({ state }: { state: PanelState }) {
  const { count, hidden } = state;
  const { run } = useDoing();
  if (!count) return null;
  return (
    <section class="reading" aria-label="Lần đọc gần nhất">
      <p>
        Đọc được {count.read}/{count.total} dòng lúc {count.at.slice(11)}.
        {count.noDate > 0 && ` ${count.noDate} dòng không có ngày hẹn.`}
        {count.noCode > 0 && ` ${count.noCode} dòng không có mã hồ sơ.`}
        {count.duplicates > 0 && ` ${count.duplicates} dòng trùng mã, không được đánh dấu.`}
      </p>
      <button type="button" onClick={() => void run({ type: 'panel.hide', hidden: !hidden })}>
        {hidden ? 'Hiện dấu trên trang' : 'Ẩn dấu trên trang'}
      </button>
    </section>
  );
}

/** Duties of today by kind, and the dossiers behind them by delay (E3). Filters this list only; the host's stays as it is. */
export function Today({ state, onOpen }: { state: PanelState; onOpen: (code: string, view: PanelView) => void }) {
  const [only, setOnly] = useState<DutyId | null>(null);
  const items = todayItems(state);
  const shown = only ? items.filter(({ duties }) => duties.has(only)) : items;
  const view = DUTIES.find(({ id }) => id === only)?.view ?? 'dossier';
  if (state.seen.length === 0)
    return <p>Chưa có trang một cửa nào đang mở. Mở danh sách hồ sơ, phần mềm sẽ đọc và đếm tại đây.</p>;
  return (
    <>
      <ul class="duties">
        {DUTIES.map(({ id, label, icon }) => (
          <li key={id}>
            <button type="button" aria-pressed={only === id} onClick={() => setOnly(only === id ? null : id)}>
              {icon} <strong>{formatCount(items.filter(({ duties }) => duties.has(id)).length)}</strong> {label}
            </button>
          </li>
        ))}
      </ul>
      {items.length === 0 && <p>Không có việc đến hạn. Lần đọc gần nhất {state.count?.at.slice(11)}.</p>}
      <ul class="list" aria-label="Hồ sơ cần làm">
        {shown.slice(0, SHOWN).map(({ seen: { reading }, mark }) => (
          <li key={reading.code}>
            <button type="button" onClick={() => onOpen(reading.code, view)}>
              {mark && (
                <span class={`badge ${mark.status}`}>
                  <StatusIcon status={mark.status} /> {mark.text}
                </span>
              )}
              <span class="code">{reading.code}</span>
              <span class="meta">{reading.procedureName}</span>
            </button>
          </li>
        ))}
      </ul>
      {shown.length > SHOWN && (
        <p class="meta">
          Đang hiện {SHOWN}/{formatCount(shown.length)} hồ sơ, trễ nhất trước.
        </p>
      )}
      <Reading state={state} />
    </>
  );
}
