import { formatCount } from '#rules/format.ts';
import { language, texts } from '../language.ts';
import type { RefusedItem } from '../work-messages.ts';
import { ConfirmButton } from './confirm-button.tsx';
import { Problem } from './problem.tsx';
import { useDoing } from './use-doing.ts';

const say = texts(
  {
    title: '{n} việc máy chủ không nhận',
    dossier: 'Hồ sơ {code}',
    selfScore: 'Phiếu tự chấm {code}',
    withdrawal: 'Rút phiếu tự chấm {code}',
    unknown: 'Máy chủ không nói lý do. Gửi lại; nếu vẫn không được, báo quản trị đơn vị.',
    by: 'Người chấm: {who}.',
    retry: 'Gửi lại',
    open: 'Mở',
    discard: 'Bỏ việc này',
    dossierLost: 'Các ngày của hồ sơ này sẽ không được gửi, cho đến khi trang một cửa hiện khác đi.',
    selfScoreLost: 'Phiếu tự chấm này sẽ không được gửi. Hồ sơ vẫn chưa có điểm tự chấm; chấm lại được bất cứ lúc nào.',
    withdrawalLost: 'Phiếu tự chấm trên máy chủ vẫn giữ nguyên, không được rút.',
    more: 'Đang hiện {shown}/{n} việc.',
  },
  {
    title: '{n} items the server did not take',
    dossier: 'Dossier {code}',
    selfScore: 'Self-score {code}',
    withdrawal: 'Taking back self-score {code}',
    unknown: 'The server gave no reason. Send again; if it still fails, tell your unit admin.',
    by: 'Scored by: {who}.',
    retry: 'Send again',
    open: 'Open',
    discard: 'Drop this item',
    dossierLost: 'The dates of this dossier will not be sent until the back office shows something else.',
    selfScoreLost:
      'This self-score will not be sent. The dossier has no self-score yet; it can be scored again at any time.',
    withdrawalLost: 'The self-score on the server stays as it is and is not taken back.',
    more: 'Showing {shown} of {n}.',
  },
);
const SHOWN = 20;

interface Props {
  readonly items: readonly RefusedItem[];
  readonly onScore: (code: string) => void;
}

function Refused({ item, onScore }: { item: RefusedItem; onScore: Props['onScore'] }) {
  const { id, kind, code, problem, officerLabel } = item;
  const doing = useDoing();
  return (
    <li>
      <p>
        <strong>{say(kind, { code })}</strong>
      </p>
      <p lang="vi">{problem ?? say('unknown')}</p>
      {officerLabel && <p class="meta">{say('by', { who: officerLabel })}</p>}
      <p class="choices">
        {kind === 'selfScore' && (
          <button type="button" aria-label={`${say('open')} ${code}`} onClick={() => onScore(code)}>
            {say('open')}
          </button>
        )}
        <button
          type="button"
          aria-disabled={doing.busy}
          aria-label={`${say('retry')} ${code}`}
          onClick={() => void doing.run({ type: 'panel.retry', id })}
        >
          {say('retry')}
        </button>
        <ConfirmButton
          label={say('discard')}
          warning={`${code}: ${say(`${kind}Lost`)}`}
          busy={doing.busy}
          onConfirm={() => void doing.run({ type: 'panel.discard', id })}
        />
      </p>
      <Problem text={doing.problem} />
    </li>
  );
}

/** What the server will not take as it is: each with its sentence, sent again or put away by the officer. */
export function RefusedList({ items, onScore }: Props) {
  if (items.length === 0) return null;
  return (
    <details class="note">
      <summary>{say('title', { n: formatCount(items.length, language()) })}</summary>
      <ul class="plain">
        {items.slice(0, SHOWN).map((item) => (
          <Refused key={item.id} item={item} onScore={onScore} />
        ))}
      </ul>
      {items.length > SHOWN && <p class="meta">{say('more', { shown: SHOWN, n: items.length })}</p>}
    </details>
  );
}
