import type { JSX } from 'preact';
import { useState } from 'preact/hooks';
import { formatCount } from '#rules/format.ts';
import { countSentence } from '../health-words.ts';
import { language, texts } from '../language.ts';
import type { PanelState, PanelView } from '../messages.ts';
import { SignIcon } from '../ui/sign-icon.tsx';
import { StatusIcon } from '../ui/status-icon.tsx';
import { type DutyId, todayItems } from './duties.ts';
import { useDoing } from './use-doing.ts';

const say = texts(
  {
    overdue: 'Quá hạn',
    dueToday: 'Đến hạn hôm nay',
    apology: 'Cần xin lỗi',
    lastDay: 'Hôm nay là hạn gửi xin lỗi',
    supplement: 'Chờ bổ sung quá hạn',
    online: 'Trực tuyến chưa trả lời',
    unscored: 'Chưa tự chấm',
    lastReading: 'Lần đọc gần nhất',
    read: 'Lúc {time}: {count}.',
    show: 'Hiện dấu trên trang',
    hide: 'Ẩn dấu trên trang',
    nothing: 'Không có việc đến hạn. Lần đọc gần nhất {time}.',
    none: 'Chưa có trang một cửa nào đang mở. Mở danh sách hồ sơ, phần mềm sẽ đọc và đếm tại đây.',
    list: 'Hồ sơ cần làm',
    cut: 'Đang hiện {shown}/{n} hồ sơ đầu danh sách.',
    seen: 'Chỉ tính hồ sơ đã hiện trên màn hình trong ngày.',
    batch: 'Tự chấm cả đợt',
  },
  {
    overdue: 'Overdue',
    dueToday: 'Due today',
    apology: 'Apology owed',
    lastDay: 'Last day for an apology',
    supplement: 'Supplement overdue',
    online: 'Online unanswered',
    unscored: 'No self-score',
    lastReading: 'Last reading',
    read: '{time}: {count}.',
    show: 'Show marks',
    hide: 'Hide marks',
    nothing: 'Nothing is due. Last reading at {time}.',
    none: 'No back office is open. Open the list of dossiers: it is read and counted here.',
    list: 'Dossiers to work on',
    cut: 'Showing the first {shown} of {n} dossiers.',
    seen: 'Counts only dossiers a screen showed today.',
    batch: 'Score as a batch',
  },
);

interface DutyKind {
  readonly id: DutyId;
  readonly view: PanelView;
  readonly icon: JSX.Element | null;
}

const DUTIES: readonly DutyKind[] = [
  { id: 'overdue', view: 'dossier', icon: <StatusIcon status="overdue" /> },
  { id: 'dueToday', view: 'dossier', icon: <StatusIcon status="dueSoon" /> },
  { id: 'apology', view: 'dossier', icon: <SignIcon sign="apology" /> },
  { id: 'lastDay', view: 'dossier', icon: <SignIcon sign="apology" /> },
  { id: 'supplement', view: 'dossier', icon: <SignIcon sign="supplements" /> },
  { id: 'online', view: 'dossier', icon: <SignIcon sign="waits" /> },
  { id: 'unscored', view: 'score', icon: null },
];
const SHOWN = 50;

function Reading({ state }: { state: PanelState }) {
  const { count, hidden } = state;
  const { run } = useDoing();
  if (!count) return null;
  return (
    <section class="reading" aria-label={say('lastReading')}>
      <p>{say('read', { time: count.at.slice(11), count: countSentence(count) })}</p>
      <button type="button" onClick={() => void run({ type: 'panel.hide', hidden: !hidden })}>
        {say(hidden ? 'show' : 'hide')}
      </button>
    </section>
  );
}

/** When a list was read last; after a restart of the browser, when a dossier was last on a screen. */
const lastOf = ({ count, seen }: PanelState): string =>
  count?.at ??
  seen
    .map((each) => each.seen)
    .sort()
    .at(-1) ??
  '';

/** Duties of today by kind, and the dossiers behind them (E3). Filters this list only; the host's stays as it is. */
export function Today({
  state,
  onOpen,
}: {
  state: PanelState;
  onOpen: (code: string | null, view: PanelView) => void;
}) {
  const [only, setOnly] = useState<DutyId | null>(null);
  const items = todayItems(state);
  const shown = only ? items.filter(({ duties }) => duties.has(only)) : items;
  const view = DUTIES.find(({ id }) => id === only)?.view ?? 'dossier';
  const count = (id: DutyId): number => items.filter(({ duties }) => duties.has(id)).length;
  if (state.seen.length === 0) return <p>{say('none')}</p>;
  return (
    <>
      <ul class="duties">
        {DUTIES.map(({ id, icon }) => (
          <li key={id}>
            <button type="button" aria-pressed={only === id} onClick={() => setOnly(only === id ? null : id)}>
              {icon} <strong>{formatCount(count(id), language())}</strong> {say(id)}
            </button>
          </li>
        ))}
      </ul>
      <p class="meta">{say('seen')}</p>
      {items.length === 0 && <p>{say('nothing', { time: lastOf(state).slice(11, 16) })}</p>}
      {only === 'unscored' && shown.length > 1 && (
        <button type="button" onClick={() => onOpen(null, 'batch')}>
          {say('batch')}
        </button>
      )}
      <ul class="list" aria-label={say('list')}>
        {shown.slice(0, SHOWN).map(({ seen: { reading }, mark }) => (
          <li key={reading.code}>
            <button type="button" onClick={() => onOpen(reading.code, view)}>
              {mark && (
                <span class={`badge ${mark.status}`}>
                  <StatusIcon status={mark.status} /> {mark.text}
                </span>
              )}
              <span class="code">{reading.code}</span>
              <span class="meta" lang="vi">
                {reading.procedureName}
              </span>
            </button>
          </li>
        ))}
      </ul>
      {shown.length > SHOWN && (
        <p class="meta">{say('cut', { shown: SHOWN, n: formatCount(shown.length, language()) })}</p>
      )}
      <Reading state={state} />
    </>
  );
}
