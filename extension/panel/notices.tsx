import { formatCount } from '#rules/format.ts';
import type { PanelState } from '../messages.ts';
import { RevokedNote } from './revoked-note.tsx';
import { useDoing } from './use-doing.ts';

interface Props {
  readonly state: PanelState;
  readonly onFirstRun: () => void;
  /** Opens the self-score of a dossier. */
  readonly onScore: (code: string) => void;
}

/** What stands in the way of sending, each with the way out. */
export function Notices({ state, onFirstRun, onScore }: Props) {
  const { run } = useDoing();
  const { revoked, unsent, device, consent, sites, trouble, scores } = state;
  const refused = scores.filter((record) => record.state === 'refused');
  const [first] = refused;
  return (
    <div class="notices" role="status">
      {revoked && <RevokedNote unsent={unsent} />}
      {unsent > 0 && !revoked && (
        <p class="note">
          Chưa gửi {unsent} việc. {trouble}{' '}
          <button type="button" onClick={() => void run({ type: 'panel.send' })}>
            Gửi ngay
          </button>
        </p>
      )}
      {unsent === 0 && trouble && <p class="note">{trouble}</p>}
      {first && (
        <p class="note">
          {formatCount(refused.length)} phiếu tự chấm máy chủ không nhận.{' '}
          <button type="button" onClick={() => onScore(first.code)}>
            Xem {first.code}
          </button>
        </p>
      )}
      {(!device || !consent || sites.length === 0 || revoked) && (
        <p class="note">
          {!device || revoked
            ? 'Máy này chưa đăng ký.'
            : sites.length === 0
              ? 'Chưa bật trang một cửa nào.'
              : 'Chưa đồng ý gửi dữ liệu.'}{' '}
          <button type="button" onClick={onFirstRun}>
            Làm tiếp
          </button>
        </p>
      )}
    </div>
  );
}
