import type { PanelState } from '../messages.ts';
import { RevokedNote } from './revoked-note.tsx';
import { useDoing } from './use-doing.ts';

/** What stands in the way of sending, each with the way out. */
export function Notices({ state, onFirstRun }: { state: PanelState; onFirstRun: () => void }) {
  const { run } = useDoing();
  const { revoked, unsent, device, consent, sites, trouble } = state;
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
